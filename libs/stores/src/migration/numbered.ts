import type { EventStore, RecordedEvent } from '#eventsourcing';
import type { Numbering } from './numbering.js';
import { inOtherTerms, type PositionFields } from './position-fields.js';
import { ReadOnly } from '../sqlite/sqlite-reader.js';

/** A log as far as it is numbered, to be read only, with numbers in place of positions: so the same log is the same in every store. */
export function numbered(store: EventStore, numbers: Numbering, fields: PositionFields): EventStore {
  const numberOf = (position: bigint) => BigInt(numbers.numberOf(position));
  const last = numbers.positionOf(numbers.count);
  const tell = (events: readonly RecordedEvent[]) =>
    events
      .filter(({ position }) => position <= last)
      .map((event) => ({ ...inOtherTerms(event, fields, numberOf), position: numberOf(event.position) }));
  return {
    append: async () => {
      throw new ReadOnly('a numbered log');
    },
    read: async (stream, from, limit) => {
      const slice = await store.read(stream, from, limit);
      return { ...slice, events: tell(slice.events) };
    },
    readAll: async (after, limit) => tell(await store.readAll(numbers.positionOf(Number(after)), limit)),
    lastPosition: async () => BigInt(numbers.count),
    async *subscribe(after, signal) {
      for await (const events of store.subscribe(numbers.positionOf(Number(after)), signal)) {
        const told = tell(events);
        if (told.length > 0) yield told;
      }
    },
    close: () => store.close(),
  };
}

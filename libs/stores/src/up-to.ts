import { once } from 'node:events';
import { NO_STREAM, type EventStore, type RecordedEvent } from '#eventsourcing';
import { ReadOnly } from './sqlite/sqlite-reader.js';

const PAGE = 500;

/** A log as it was at a position, whatever came after, which is not even read; to be read only. Closing it closes the log. */
export function upTo(store: EventStore, position: bigint): EventStore {
  const early = (events: readonly RecordedEvent[]) => events.filter((event) => event.position <= position);
  // There are no more events than positions: nothing after the end is read, which may not be readable.
  const earlyAfter = async (after: bigint, limit: number) =>
    after < position ? early(await store.readAll(after, Math.min(limit, Number(position - after)))) : [];
  return {
    append: async () => {
      throw new ReadOnly('a log up to a position');
    },
    read: async (stream, from, limit) => {
      const slice = await store.read(stream, from, limit);
      return { events: early(slice.events), revision: await revisionAt(store, stream, slice.revision, position) };
    },
    readAll: (after, limit) => earlyAfter(after, limit),
    lastPosition: async () => {
      const last = await store.lastPosition();
      return last < position ? last : position;
    },
    async *subscribe(after, signal) {
      let at = after;
      const next = () => (signal.aborted ? [] : earlyAfter(at, PAGE));
      for (let events = await next(); events.length > 0; events = await next()) {
        at = events.at(-1)?.position ?? position;
        yield events;
      }
      for await (const events of at < position ? store.subscribe(at, signal) : []) {
        const told = early(events);
        if (told.length > 0) yield told;
        if (told.length < events.length) break;
      }
      if (!signal.aborted) await once(signal, 'abort');
    },
    close: () => store.close(),
  };
}

/** The revision that a stream stood at when the log was at a position. */
async function revisionAt(store: EventStore, stream: string, last: number, position: bigint): Promise<number> {
  let [low, high] = [NO_STREAM, last];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [event] = (await store.read(stream, middle, 1)).events;
    if (event && event.position <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

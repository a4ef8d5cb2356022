import { uuidv5, type Event, type Recorded } from '#eventsourcing';
import { metadataBy } from './metadata-by.js';
import type { Told } from './specify.js';

const AT = '2024-01-01T00:00:00.000Z';

/** The id of the nth event of a spec, counted from 0. */
export function idOf(index: number): string {
  return uuidv5(`event ${String(index)}`);
}

/** An event of a spec as the log would hold it, the nth of them at position n + 1. */
export function recorded<E extends Event>(event: Told<E>, index: number): Recorded<E> {
  const { type, data, occurredAt = AT, reported } = event;
  const by = { subject: 'operator', party: 'USA', roles: ['operator'] };
  return {
    ...{ id: idOf(index), type, data, at: AT, occurredAt },
    ...{ stream: 'thing-1', revision: index, position: BigInt(index + 1) },
    metadata: metadataBy(by, uuidv5(`command ${String(index)}`), reported),
  };
}

import type { RecordedEvent } from '#eventsourcing';
import { valuesOf, type Query } from '../reads/query.js';
import { timesOf, within } from '../reads/times.js';

/** The parameters that events are chosen by: their type, the party that they are by, and their stream. */
export const FILTERS = ['type', 'party', 'stream'] as const;

/** Whether an event is one of those that an address asks for: under each name any of `a,b`, and of the times given. */
export function eventFilter(query: Query): (event: RecordedEvent) => boolean {
  const [type, party, stream] = FILTERS.map(
    (name) => new Set(valuesOf(query, name).flatMap((text) => text.split(','))),
  );
  const inTime = within(timesOf(query));
  const among = (wanted: ReadonlySet<string> | undefined, value: string) => !wanted?.size || wanted.has(value);
  return (event) =>
    among(type, event.type) && among(party, event.metadata.by.party) && among(stream, event.stream) && inTime(event);
}

import type { RecordedEvent } from '#eventsourcing';
import type { Times } from '#read-side';
import { asPosition, instantOf } from './moment.js';
import { notUnderstood, valueOf, type Query } from './query.js';

/** The parameters that every read takes. */
export const TIMES = ['asOf', 'knownAt'] as const;

/**
 * The times that a read asks for. A date means the end of that day in UTC, so that what happened on it, and what was recorded
 * on it, is there; a time needs a zone. Where there are several, `prefix` stands before the names of the parameters. Throws `QueryNotUnderstood`.
 */
export function timesOf(query: Query, prefix = ''): Times {
  const [asOf, knownAt] = TIMES.map((name) => `${prefix}${name}`) as [string, string];
  return { asOf: asOfOf(asOf, valueOf(query, asOf)), knownAt: knownAtOf(knownAt, valueOf(query, knownAt)) };
}

/** Whether an event is one of those that were true and known at these times. */
export function within({ asOf, knownAt }: Times): (event: RecordedEvent) => boolean {
  return (event) =>
    (asOf === undefined || Date.parse(event.occurredAt) <= Date.parse(asOf)) &&
    (knownAt === undefined ||
      ('position' in knownAt ? event.position <= knownAt.position : Date.parse(event.at) <= Date.parse(knownAt.time)));
}

function asOfOf(name: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const time = instantOf(text);
  if (time !== undefined) return time;
  throw notUnderstood(
    name,
    `${name} must be a date such as 2024-07-10, which means the end of that day in UTC, or a time with zone such as 2024-07-10T14:30:00Z`,
  );
}

function knownAtOf(name: string, text: string | undefined): Times['knownAt'] {
  if (text === undefined) return undefined;
  const position = asPosition(text);
  if (position !== undefined) return { position };
  const time = instantOf(text);
  if (time !== undefined) return { time };
  throw notUnderstood(
    name,
    `${name} must be a position of the log in digits, a date such as 2024-07-10, which means the end of that day in UTC, or a time with zone such as 2024-07-10T14:30:00Z`,
  );
}

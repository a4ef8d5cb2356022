import type { RecordedEvent } from '#eventsourcing';
import type { Times } from '#read-side';
import { asPosition, notUnderstood, valueOf, type Query } from './query.js';

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

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[ +-]\d\d:?\d\d)$/i;

/** In UTC with milliseconds. A plus sign that nobody encoded arrives as a space, and can mean nothing else. */
function instantOf(text: string): string | undefined {
  try {
    if (DATE.test(text)) return inLedger(`${Temporal.PlainDate.from(text).toString()}T23:59:59.999Z`);
    const [, local, zone] = TIME.exec(text) ?? [];
    if (local === undefined || zone === undefined) return undefined;
    const instant = Temporal.Instant.from(local + zone.replace(' ', '+'));
    return inLedger(new Date(instant.epochMilliseconds).toISOString());
  } catch (error) {
    if ((error as Error).name === 'RangeError') return undefined;
    throw error;
  }
}

function inLedger(time: string): string | undefined {
  return /^(?!0000)\d{4}-/.test(time) ? time : undefined;
}

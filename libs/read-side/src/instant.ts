/** The end of what has no end yet, as PostgreSQL writes it; greater than every instant, as text too. */
export const OPEN = 'infinity';

/** The end of knowledge that has not been superseded: the greatest int8. */
export const FOREVER = 9_223_372_036_854_775_807n;

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A canonical time on a day that every month has: it stands as it is. */
const PLAIN = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** A time in the one form in which the order of texts is the order of times: ISO 8601 in UTC with milliseconds, years 0001 to 9999; else `undefined`. */
export function instantOf(time: unknown): string | undefined {
  if (typeof time !== 'string') return undefined;
  if (PLAIN.test(time)) return time;
  const milliseconds = Date.parse(time);
  if (Number.isNaN(milliseconds)) return undefined;
  const instant = new Date(milliseconds).toISOString();
  return CANONICAL.test(instant) && instant >= '0001' ? instant : undefined;
}

/** An instant out of PostgreSQL's text for a timestamptz in UTC, such as `2024-07-09 09:00:00.5+00`. */
export function fromPostgres(text: string): string {
  if (text === OPEN) return OPEN;
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`;
}

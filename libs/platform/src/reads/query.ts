import { Problem } from '../problems/problem.js';
import { asPosition } from './moment.js';

/** The parameters of an address by name, decoded; a name given more than once has a list of values. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The most rows or events that one page holds. */
export const LARGEST_PAGE = 1_000;

/** Throws `QueryNotUnderstood` for the first parameter that is none of `names`. */
export function onlyTakes(query: Query, names: readonly string[]): void {
  const unknown = Object.keys(query).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw notUnderstood(unknown, `There is no parameter ${JSON.stringify(unknown)} here`, { takes: names });
}

/** The values given under a name, in the order given; throws `QueryNotUnderstood` for NUL, which no text of the ledger holds. */
export function valuesOf(query: Query, name: string): readonly string[] {
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  const values = value === undefined ? [] : [value].flat();
  if (values.some((text) => text.includes('\0'))) throw notUnderstood(name, `${name} holds a NUL`);
  return values;
}

/** The one value given under a name; throws `QueryNotUnderstood` where there are more. */
export function valueOf(query: Query, name: string): string | undefined {
  const [value, ...more] = valuesOf(query, name);
  if (more.length > 0) throw notUnderstood(name, `${name} is given more than once, and takes one value`);
  return value;
}

/** A whole number of a page's size, from 1 to `LARGEST_PAGE`. */
export function limitOf(query: Query): number | undefined {
  const text = valueOf(query, 'limit');
  if (text === undefined) return undefined;
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= LARGEST_PAGE) return limit;
  throw notUnderstood('limit', `limit must be a whole number from 1 to ${LARGEST_PAGE}, not ${JSON.stringify(text)}`);
}

/** A position in the log under a name: digits, at most the greatest that there can be. */
export function positionOf(query: Query, name: string): bigint | undefined {
  const text = valueOf(query, name);
  if (text === undefined) return undefined;
  const position = asPosition(text);
  if (position !== undefined) return position;
  throw notUnderstood(name, `${name} must be a position of the log in digits, such as 42, not ${JSON.stringify(text)}`);
}

/** The problem of a parameter that is unknown or malformed; `detail` is a sentence without its full stop. */
export function notUnderstood(
  parameter: string,
  detail: string,
  facts: Readonly<Record<string, unknown>> = {},
): Problem {
  const { takes } = facts;
  const known = Array.isArray(takes) ? `; it takes ${takes.join(', ') || 'none'}` : '';
  return new Problem('QueryNotUnderstood', `${detail}${known}.`, { parameter, ...facts });
}

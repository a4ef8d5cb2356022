import { createHash } from 'node:crypto';
import { BadQuestion } from '#eventsourcing';

/** Where a page ended: the times it was read at, and the sort values and key of its last row. */
export interface Place {
  readonly asOf: string;
  readonly position: bigint;
  readonly after: readonly (string | null)[];
  readonly key: string;
}

/** A place in a list as opaque text; `list` is what the list is of, so that it is not taken to another one. */
export function cursorOf(list: unknown, { asOf, position, after, key }: Place): string {
  return Buffer.from(JSON.stringify([markOf(list), asOf, String(position), after, key])).toString('base64url');
}

/** The place that a cursor stands for; throws `BadQuestion` unless it came from a page of this very list. */
export function placeOf(list: unknown, cursor: string): Place {
  const read = parsed(cursor);
  if (!read) throw new BadQuestion('BadCursor', 'the cursor is not one that a page here ended with');
  if (read.mark !== markOf(list))
    throw new BadQuestion('BadCursor', 'the cursor belongs to a list with other conditions or another sort');
  return read.place;
}

function parsed(cursor: string): { mark: string; place: Place } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
  if (!Array.isArray(value) || value.length !== 5) return undefined;
  const [mark, asOf, position, after, key] = value as unknown[];
  const isText = [mark, asOf, position, key].every((part) => typeof part === 'string');
  const isPlace = Array.isArray(after) && after.every((part) => part === null || typeof part === 'string');
  if (!isText || !isPlace || !/^\d{1,18}$/.test(position as string)) return undefined;
  return {
    mark: mark as string,
    place: { asOf: asOf as string, position: BigInt(position as string), after, key: key as string },
  };
}

function markOf(list: unknown): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 16);
}

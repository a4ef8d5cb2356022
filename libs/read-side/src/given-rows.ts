import { joined, quoted, sql, Sql } from '#eventsourcing';
import { arrayOf } from './database.js';

/** A column of rows that are sent to the database: its values in the order of the rows, read there as of this type. */
export interface Given {
  readonly name: string;
  readonly type: string;
  readonly values: readonly Value[];
}

type Value = string | number | bigint | boolean | null;

/** A column whose values are of one row each. */
export function given(name: string, type: string, values: readonly Value[]): Given {
  return { name, type, values };
}

/** Columns as rows that can be selected from, of one row at least: what is the same in each of them is sent once. */
export function givenRows(columns: readonly Given[]): Sql {
  const varying = columns.filter((column, index) => index === 0 || !isSame(column));
  const selected = columns.map((column) => {
    const { name, type, values } = column;
    const [first = null] = values;
    const value = varying.includes(column) ? quoted(name) : sql`${first === null ? null : String(first)}::text`;
    return sql`${value}::${new Sql([type], [])} as ${quoted(name)}`;
  });
  const names = varying.map(({ name }) => quoted(name));
  return sql`(select ${joined(selected, ', ')} from unnest(${joined(varying.map(listOf), ', ')}) as listed (${joined(names, ', ')}))`;
}

function isSame({ values }: Given): boolean {
  return values.every((value) => value === values[0]);
}

/** What stands for no value in a list of lines, and what makes a text none of these lines. */
const NONE = '\x01';
const NO_LINE = /[\n\x01]/;

/** Texts go as lines, which neither side has to look into, but where one of them is no line; an array of arrays would have to be of one length. */
function listOf({ type, values }: Given): Sql {
  if (!type.startsWith('text')) return sql`${arrayOf(values)}::text::${new Sql([`${type}[]`], [])}`;
  const areLines = values.length > 1 && values.every((value) => value === null || !NO_LINE.test(value as string));
  if (!areLines) return sql`${arrayOf(values)}::text::text[]`;
  return sql`string_to_array(${values.map((value) => value ?? NONE).join('\n')}::text, chr(10), chr(1))`;
}

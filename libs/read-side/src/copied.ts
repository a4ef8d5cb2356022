import { joined, quoted, Sql, sql } from '#eventsourcing';
import type { Given } from './given-rows.js';

/** The statement that adds rows to a table by PostgreSQL's COPY, which ends where it says where the `lines` are read from. */
export class Copied extends Sql {
  constructor(
    into: Sql,
    readonly lines: string,
  ) {
    super(into.text, into.values);
  }
}

/** The statement that adds rows to a table: read by COPY, they cost the server two thirds of what an insert does. */
export function copied(table: Sql, columns: readonly Given[]): Copied {
  const names = columns.map(({ name }) => quoted(name));
  return new Copied(sql`copy ${table} (${joined(names, ', ')}) from`, linesOf(columns));
}

function linesOf(columns: readonly Given[]): string {
  const rows = columns[0]?.values.length ?? 0;
  let lines = '';
  for (let row = 0; row < rows; row++) {
    let before = '';
    for (const { values } of columns) {
      lines += before + escaped(values[row] ?? null);
      before = '\t';
    }
    lines += '\n';
  }
  return lines;
}

const SPECIAL = /[\\\n\r\t]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A value as COPY reads it: what stands for none, and for the ends of values and lines, is escaped in a text. */
function escaped(value: Given['values'][number]): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return SPECIAL.test(value) ? value.replaceAll(/[\\\n\r\t]/g, (character) => ESCAPES[character] ?? '') : value;
}

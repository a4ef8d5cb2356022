import type { TableRow } from '../table.js';
import { columns } from './columns.js';
import { readNumber } from './number.js';

/** A column by the importer's own name for it. */
export type Column = keyof typeof columns;

/** A value that cannot be read. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';

  constructor(
    readonly column: Column,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** What stands for no text at all. */
export const NOTHING = new Set(['', '.', '..']);

/** What no text of the ledger may hold. */
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** What stands in a cell; throws `Unreadable` where that is no text. */
export function textOf(row: TableRow, column: Column): string {
  const text = row.cell(columns[column]);
  if (CONTROL.test(text)) throw new Unreadable(column, 'holds a character that is no text');
  return text;
}

/** The number in a cell, rounded to nine decimals, `undefined` where there is none; throws `Unreadable`. */
export function numberOf(row: TableRow, column: Column): string | undefined {
  const { decimal, wrong } = readNumber(textOf(row, column));
  if (wrong !== undefined) throw new Unreadable(column, wrong);
  return decimal;
}

/** A text that is too long, cut, with a sign that it was. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const whole = text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '');
  return `${whole.trimEnd()}…`;
}

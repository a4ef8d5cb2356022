import type { TableRow } from '../table.js';
import type { Column, Layout } from './columns.js';
import { readExactly, readNumber } from './number.js';

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

/** The cells of a row; of a column that the release does not have they are empty. */
export interface Cells {
  /** What stands in a cell; throws `Unreadable` where that is no text. */
  readonly text: (column: Column) => string;
  /** The number in a cell, rounded to nine decimals, `undefined` where there is none; throws `Unreadable`. */
  readonly number: (column: Column) => string | undefined;
  /** The number in a cell as the file has it, to all its decimals; throws `Unreadable`. */
  readonly exactly: (column: Column) => string | undefined;
}

/** A row of the file as cells of a layout. */
export function cellsOf(row: TableRow, { columns }: Layout): Cells {
  const text = (column: Column) => {
    const name = columns[column];
    const said = name === undefined ? '' : row.cell(name);
    if (CONTROL.test(said)) throw new Unreadable(column, 'holds a character that is no text');
    return said;
  };
  const number = (column: Column) => {
    const { decimal, wrong } = readNumber(text(column));
    if (wrong !== undefined) throw new Unreadable(column, wrong);
    return decimal;
  };
  return {
    text,
    number,
    exactly: (column) => (number(column) === undefined ? undefined : readExactly(text(column))),
  };
}

/** A text that is too long, cut, with a sign that it was. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const whole = text.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '');
  return `${whole.trimEnd()}…`;
}

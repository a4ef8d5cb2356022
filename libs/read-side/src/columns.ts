import type { AnyView, Column, ColumnKind, Row } from '#eventsourcing';
import { fromPostgres, instantOf } from './instant.js';

/** The type that PostgreSQL keeps a kind of column in; text is ordered by its bytes, so that pages are the same everywhere. */
export const SQL_TYPES: Readonly<Record<ColumnKind, string>> = {
  text: 'text collate "C"',
  'text[]': 'text[]',
  money: 'numeric',
  quantity: 'numeric',
  integer: 'int8',
  boolean: 'boolean',
  timestamp: 'timestamptz',
  json: 'json',
};

const DECIMAL = /^([+-]?)0*(\d{1,100})(\.\d{1,100})?$/;

/** Text as PostgreSQL can keep it: without NUL and unpaired surrogates. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** A decimal as PostgreSQL writes it, of at most 100 digits on either side of the point; else `undefined`. */
export function decimalOf(value: string): string | undefined {
  const [, sign, whole, fraction = ''] = DECIMAL.exec(value) ?? [];
  if (whole === undefined) return undefined;
  return (sign === '-' && /[1-9]/.test(whole + fraction) ? '-' : '') + whole + fraction;
}

function clean(value: unknown): string | undefined {
  return typeof value === 'string' ? cleanText(value) : undefined;
}

function decimal(value: unknown): string | undefined {
  return typeof value === 'string' ? decimalOf(value) : undefined;
}

const CANONICAL: Readonly<Record<ColumnKind, (value: unknown) => unknown>> = {
  text: clean,
  'text[]': (value) =>
    Array.isArray(value) && value.every((part) => typeof part === 'string') ? value.map(cleanText) : undefined,
  money: decimal,
  quantity: decimal,
  integer: (value) => (Number.isSafeInteger(value) ? value : undefined),
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  timestamp: instantOf,
  json: (value) => JSON.parse(JSON.stringify(value)) as unknown,
};

/** The names and kinds of a view's columns, in the order of their names. */
export type Columns = readonly (readonly [column: string, kind: ColumnKind])[];

/** The columns of a view. */
export function columnsOf(view: AnyView): Columns {
  const kinds = Object.entries<Column>(view.columns).map(([name, { kind }]) => [name, kind] as const);
  return kinds.sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * A row as it comes back from the database, so that a fold never sees whether its row was kept in memory or in a table.
 * Throws where a value is not of its column's kind.
 */
export function canonicalRow(columns: Columns, row: Row): Row {
  const canonical: Record<string, unknown> = {};
  for (const [column, kind] of columns) {
    const value = Object.hasOwn(row, column) ? row[column] : null;
    const kept = value === undefined || value === null ? null : CANONICAL[kind](value);
    if (kept === undefined) throw new TypeError(`column ${column} is no ${kind}: ${JSON.stringify(value)}`);
    canonical[column] = kept;
  }
  return Object.freeze(canonical);
}

/** A value as a statement's parameter. */
export function toSql(kind: ColumnKind, value: unknown): string | number | boolean | null {
  if (value === null) return null;
  if (kind === 'json') return JSON.stringify(value);
  return kind === 'text[]' ? arrayLiteral(value as readonly string[]) : (value as string | number | boolean);
}

/** A value as a database answers it, where decimals, int8 and times are text. */
export function fromSql(kind: ColumnKind, value: unknown): unknown {
  if (value === null) return null;
  if (kind === 'integer') return Number(value);
  return kind === 'timestamp' ? fromPostgres(value as string) : value;
}

/** A row out of a database's row, whose columns may carry a prefix. */
export function rowFromSql(columns: Columns, stored: Row): Row {
  return Object.freeze(Object.fromEntries(columns.map(([column, kind]) => [column, fromSql(kind, stored[column])])));
}

function arrayLiteral(texts: readonly string[]): string {
  return `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

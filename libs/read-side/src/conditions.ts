import { BadQuestion, joined, quoted, sql, Sql, type ColumnKind } from '#eventsourcing';
import { cleanText, decimalOf, SQL_TYPES, type Columns } from './columns.js';
import { arrayOf } from './database.js';
import { instantOf } from './instant.js';
import type { Condition, ListRequest } from './read-side.js';

/** A column to sort by. */
export interface Sort {
  readonly column: Sql;
  readonly kind: ColumnKind;
  readonly descending: boolean;
}

const READ: Readonly<Record<ColumnKind, (value: string) => string | undefined>> = {
  text: cleanText,
  'text[]': cleanText,
  money: decimalOf,
  quantity: decimalOf,
  integer: (value) => (/^-?\d{1,18}$/.test(value) ? value : undefined),
  boolean: (value) => (value === 'true' || value === 'false' ? value : undefined),
  timestamp: instantOf,
  json: () => undefined,
};

/** The conditions of a list as SQL; a list of texts meets one that it contains. Throws `BadQuestion` for what the view does not have. */
export function conditionsOf(columns: Columns, where: readonly Condition[]): Sql {
  return joined([sql`true`, ...where.map((condition) => conditionOf(columns, condition))], ' and ');
}

/** The sort of a list; throws `BadQuestion` for columns that it cannot be sorted by. */
export function sortOf(columns: Columns, sort: NonNullable<ListRequest['sort']>): readonly Sort[] {
  return sort.map(({ column, descending = false }) => {
    const kind = kindOf(columns, column);
    if (kind === 'json' || kind === 'text[]')
      throw new BadQuestion('BadSort', `there is no order of ${column}, a ${kind}`, { column });
    return { column: quoted(column), kind, descending };
  });
}

/** The order of a list: missing values last, rows that are equal in it by key. */
export function orderOf(sort: readonly Sort[]): Sql {
  const by = sort.map(({ column, descending }) =>
    descending ? sql`${column} desc nulls last` : sql`${column} asc nulls last`,
  );
  return joined([...by, sql`key`], ', ');
}

/** The condition on a row that it comes after one with these sort values and this key. */
export function afterPlace(sort: readonly Sort[], after: readonly (string | null)[], key: string): Sql {
  return sort.reduceRight(
    (rest, { column, kind, descending }, index) => {
      const value = after[index] ?? null;
      if (value === null) return sql`(${column} is null and ${rest})`;
      const given = typed(kind, value);
      const beyond = descending ? sql`${column} < ${given}` : sql`${column} > ${given}`;
      return sql`(${beyond} or ${column} is null or (${column} = ${given} and ${rest}))`;
    },
    sql`key > ${key}`,
  );
}

/** The sort values of a place as they are compared with; `undefined` where they cannot be ones of these columns. */
export function valuesOf(
  sort: readonly Sort[],
  after: readonly (string | null)[],
): readonly (string | null)[] | undefined {
  if (after.length !== sort.length) return undefined;
  const values = sort.map(({ kind }, index) => {
    const value = after[index] ?? null;
    return value === null ? null : READ[kind](value);
  });
  return values.every((value) => value !== undefined) ? values : undefined;
}

function conditionOf(columns: Columns, { column, in: values }: Condition): Sql {
  const kind = kindOf(columns, column);
  if (kind === 'json')
    throw new BadQuestion('BadCondition', `${column} holds JSON, which is not filtered by`, { column });
  const given = values.flatMap((value) => (value === null ? [] : [read(column, kind, value)]));
  const list = sql`${arrayOf(given)}::text::${new Sql([kind === 'text' ? 'text[]' : listType(kind)], [])}`;
  const isGiven = kind === 'text[]' ? sql`${quoted(column)} && ${list}` : sql`${quoted(column)} = any (${list})`;
  return values.includes(null) ? sql`(${isGiven} or ${quoted(column)} is null)` : sql`${isGiven}`;
}

function read(column: string, kind: ColumnKind, value: string): string {
  const canonical = READ[kind](value);
  if (canonical === undefined)
    throw new BadQuestion('BadCondition', `${column} is compared with what is no ${kind}: ${value}`, { column, value });
  return canonical;
}

function kindOf(columns: Columns, column: string): ColumnKind {
  const kind = column === 'key' ? 'text' : columns.find(([name]) => name === column)?.[1];
  if (!kind)
    throw new BadQuestion('NoSuchColumn', `there is no column ${column}`, {
      column,
      columns: ['key', ...columns.map(([name]) => name)],
    });
  return kind;
}

function typed(kind: ColumnKind, value: string): Sql {
  return sql`${value}::text::${new Sql([kind === 'text' ? 'text' : SQL_TYPES[kind]], [])}`;
}

function listType(kind: ColumnKind): string {
  return kind === 'text[]' ? 'text[]' : `${SQL_TYPES[kind]}[]`;
}

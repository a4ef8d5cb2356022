import { BadQuestion, joined, quoted, sql, type Row, type Sql } from '#eventsourcing';
import { cleanText, rowFromSql } from './columns.js';
import { afterPlace, conditionsOf, orderOf, sortOf, valuesOf, type Sort } from './conditions.js';
import { cursorOf, placeOf, type Place } from './cursor.js';
import type { Run } from './database.js';
import { fromPostgres } from './instant.js';
import type { Moments } from './moment.js';
import type { At, ListRequest, Page, RowAnswer } from './read-side.js';
import type { Relation } from './relation.js';
import type { Stand } from './shelves.js';
import { visibleAt } from './visible.js';

/** The most rows or events that one answer holds. */
export const LARGEST_PAGE = 1_000;

/** Which rows of a view to list, in which order. */
export interface Selection {
  readonly relation: Relation;
  readonly sort: readonly Sort[];
  /** What the list is of, as JSON, for its cursors. */
  readonly mark: unknown;
  /** The condition on rows, what is to be read with each beside its columns, and which versions are looked at, if not the visible ones. */
  readonly pick: (at: At) => { readonly where: Sql; readonly beside?: Sql; readonly versions?: Sql };
}

/** A page as it was read, for `rowAnswer`; what was read beside a row's columns is its `beside`. */
interface Read extends At {
  readonly rows: readonly Row[];
  readonly next?: string;
}

/** How many to answer; throws `BadQuestion` where that is no number of rows. */
export function limitOf(limit = 100): number {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > LARGEST_PAGE)
    throw new BadQuestion('BadLimit', `limit is to be a whole number from 1 to ${LARGEST_PAGE}`, { value: limit });
  return limit;
}

/** A page of a view. */
export async function list(
  run: Run,
  moments: Moments,
  relation: Relation,
  stand: Stand,
  request: ListRequest,
): Promise<Page> {
  const { where = [], sort = [] } = request;
  const condition = conditionsOf(relation.columns, where);
  const selection: Selection = {
    relation,
    sort: sortOf(relation.columns, sort),
    mark: [stand.entry.name, where, sort],
    pick: () => ({ where: condition }),
  };
  const read = await page(run, moments, [stand], selection, request);
  return { ...read, rows: read.rows.map((row) => rowAnswer(relation, row)) };
}

/** A page of a selection, at the times of the page before where a cursor leads on from one. */
export async function page(
  run: Run,
  moments: Moments,
  stands: readonly Stand[],
  { relation, sort, mark, pick }: Selection,
  { limit: asked, cursor, ...times }: ListRequest,
): Promise<Read> {
  const limit = limitOf(asked);
  const place = cursor === undefined ? undefined : placeOf(mark, cursor);
  const at = await moments.at(stands, place ? { asOf: place.asOf, knownAt: { position: place.position } } : times);
  const { where, beside = sql`null`, versions = visibleAt(at.asOf, at.knownAt.position) } = pick(at);
  const after = place ? afterOf(sort, place) : sql`true`;
  const rows = await run(sql`select ${joined([rowColumns(relation), sql`v.beside`, ...sortColumns(sort)], ', ')}
    from (select behind.*, (${beside})::text as beside from ${relation.table} behind
      where ${versions} and ${where} and ${after}
      order by ${orderOf(sort)} limit ${String(limit + 1)}::int8) v
    join steadfast.log l on l.position = v.made_by order by ${orderOf(sort)}`);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const next =
    last &&
    cursorOf(mark, {
      asOf: at.asOf,
      position: at.knownAt.position,
      after: sort.map((_, index) => last[`sort_${index}`] as string | null),
      key: last.key as string,
    });
  return { ...at, rows: rows.slice(0, limit), ...(next !== undefined && { next }) };
}

/** The columns of a version `v` and its event `l` that an answer is made of, by way of `rowAnswer`. */
export function rowColumns({ columns }: Relation): Sql {
  const declared = columns.map(([column]) => sql`v.${quoted(column)}`);
  const own = sql`v.key, v.made_by, v.valid_from, l.id as event_id, l.stream as event_stream, l.revision as event_revision`;
  return joined([own, ...declared], ', ');
}

/** The answer that such columns stand for. */
export function rowAnswer({ columns }: Relation, row: Row): RowAnswer {
  return {
    key: row.key as string,
    row: rowFromSql(columns, row),
    eventId: row.event_id as string,
    stream: row.event_stream as string,
    revision: Number(row.event_revision),
    position: BigInt(row.made_by as string),
    validFrom: fromPostgres(row.valid_from as string),
  };
}

function sortColumns(sort: readonly Sort[]): readonly Sql[] {
  return sort.map(({ column, kind }, index) => {
    const value =
      kind === 'timestamp' ? sql`to_char(v.${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` : sql`v.${column}::text`;
    return sql`${value} as ${quoted(`sort_${index}`)}`;
  });
}

function afterOf(sort: readonly Sort[], { after, key }: Place): Sql {
  const values = valuesOf(sort, after);
  if (!values) throw new BadQuestion('BadCursor', 'the cursor is not one that a page here ended with');
  return afterPlace(sort, values, cleanText(key));
}

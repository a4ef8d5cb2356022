import { joined, quoted, sql, Sql, type AnyView, type ColumnKind, type Row } from '#eventsourcing';
import { changeIndexes } from './change-indexes.js';
import { rowFromSql, SQL_TYPES, toSql, type Columns } from './columns.js';
import { copied } from './copied.js';
import { arrayOf, type Run } from './database.js';
import { given, givenRows } from './given-rows.js';
import { FOREVER, fromPostgres, OPEN } from './instant.js';
import type { Version } from './timeline.js';
import { Wear } from './wear.js';

/** How many rows one statement writes at most. */
const AT_ONCE = 5_000;

/** The kinds whose values are all of one width: a scan finds what stands behind such columns, and no others, without reading what is before. */
const FIXED: ReadonlySet<ColumnKind> = new Set(['integer', 'timestamp', 'boolean']);

/** The tables of one folding of a view: `versions`, in a schema of its own. */
export class Relation {
  readonly table: Sql;
  readonly wear: Wear;
  private readonly columnList: Sql;

  constructor(
    readonly schema: string,
    readonly columns: Columns,
  ) {
    this.table = sql`${quoted(schema)}.versions`;
    this.wear = new Wear(this.table);
    this.columnList = joined([sql``, ...columns.map(([column]) => quoted(column))], ', ');
  }

  /**
   * Makes the schema, empty, with indexes on these columns where they hold something. What every scan looks at comes first in a row. Room is left on each page
   * so that ending a version writes into the same page and touches no index.
   */
  async create(run: Run, indexed: NonNullable<AnyView['indexed']> = []): Promise<void> {
    const [fixed, varying] = [true, false].map((isFixed) =>
      this.columns
        .filter(([, kind]) => FIXED.has(kind) === isFixed)
        .map(([column, kind]) => sql`, ${quoted(column)} ${new Sql([SQL_TYPES[kind]], [])}`),
    ) as [Sql[], Sql[]];
    await run(sql`create schema ${quoted(this.schema)}`);
    await run(sql`create table ${this.table} (
      of_event int8 not null, made_by int8 not null, valid_from timestamptz not null, valid_to timestamptz not null, open_until int8 not null,
      known_from int8 not null, known_to int8 not null, is_present boolean not null, is_imported boolean not null${joined([sql``, ...fixed], '')},
      key text collate "C" not null${joined([sql``, ...varying], '')}, told_by text collate "C" not null) with (fillfactor = 90)`);
    await run(sql`create index versions_key on ${this.table} (key)`);
    for (const index of changeIndexes(this.table)) await run(index);
    for (const columns of indexed) await run(this.indexOn(columns));
  }

  /** Where columns stand beside the first, the index also tells by itself which versions are visible. */
  private indexOn([column = '', ...beside]: readonly string[]): Sql {
    const told = ['valid_from', 'valid_to', 'open_until', 'known_from', 'known_to', 'is_present', ...beside];
    const include = beside.length === 0 ? sql`` : sql` include (${joined(told.map(quoted), ', ')})`;
    return sql`create index on ${this.table} (${quoted(column)})${include} where ${quoted(column)} is not null`;
  }

  async drop(run: Run): Promise<void> {
    await run(sql`drop schema if exists ${quoted(this.schema)} cascade`);
  }

  /** The present belief of these keys, each in order of time. */
  async current(run: Run, keys: readonly string[]): Promise<ReadonlyMap<string, Version[]>> {
    const timelines = new Map<string, Version[]>(keys.map((key) => [key, []]));
    const rows =
      await run(sql`select v.key, of_event, made_by, told_by, is_imported, valid_from, valid_to, open_until, known_from, is_present${this.columnList}
      from unnest(${arrayOf(keys)}::text::text[]) as k
      cross join lateral (select * from ${this.table} v where v.key = k and known_to = ${FOREVER}::int8 offset 0) v
      order by valid_from, of_event`);
    for (const row of rows) timelines.get(row.key as string)?.push(this.versionOf(row));
    return timelines;
  }

  /** SHA-256, in hex, of all versions as they were at a position, whatever came after; as they are now unless one is given. */
  async digest(run: Run, position = FOREVER): Promise<string> {
    const known = sql`${String(position)}::int8`;
    const [row] = await run(sql`select encode(sha256(convert_to(
      coalesce(string_agg(md5(v::text), '' order by key, of_event, known_from), ''), 'UTF8')), 'hex') as digest
      from (select key, of_event, made_by, valid_from,
        case when open_until > ${known} then ${OPEN}::timestamptz else valid_to end as valid_to,
        case when open_until > ${known} then 0 else open_until end as open_until, known_from,
        case when known_to > ${known} then ${FOREVER}::int8 else known_to end as known_to, is_present${this.columnList}
        from ${this.table} where known_from <= ${known}) v`);
    return row?.digest as string;
  }

  /** Writes new versions and the new ends of old ones. */
  async write(run: Run, versions: readonly (readonly [key: string, version: Version])[]): Promise<void> {
    const ended = versions.filter(([, { saved, changed }]) => saved && changed);
    const added = versions.filter(([, { saved }]) => !saved);
    this.wear.note(added.length, ended.length);
    for (let at = 0; at < ended.length; at += AT_ONCE) await this.end(run, ended.slice(at, at + AT_ONCE));
    for (let at = 0; at < added.length; at += AT_ONCE) await this.add(run, added.slice(at, at + AT_ONCE));
  }

  /** Each version is looked up by its key and written where it was found: a table that grows fast is never scanned for them. */
  private async end(run: Run, versions: readonly (readonly [string, Version])[]): Promise<void> {
    const { key, position, to, cut, knownTo } = stored(versions);
    await run(sql`update ${this.table} v set valid_to = e.valid_to, open_until = e.open_until, known_to = e.known_to
      from ${givenRows([key, position, to, cut, knownTo])} e
      cross join lateral (select ctid from ${this.table} where key = e.key and of_event = e.of_event and known_to = ${FOREVER}::int8 offset 0) found
      where v.ctid = found.ctid`);
  }

  private async add(run: Run, versions: readonly (readonly [string, Version])[]): Promise<void> {
    const values = this.columns.map(([column, kind]) =>
      given(
        column,
        SQL_TYPES[kind],
        versions.map(([, { row }]) => (row ? toSql(kind, row[column]) : null)),
      ),
    );
    await run(copied(this.table, [...Object.values(stored(versions)), ...values]));
  }

  private versionOf(found: Row): Version {
    return {
      position: BigInt(found.of_event as string),
      madeBy: BigInt(found.made_by as string),
      toldBy: found.told_by as string,
      isImported: found.is_imported as boolean,
      from: fromPostgres(found.valid_from as string),
      to: fromPostgres(found.valid_to as string),
      cut: BigInt(found.open_until as string),
      knownFrom: BigInt(found.known_from as string),
      knownTo: FOREVER,
      row: found.is_present === true ? rowFromSql(this.columns, found) : undefined,
      saved: true,
      changed: false,
    };
  }
}

/** The columns that every view has, of these versions. */
function stored(versions: readonly (readonly [string, Version])[]) {
  const of = (name: string, type: string, value: (version: Version) => string | bigint | boolean) =>
    given(
      name,
      type,
      versions.map(([, version]) => value(version)),
    );
  return {
    key: given(
      'key',
      'text',
      versions.map(([key]) => key),
    ),
    position: of('of_event', 'int8', ({ position }) => position),
    madeBy: of('made_by', 'int8', ({ madeBy }) => madeBy),
    toldBy: of('told_by', 'text', ({ toldBy }) => toldBy),
    isImported: of('is_imported', 'boolean', ({ isImported }) => isImported),
    from: of('valid_from', 'timestamptz', ({ from }) => from),
    to: of('valid_to', 'timestamptz', ({ to }) => to),
    cut: of('open_until', 'int8', ({ cut }) => cut),
    knownFrom: of('known_from', 'int8', ({ knownFrom }) => knownFrom),
    knownTo: of('known_to', 'int8', ({ knownTo }) => knownTo),
    isPresent: of('is_present', 'boolean', ({ row }) => row !== undefined),
  };
}

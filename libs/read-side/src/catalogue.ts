import { joined, quoted, sql, type AnyView, type Row } from '#eventsourcing';
import type { Columns } from './columns.js';
import { columnsOf } from './columns.js';
import { arrayOf, type Run } from './database.js';
import { fingerprintOf } from './fingerprint.js';
import { fromPostgres } from './instant.js';
import { CREATE_LOG } from './log.js';
import type { ViewFailure } from './read-side.js';

/** The layout of the engine's own tables; another one is dropped and made anew. */
const LAYOUT = '2';

/**
 * How a folding of a view stands. `live` ones share the checkpoint; `failed` ones ended at an event; `outdated` ones are of older code and
 * answer until the one that is `building` takes their place; `dropped` ones wait for their last reader.
 */
export type Standing = 'live' | 'failed' | 'outdated' | 'building' | 'dropped';

/** A folding of a view as the database has it. */
export interface Entry {
  readonly schema: string;
  readonly name: string;
  readonly hash: string;
  readonly columns: Columns;
  readonly standing: Standing;
  /** How far it is folded; of live ones, the checkpoint says so. */
  readonly position: bigint;
  readonly failure?: ViewFailure;
}

/** How far the live views and the log are folded, and when the ledger knew that far. */
export interface Checkpoint {
  readonly position: bigint;
  readonly knownAt: string;
}

const BEFORE_ALL = '0001-01-01T00:00:00.000Z';

/** The checkpoint of this layout, if the database has one. */
export async function checkpointIn(run: Run): Promise<Checkpoint | undefined> {
  const [there] = await run(sql`select to_regclass('steadfast.checkpoint')::text as name`);
  if (there?.name === null) return undefined;
  const [row] = await run(sql`select position, known_at from steadfast.checkpoint where layout = ${LAYOUT}`);
  return row && { position: BigInt(row.position as string), knownAt: fromPostgres(row.known_at as string) };
}

/** Drops all that the engine ever made in the database, and makes its own tables anew, empty. */
export async function startAnew(run: Run): Promise<Checkpoint> {
  const schemas = await run(
    sql`select nspname as name from pg_namespace where nspname = 'steadfast' or nspname like 'view\_%'`,
  );
  if (schemas.length > 0)
    await run(
      sql`drop schema ${joined(
        schemas.map(({ name }) => quoted(name as string)),
        ', ',
      )} cascade`,
    );
  await run(sql`create schema steadfast`);
  for (const statement of CREATE_LOG) await run(statement);
  await run(
    sql`create table steadfast.checkpoint (position int8 not null, known_at timestamptz not null, layout text not null)`,
  );
  await run(sql`create table steadfast.views (schema text primary key, name text not null, hash text not null, columns json not null,
    standing text not null, position int8 not null, failure json)`);
  await run(sql`insert into steadfast.checkpoint values (0, ${BEFORE_ALL}::timestamptz, ${LAYOUT})`);
  return { position: 0n, knownAt: BEFORE_ALL };
}

/** Writes the checkpoint. */
export async function moveCheckpoint(run: Run, { position, knownAt }: Checkpoint): Promise<void> {
  await run(
    sql`update steadfast.checkpoint set position = ${String(position)}::int8, known_at = ${knownAt}::timestamptz`,
  );
}

/** All foldings that the database has. */
export async function entriesIn(run: Run): Promise<readonly Entry[]> {
  return (await run(sql`select * from steadfast.views order by schema`)).map(entryOf);
}

/** Writes how a folding stands, new or not. */
export async function put(
  run: Run,
  { schema, name, hash, columns, standing, position, failure }: Entry,
): Promise<void> {
  const said = failure ? JSON.stringify({ ...failure, position: String(failure.position) }) : null;
  await run(sql`insert into steadfast.views (schema, name, hash, columns, standing, position, failure)
    values (${schema}, ${name}, ${hash}, ${JSON.stringify(columns)}::text::json, ${standing}, ${String(position)}::int8, ${said}::text::json)
    on conflict (schema) do update set standing = excluded.standing, position = excluded.position, failure = excluded.failure`);
}

/** Forgets foldings, whose tables are dropped by then. */
export async function strike(run: Run, schemas: readonly string[]): Promise<void> {
  await run(sql`delete from steadfast.views where schema = any (${arrayOf(schemas)}::text::text[])`);
}

/** A new entry for a view, in a schema that no other has. */
export function newEntry(view: AnyView, edition: string, standing: Standing, taken: readonly Entry[]): Entry {
  const hash = fingerprintOf(view, edition);
  const stem = `view_${view.name.slice(0, 40)}_${hash.slice(0, 8)}`;
  let schema = stem;
  for (let turn = 2; taken.some((entry) => entry.schema === schema); turn++) schema = `${stem}_${String(turn)}`;
  return { schema, name: view.name, hash, columns: columnsOf(view), standing, position: 0n };
}

function entryOf(row: Row): Entry {
  const failure = row.failure as (Omit<ViewFailure, 'position'> & { position: string }) | null;
  return {
    schema: row.schema as string,
    name: row.name as string,
    hash: row.hash as string,
    columns: row.columns as Columns,
    standing: row.standing as Standing,
    position: BigInt(row.position as string),
    ...(failure && { failure: { ...failure, position: BigInt(failure.position) } }),
  };
}

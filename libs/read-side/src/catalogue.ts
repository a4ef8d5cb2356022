import { sql, type AnyView, type Row } from '#eventsourcing';
import type { Columns } from './columns.js';
import { columnsOf } from './columns.js';
import { arrayOf, type Run } from './database.js';
import { fingerprintOf } from './fingerprint.js';
import type { ViewFailure } from './read-side.js';

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

/** What the names of the schemas begin with that versions of views are kept in. */
export const VERSIONS = 'steadfast_view_';

/** A new entry for a view, in a schema that no other has. */
export function newEntry(view: AnyView, edition: string, standing: Standing, taken: readonly Entry[]): Entry {
  const hash = fingerprintOf(view, edition);
  const stem = `${VERSIONS}${view.name.slice(0, 30)}_${hash.slice(0, 8)}`;
  let schema = stem;
  for (let turn = 2; taken.some((entry) => entry.schema === schema); turn++) schema = `${stem}_${String(turn)}`;
  return { schema, name: view.name, hash, columns: columnsOf(view), standing, position: 0n };
}

/** An entry out of the columns that stand for it, where int8 is text. */
export function entryOf(row: Row): Entry {
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

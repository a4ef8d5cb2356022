import { joined, quoted, sql, type Sql } from '#eventsourcing';
import { changeIndexes } from './change-indexes.js';
import { VERSIONS, type Checkpoint } from './catalogue.js';
import type { Run } from './database.js';
import { fromPostgres } from './instant.js';
import { CREATE_LOG } from './log.js';
import { CREATE_PRESENT, PRESENT } from './present.js';

/** The layout of the engine's own tables. */
export const LAYOUT = 5;

/** Which views somebody wants folded anew: `outcome` is empty once that went well, else why it did not. */
const CREATE_REBUILDS = sql`create table steadfast.rebuilds (
  id int8 generated always as identity primary key, view text not null, outcome text, ended_at timestamptz)`;

/** What makes a layout of the one before it, by the number of that; whatever is older is made anew. */
const MIGRATIONS: ReadonlyMap<number, readonly Sql[]> = new Map([
  [
    2,
    [
      // Schemas got a name by which a database that is shared knows whose they are.
      sql`do $$ declare kept record; begin
        for kept in select schema from steadfast.views loop
          execute format('alter schema %I rename to %I', kept.schema, left('steadfast_' || kept.schema, 63));
        end loop;
      end $$`,
      sql`update steadfast.views set schema = left('steadfast_' || schema, 63)`,
      CREATE_REBUILDS,
      ...CREATE_PRESENT,
    ],
  ],
  [3, [eachFolding(changeIndexes)]],
  [4, [eachFolding(toldByEvents)]],
]);

const BEFORE_ALL = '0001-01-01T00:00:00.000Z';

/** The checkpoint of this layout, if the database has one. */
export async function checkpointIn(run: Run): Promise<Checkpoint | undefined> {
  const [row] = await run(sql`select position, known_at from steadfast.checkpoint where layout = ${String(LAYOUT)}`);
  return row && { position: BigInt(row.position as string), knownAt: fromPostgres(row.known_at as string) };
}

/** The checkpoint of the database once its tables are brought to this layout; none where that cannot be. */
export async function migrated(run: Run): Promise<Checkpoint | undefined> {
  const [there] = await run(sql`select to_regclass('steadfast.checkpoint')::text as name`);
  if (there?.name === null) return undefined;
  const [found] = await run(sql`select layout from steadfast.checkpoint`);
  let layout = Number(found?.layout);
  for (let steps = MIGRATIONS.get(layout); steps; steps = MIGRATIONS.get(layout)) {
    for (const step of steps) await run(step);
    await run(sql`update steadfast.checkpoint set layout = ${String(++layout)}`);
  }
  return checkpointIn(run);
}

/** Drops all that the engine made in the database, but for who leads, and makes its own tables anew, empty. */
export async function startAnew(run: Run): Promise<Checkpoint> {
  await run(sql`create schema if not exists steadfast`);
  const schemas = await run(
    sql`select nspname as name from pg_namespace where starts_with(nspname, ${VERSIONS}) or nspname = ${PRESENT}`,
  );
  if (schemas.length > 0)
    await run(
      sql`drop schema ${joined(
        schemas.map(({ name }) => quoted(name as string)),
        ', ',
      )} cascade`,
    );
  await run(sql`drop table if exists steadfast.log, steadfast.checkpoint, steadfast.views, steadfast.rebuilds`);
  for (const statement of CREATE_LOG) await run(statement);
  await run(
    sql`create table steadfast.checkpoint (position int8 not null, known_at timestamptz not null, layout text not null)`,
  );
  await run(sql`create table steadfast.views (schema text primary key, name text not null, hash text not null, columns json not null,
    standing text not null, position int8 not null, failure json)`);
  await run(CREATE_REBUILDS);
  for (const statement of CREATE_PRESENT) await run(statement);
  await run(sql`insert into steadfast.checkpoint values (0, ${BEFORE_ALL}::timestamptz, ${String(LAYOUT)})`);
  return { position: 0n, knownAt: BEFORE_ALL };
}

/** Versions got the type of the event that they are known by, and whether that was imported. */
function toldByEvents(table: Sql): readonly Sql[] {
  return [
    sql`alter table ${table} add column told_by text collate "C", add column is_imported boolean`,
    sql`update ${table} v set told_by = l.type, is_imported = (l.metadata::json -> 'imported') is not null from steadfast.log l where l.position = v.made_by`,
    sql`alter table ${table} alter column told_by set not null, alter column is_imported set not null`,
  ];
}

/** Runs statements on the table of every folding that the database has. */
function eachFolding(statementsOn: (table: Sql) => readonly Sql[]): Sql {
  const statements = statementsOn(sql`%1$I.versions`).map(
    (statement) => sql`execute format($of$${statement}$of$, kept.schema);`,
  );
  return sql`do $$ declare kept record; begin
    for kept in select schema from steadfast.views loop ${joined(statements, ' ')} end loop;
  end $$`;
}

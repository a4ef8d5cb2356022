import { joined, quoted, sql, Sql } from '#eventsourcing';
import type { Entry } from './catalogue.js';
import type { Run } from './database.js';
import { FOREVER } from './instant.js';

/** The schema of what is true now and known now, for tools that speak SQL, and the role that may read it where there is one. */
export const PRESENT = 'steadfast_bi';

/** Makes the schema. */
export const CREATE_PRESENT: readonly Sql[] = [sql`create schema if not exists ${quoted(PRESENT)}`];

/** Makes `current_<view>` of the rows of a folding, in place of that of any other folding of the view. */
export async function present(run: Run, { name, schema, columns }: Entry): Promise<void> {
  const declared = columns.map(([column]) => sql`${quoted(column)} as ${quoted(snake(column))}`);
  await run(sql`drop view if exists ${presented(name)}`);
  await run(sql`create view ${presented(name)} as select ${joined([sql`key`, ...declared, sql`valid_from`], ', ')}
    from ${quoted(schema)}.versions where valid_from <= now() and now() < valid_to and known_to = ${literal(FOREVER)} and is_present`);
}

/** Makes those that are not there, of the foldings that answer, and lets the role read them all. */
export async function presentAll(run: Run, serving: readonly Entry[]): Promise<void> {
  const there = await run(sql`select viewname as name from pg_views where schemaname = ${PRESENT}`);
  const names = new Set(there.map(({ name }) => name));
  for (const entry of serving) if (!names.has(nameOf(entry.name))) await present(run, entry);
  await run(sql`do $$ begin
    if exists (select from pg_roles where rolname = 'steadfast_bi') then
      grant usage on schema steadfast_bi to steadfast_bi;
      grant select on all tables in schema steadfast_bi to steadfast_bi;
      alter default privileges in schema steadfast_bi grant select on tables to steadfast_bi;
    end if;
  end $$`);
}

function presented(view: string): Sql {
  return sql`${quoted(PRESENT)}.${quoted(nameOf(view))}`;
}

function nameOf(view: string): string {
  return `current_${snake(view)}`.slice(0, 63);
}

/** A name that needs no quotes in SQL. */
function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_');
}

/** A number in the text of a statement: the definition of a view takes no parameters. */
function literal(value: bigint): Sql {
  return new Sql([String(value)], []);
}

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql, type Row } from '#eventsourcing';
import { Copied } from './copied.js';
import type { Database, Run } from './database.js';
import { PARSERS } from './parsers.js';
import type { Wear } from './wear.js';

/** A read model can be made anew at any time, so nothing waits for a disk; and no statement here is worth compiling. */
const SETTINGS = `set synchronous_commit = off; set jit = off; set work_mem = '64MB'; set timezone = 'UTC'`;

/** Pages are written whole or, by their checksums, known to be damaged; nobody else reads the write-ahead log. */
const START = [
  ...PGlite.defaultStartParams,
  ...['full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0'].flatMap((each) => ['-c', each]),
];

const PGLITE = join(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), '..');

/** Where a new database is copied from unless said otherwise: made by the build, a file for each version of PGlite. */
export const TEMPLATE = join(PGLITE, '../../.cache', `steadfast-pglite-${pgliteVersion()}.tar`);

/** Opens the PGlite database in a directory, which is made from the template if there is none; without a directory, in memory. */
export async function openPglite(directory?: string, template = TEMPLATE): Promise<Database> {
  if (directory !== undefined) mkdirSync(directory, { recursive: true });
  const isNew = directory === undefined || !existsSync(join(directory, 'PG_VERSION'));
  const pglite = await PGlite.create({
    parsers: Object.fromEntries(PARSERS),
    startParams: START,
    ...(directory !== undefined && { dataDir: directory }),
    ...(isNew && { loadDataDir: await templateIn(template) }),
  });
  await pglite.exec(SETTINGS);
  return databaseOf(pglite);
}

/** An empty database as an archive: that of the file, which is made in some seconds where there is none. */
export async function templateIn(file: string): Promise<Blob> {
  if (existsSync(file)) return new Blob([readFileSync(file)]);
  const pglite = await PGlite.create();
  const data = Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer());
  await pglite.close();
  const unfinished = `${file}.${String(process.pid)}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(unfinished, data);
  renameSync(unfinished, file);
  return new Blob([data]);
}

function databaseOf(pglite: PGlite): Database {
  const runOn =
    (on: Pick<PGlite, 'query'>): Run =>
    async (statement) => {
      const { text, values } = statement.statement();
      if (!(statement instanceof Copied)) return (await on.query<Row>(text, [...values])).rows;
      await on.query(`${text} '/dev/blob'`, [], { blob: new Blob([statement.lines]) });
      return [];
    };
  const run = runOn(pglite);
  return {
    run,
    transaction: (work) =>
      pglite.transaction((transaction) => {
        const run = runOn(transaction);
        return work(run, run);
      }),
    tidy: (tables) => tidy(run, tables),
    settle: async () => undefined,
    close: () => pglite.close(),
  };
}

/** PGlite has no background processes: without this, tables keep what was updated away, and the write-ahead log grows until the end. */
async function tidy(run: Run, tables: readonly Wear[]): Promise<void> {
  for (const wear of tables) {
    const due = wear.take();
    if (due) await run(due === 'vacuum' ? sql`vacuum (analyze) ${wear.table}` : sql`analyze ${wear.table}`);
  }
  await run(sql`checkpoint`);
}

function pgliteVersion(): string {
  return (JSON.parse(readFileSync(join(PGLITE, 'package.json'), 'utf8')) as { version: string }).version;
}

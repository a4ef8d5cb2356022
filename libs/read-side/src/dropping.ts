import { sql } from '#eventsourcing';
import { strike, type Entry } from './catalogue.js';
import type { Database, Run } from './database.js';
import { Relation } from './relation.js';

/** PostgreSQL's code for a lock that was not to be had in time. */
const LOCKED = '55P03';

/** Has the rest of a transaction wait a second at most for tables that somebody reads: nothing is folded meanwhile. */
export async function waitBriefly(run: Run): Promise<void> {
  await run(sql`set local lock_timeout = '1s'`);
}

/** Drops the tables of a folding that answers no more, unless somebody reads them for long; whether they are gone. */
export async function dropFolding(database: Database, { schema, columns }: Entry): Promise<boolean> {
  try {
    await database.transaction(async (run) => {
      await waitBriefly(run);
      await new Relation(schema, columns).drop(run);
      await strike(run, [schema]);
    });
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code !== LOCKED) throw error;
    return false;
  }
}

import { sql } from '#eventsourcing';
import { openPglite, openPostgres, type Database } from '#read-side';
import { openPostgresServer } from './postgres.js';

/** The databases that the read side is kept in, by what they are called in a title. */
export const DATABASES = ['PGlite', 'PostgreSQL'] as const;

/** Opens an empty database of that kind; closing it ends the server, if one was started for it. */
export async function openDatabase(kind: (typeof DATABASES)[number]): Promise<Database> {
  if (kind === 'PGlite') return openPglite();
  const server = await openPostgresServer();
  const database = openPostgres(await server.database());
  return {
    ...database,
    close: async () => {
      await database.close();
      await server.close();
    },
  };
}

/** The database without anything of the read side in it; closing what is given back leaves it open. */
export async function emptied(database: Database): Promise<Database> {
  await database.run(sql`drop schema if exists steadfast cascade`);
  return { ...database, close: async () => undefined };
}

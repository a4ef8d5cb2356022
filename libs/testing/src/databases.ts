import { sql } from '#eventsourcing';
import {
  openPglite,
  openPostgres,
  openReadSide,
  openSharedReadSide,
  type Database,
  type ReadSide,
  type ReadSideParts,
} from '#read-side';
import { openPostgresServer } from './postgres-server.js';

/** The databases that the read side is kept in, by what they are called in a title. */
export const DATABASES = ['PGlite', 'PostgreSQL'] as const;

/** A database for tests; one on a server has an address. */
export interface TestDatabase extends Database {
  readonly url?: string;
}

/** Opens an empty database of that kind; closing it ends the server, if one was started for it. */
export async function openDatabase(kind: (typeof DATABASES)[number]): Promise<TestDatabase> {
  if (kind === 'PGlite') return openPglite();
  const server = await openPostgresServer();
  const url = await server.database();
  const database = openPostgres(url);
  return {
    ...database,
    url,
    close: async () => {
      await database.close();
      await server.close();
    },
  };
}

/** The database without anything of the read side in it; closing what is given back leaves it open. */
export async function emptied<T extends Database>(database: T): Promise<T> {
  await database.run(sql`drop schema if exists steadfast cascade`);
  return { ...database, close: async () => undefined };
}

/** Opens a read side as it is opened in use: alone with an embedded database, as one that may lead where it is on a server. */
export async function openReadSideOn(database: TestDatabase, parts: ReadSideParts): Promise<ReadSide> {
  return database.url === undefined
    ? openReadSide({ ...parts, database: async () => ({ ...database, close: async () => undefined }) })
    : openSharedReadSide({ ...parts, url: database.url, mayLead: true });
}

import { startChildDouble, type ChildDouble } from './eventstoredb/child.js';
import { openPostgresServer, type PostgresServer } from '#testing';

/** The servers that deployments share, each with streams and a database of its own: the double of EventStoreDB, and PostgreSQL. */
export interface Engines {
  readonly log: ChildDouble;
  readonly databases: PostgresServer;
  /** What a deployment is told, so as to have a place on both of its own. */
  place(): Promise<Readonly<Record<'EVENT_STORE_URL' | 'EVENT_STORE_PREFIX' | 'DATABASE_URL', string>>>;
  close(): Promise<void>;
}

/** Starts both. */
export async function openEngines(): Promise<Engines> {
  const [log, databases] = await Promise.all([startChildDouble(), openPostgresServer()]);
  let places = 0;
  return {
    log,
    databases,
    place: async () => ({
      EVENT_STORE_URL: log.url,
      EVENT_STORE_PREFIX: `place${++places}.`,
      DATABASE_URL: await databases.database(),
    }),
    close: async () => {
      await Promise.all([log.stop(), databases.close()]);
    },
  };
}

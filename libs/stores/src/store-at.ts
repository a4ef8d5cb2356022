import type { EventStore } from '#eventsourcing';
import { MemoryStore } from './memory.js';
import { openEventStoreDb } from './open-eventstoredb.js';
import { openSqliteReader } from './sqlite/sqlite-reader.js';
import { openSqliteStore } from './sqlite/sqlite-store.js';
import type { SubscriptionWatch } from './subscription-watch.js';

/** How a log is to be opened. */
export interface StoreAtOptions {
  /** Only to be read, beside whoever writes it: it is there already. */
  readonly toRead?: boolean;
  /** What the names of its streams begin with in EventStoreDB. */
  readonly prefix?: string | undefined;
  /** Told when a connection to a server is interrupted. */
  readonly log?: ((line: string) => void) | undefined;
  /** Told of each interruption of a subscription that goes on by itself, and of its end. */
  readonly watch?: SubscriptionWatch | undefined;
}

/**
 * Opens the log at `sqlite:<file>`, making it where there is none, at a connection string of EventStoreDB, or an empty one at `memory:`.
 * Throws `CannotOpenLog`, `StoreRefused` and `StoreUnavailable`.
 */
export async function storeAt(
  url: string,
  { toRead = false, prefix, log, watch }: StoreAtOptions = {},
): Promise<EventStore> {
  if (url === 'memory:') return new MemoryStore();
  if (url.startsWith('esdb')) return openEventStoreDb(url, { prefix, log, watch });
  const file = url.slice('sqlite:'.length);
  return toRead ? openSqliteReader(file) : openSqliteStore(file);
}

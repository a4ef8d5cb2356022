import type { EventStore } from '#eventsourcing';
import { MemoryStore } from './memory.js';
import { openEventStoreDb } from './open-eventstoredb.js';
import { openSqliteReader } from './sqlite/sqlite-reader.js';
import { openSqliteStore } from './sqlite/sqlite-store.js';

/**
 * Opens the log at `sqlite:<file>`, making it where there is none, an empty one at `memory:`, or that of EventStoreDB at its connection string
 * (`esdb://`, `esdb+discover://`); `toRead` opens a file that is there, beside whoever writes it. Throws `CannotOpenLog`, and for
 * EventStoreDB `StoreRefused` and `StoreUnavailable`.
 */
export async function storeAt(
  url: string,
  { toRead = false }: { readonly toRead?: boolean } = {},
): Promise<EventStore> {
  if (url === 'memory:') return new MemoryStore();
  if (url.startsWith('esdb')) return openEventStoreDb(url);
  const file = url.slice('sqlite:'.length);
  return toRead ? openSqliteReader(file) : openSqliteStore(file);
}

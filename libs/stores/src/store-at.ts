import type { EventStore } from '#eventsourcing';
import { MemoryStore } from './memory.js';
import { openSqliteReader } from './sqlite/sqlite-reader.js';
import { openSqliteStore } from './sqlite/sqlite-store.js';

/**
 * Opens the log at `sqlite:<file>`, making it where there is none, or an empty one at `memory:`; `toRead` opens one that is there, beside
 * whoever writes it. Throws `CannotOpenLog`.
 */
export function storeAt(url: string, { toRead = false }: { readonly toRead?: boolean } = {}): EventStore {
  if (url === 'memory:') return new MemoryStore();
  const file = url.slice('sqlite:'.length);
  return toRead ? openSqliteReader(file) : openSqliteStore(file);
}

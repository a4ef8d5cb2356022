import type { EventStore } from '#eventsourcing';
import { CannotOpenLog, MemoryStore, openSqliteStore } from '#stores';
import { CannotStart } from '../cannot-start.js';

/** Opens the log at `sqlite:<file>`, making it where there is none, or an empty one at `memory:`; throws `CannotStart`. */
export function openStore(url: string): EventStore {
  if (url === 'memory:') return new MemoryStore();
  try {
    return openSqliteStore(url.slice('sqlite:'.length));
  } catch (error) {
    if (error instanceof CannotOpenLog) throw new CannotStart([`EVENT_STORE_URL: ${error.message}`]);
    throw error;
  }
}

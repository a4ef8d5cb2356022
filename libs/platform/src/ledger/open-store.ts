import type { EventStore } from '#eventsourcing';
import { CannotOpenLog, storeAt } from '#stores';
import { CannotStart } from '../cannot-start.js';

/** Opens the log at `sqlite:<file>`, making it where there is none, or an empty one at `memory:`; throws `CannotStart`. */
export async function openStore(url: string): Promise<EventStore> {
  try {
    return await storeAt(url);
  } catch (error) {
    if (error instanceof CannotOpenLog) throw new CannotStart([`EVENT_STORE_URL: ${error.message}`]);
    throw error;
  }
}

import type { EventStore } from '#eventsourcing';
import { CannotOpenLog, storeAt, StoreRefused, StoreUnavailable, type SubscriptionWatch } from '#stores';
import { CannotStart } from '../cannot-start.js';
import type { Configuration } from '../configuration/configuration.js';

/** Opens the log that is configured, making it where it is a file that is not there; throws `CannotStart`. */
export async function openStore(
  { eventStoreUrl, eventStorePrefix: prefix }: Configuration,
  log: (line: string) => void,
  watch: SubscriptionWatch,
): Promise<EventStore> {
  try {
    return await storeAt(eventStoreUrl, { prefix, log, watch });
  } catch (error) {
    const known = error instanceof CannotOpenLog || error instanceof StoreRefused || error instanceof StoreUnavailable;
    if (known) throw new CannotStart([`EVENT_STORE_URL: ${error.message}`]);
    throw error;
  }
}

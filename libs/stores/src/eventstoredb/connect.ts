import { EventStoreDBClient } from '@eventstore/db-client';
import type { EventStore } from '#eventsourcing';
import type { EventStoreDbOptions } from '../eventstoredb-options.js';
import { StoreRefused } from '../unavailable.js';
import { EventStoreDbStore } from './eventstoredb-store.js';
import { messageOf } from './failures.js';

/** Connects to EventStoreDB; see `openEventStoreDb`. */
export async function connect(url: string, options: EventStoreDbOptions): Promise<EventStore> {
  const store = new EventStoreDbStore(clientOf(url), options);
  try {
    await store.lastPosition();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

function clientOf(url: string): EventStoreDBClient {
  try {
    return withCallsOfTheirOwn(EventStoreDBClient.connectionString(url));
  } catch (error) {
    throw new StoreRefused(`this is no connection string of EventStoreDB: ${messageOf(error)}`, { cause: error });
  }
}

/**
 * Has each append make a call of its own. The client's other way, one long call for all appends of a process, keeps to no deadline,
 * does not find a new leader, and ends the process when an answer comes that nobody waits for any more.
 */
function withCallsOfTheirOwn(client: EventStoreDBClient): EventStoreDBClient {
  return Object.assign(client, { supports: () => Promise.resolve(false) });
}

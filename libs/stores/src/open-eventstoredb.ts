import type { EventStore } from '#eventsourcing';
import type { EventStoreDbOptions } from './eventstoredb-options.js';

/**
 * Opens the log at a connection string of EventStoreDB (`esdb://` or `esdb+discover://`) once it answers; throws `StoreRefused`,
 * also for a string that is none, and `StoreUnavailable`. Its client is loaded only here, and only now.
 */
export async function openEventStoreDb(url: string, options: EventStoreDbOptions = {}): Promise<EventStore> {
  const { connect } = await import('./eventstoredb/connect.js');
  return connect(url, options);
}

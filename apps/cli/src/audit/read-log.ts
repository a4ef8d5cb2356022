import { CannotStart, readConfiguration } from '#platform/terminal';
import type { EventStore } from '#eventsourcing';
import { CannotOpenLog, storeAt, StoreRefused, StoreUnavailable } from '#stores';
import { Unreachable } from '../ledger-client.js';

/** Which log is read. */
export interface LogToRead {
  readonly url: string;
  readonly prefix: string;
  /** Whether it is the one that the configuration names, and so the running ledger's. */
  readonly isConfigured: boolean;
}

/** The log that was named, or that of the configuration. Throws `CannotStart`. */
export function logToRead({ store, prefix }: { readonly store?: string; readonly prefix?: string }): LogToRead {
  const { eventStoreUrl, eventStorePrefix } = readConfiguration(process.env);
  if (store === undefined && eventStoreUrl === 'memory:')
    throw new CannotStart(['EVENT_STORE_URL: a log in memory is seen by its own process alone; give --store.']);
  return { url: store ?? eventStoreUrl, prefix: prefix ?? eventStorePrefix, isConfigured: store === undefined };
}

/** Does something with a log that is open for reading. Throws `CannotStart` where there is no such log, `Unreachable` where it is away. */
export async function reading<T>({ url, prefix }: LogToRead, work: (store: EventStore) => Promise<T>): Promise<T> {
  let store: EventStore | undefined;
  try {
    store = await storeAt(url, { toRead: true, prefix });
    return await work(store);
  } catch (error) {
    if (error instanceof CannotOpenLog || error instanceof StoreRefused) throw new CannotStart([`${error.message}.`]);
    if (error instanceof StoreUnavailable)
      throw new Unreachable(`${error.message}. Run this again when the log can be read.`);
    throw error;
  } finally {
    await store?.close();
  }
}

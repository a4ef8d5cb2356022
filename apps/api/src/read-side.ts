import { Worker } from 'node:worker_threads';
import type { Clock, EventStore } from '#eventsourcing';
import { openReadSideAt, type Configuration } from '#platform';
import { connectReadSide, type ReadSide } from '#read-side';
import { questions, views } from '#views';
import type { ReadSidePlaces } from './read-side.worker.js';

/**
 * Opens the read side in a thread of its own, for its database blocks the thread it runs on; a log in memory is seen by this
 * thread alone, and so is read here.
 */
export async function openReadSideOf(
  { eventStoreUrl, databaseUrl }: Configuration,
  store: EventStore,
  clock: Clock,
  log: (line: string) => void,
): Promise<ReadSide> {
  const now = () => clock.now();
  if (eventStoreUrl === 'memory:') return openReadSideAt(databaseUrl, { store, views, questions, log, now });
  const workerData: ReadSidePlaces = { logFile: eventStoreUrl.slice('sqlite:'.length), databaseUrl };
  const start = () => new Worker(new URL('./read-side.worker.js', import.meta.url), { workerData });
  return connectReadSide({ start, views, questions, log, now });
}

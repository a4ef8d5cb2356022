import 'reflect-metadata';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { editionOfFolds, openTracing, type TracesTo } from '#platform';
import { openReadSide, pgliteAt, sayOver, serveReadSide, type Around } from '#read-side';
import { storeAt, type SubscriptionWatch } from '#stores';
import { questions, views } from '#views';

/** What the thread of the read side is given: the addresses of the log and of the database, where traces go, and where it counts. */
export interface ReadSidePlaces {
  readonly eventStoreUrl: string;
  readonly eventStorePrefix: string;
  readonly databaseUrl: string;
  readonly traces: TracesTo | undefined;
  /** Takes `dropped` and `resumed` of the subscription to the log. */
  readonly interruptions: MessagePort;
}

if (!parentPort) throw new Error('this is the thread of the read side, to be started by the api');
const { eventStoreUrl, eventStorePrefix: prefix, databaseUrl, traces, interruptions } = workerData as ReadSidePlaces;
const log = sayOver(parentPort);
const watch: SubscriptionWatch = {
  dropped: () => {
    interruptions.postMessage('dropped');
  },
  resumed: () => {
    interruptions.postMessage('resumed');
  },
};
const store = await storeAt(eventStoreUrl, { toRead: true, prefix, log, watch });
// An error that nobody catches ends the thread; the api starts it again, and the database is made anew.
const onBroken = (error: Error) => {
  queueMicrotask(() => {
    throw error;
  });
};
const database = pgliteAt(databaseUrl, { log, onBroken });
const tracing = await openTracing(traces);
const around: Around = (events, fold) => tracing.folding(events, fold);
const edition = editionOfFolds();
const readSide = await openReadSide({ store, views, questions, database, edition, log, around });
serveReadSide(parentPort, readSide, async () => {
  await tracing.close();
  await store.close();
});

import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { editionOfFolds, openTracing, type TracesTo } from '#platform';
import { openReadSide, pgliteAt, sayOver, serveReadSide, type Around } from '#read-side';
import { storeAt } from '#stores';
import { questions, views } from '#views';

/** What the thread of the read side is given: the addresses of the log and of the database, and where traces go. */
export interface ReadSidePlaces {
  readonly eventStoreUrl: string;
  readonly eventStorePrefix: string;
  readonly databaseUrl: string;
  readonly traces: TracesTo | undefined;
}

if (!parentPort) throw new Error('this is the thread of the read side, to be started by the api');
const { eventStoreUrl, eventStorePrefix: prefix, databaseUrl, traces } = workerData as ReadSidePlaces;
const log = sayOver(parentPort);
const store = await storeAt(eventStoreUrl, { toRead: true, prefix, log });
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

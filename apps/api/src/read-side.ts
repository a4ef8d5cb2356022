import { MessageChannel, Worker } from 'node:worker_threads';
import {
  editionOfFolds,
  openOwnReadSide,
  openServedReadSide,
  systemClock,
  type Foundation,
  type Lead,
} from '#platform';
import { connectReadSide, type Around, type ReadSide } from '#read-side';
import type { SubscriptionWatch } from '#stores';
import { questions, views } from '#views';
import type { ReadSidePlaces } from './read-side.worker.js';

/** The read side, and who says when this process leads where it is one of several. */
export interface Opened {
  readonly readSide: ReadSide;
  readonly lead?: Lead;
}

/**
 * Opens the read side that is configured. An embedded database blocks the thread it runs on, and so has one of its own; but a log in memory
 * is seen by this thread alone, and is read here.
 */
export async function openReadSideOf({
  configuration,
  measures,
  store,
  say: log,
  tracing,
}: Foundation): Promise<Opened> {
  const now = () => systemClock.now();
  const around: Around = (events, fold) => tracing.folding(events, fold);
  const parts = { store, views, questions, log, now, around };
  if (configuration.hasDatabaseServer) {
    const served = openServedReadSide(configuration, configuration.worksInside, {
      ...parts,
      edition: editionOfFolds(),
    });
    return { readSide: served, lead: served };
  }
  const { eventStoreUrl, eventStorePrefix, databaseUrl, traces } = configuration;
  if (eventStoreUrl === 'memory:') return { readSide: await openOwnReadSide(configuration, parts) };
  const start = () => {
    const { port1, port2: interruptions } = new MessageChannel();
    port1.on('message', (what: keyof SubscriptionWatch) => {
      measures[what]();
    });
    // It is no reason to go on once all else has ended.
    port1.unref();
    const workerData: ReadSidePlaces = { eventStoreUrl, eventStorePrefix, databaseUrl, traces, interruptions };
    const transferList = [interruptions];
    return new Worker(new URL('./read-side.worker.js', import.meta.url), { workerData, transferList });
  };
  return { readSide: await connectReadSide({ start, views, questions, log, now }) };
}

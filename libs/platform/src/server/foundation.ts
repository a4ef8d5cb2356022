import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { EventStore } from '#eventsourcing';
import type { ReadSide } from '#read-side';
import type { Configuration } from '../configuration/configuration.js';
import { localIssuerOf } from '../identity/issuer-of.js';
import type { LocalIssuer } from '../identity/local-issuer.js';
import { openStore } from '../ledger/open-store.js';
import { openLog } from '../log/log.js';
import { Measures } from '../metrics/measures.js';
import { metered } from '../metrics/metered.js';
import { openTracing } from '../tracing/open-tracing.js';
import type { Tracing } from '../tracing/tracing.js';
import { prepareDataDirectory } from './data-directory.js';
import { listen } from './server.js';
import { shutDown } from './shut-down.js';
import { stepsOn, type Step } from './steps.js';
import { stopOnSignals } from './stop-on-signals.js';

/** What every process of the ledger stands on: opened before its read side and its application, and closed after them. */
export interface Foundation {
  readonly configuration: Configuration;
  readonly log: Logger;
  /** Logs a line that somebody should see, of those who know no logger. */
  readonly say: (line: string) => void;
  readonly localIssuer: LocalIssuer | undefined;
  /** What is counted and timed in this process. */
  readonly measures: Measures;
  /** The log, whose work is counted in the measures. */
  readonly store: EventStore;
  readonly tracing: Tracing;
  /** Does a further step of the start. */
  readonly step: Step;
}

/** Opens the foundation that is configured, saying each step on standard output; throws `CannotStart`. */
export async function openFoundation(configuration: Configuration): Promise<Foundation> {
  const { dataDir, eventStoreUrl, logLevel, traces } = configuration;
  // What is printed is for those who look: when they go, the ledger goes on.
  process.stdout.on('error', () => process.stdout.destroy());
  const step = stepsOn(process.stdout);
  const log = openLog(logLevel);
  const say = (line: string) => {
    log.warn(line);
  };
  await step(`data directory ${dataDir}`, () => prepareDataDirectory(dataDir));
  const localIssuer = await step('issuer of tokens', () => localIssuerOf(configuration));
  const measures = new Measures();
  const opened = await step(`log ${eventStoreUrl}`, () => openStore(configuration, say, measures));
  const store = metered(opened, measures);
  const tracing = await openTracing(traces);
  return { configuration, log, say, localIssuer, measures, store, tracing, step };
}

/**
 * Has an application listen until SIGTERM or SIGINT, and then closes it, its read side and its foundation, in this order. Resolves with
 * the port once it listens; throws `CannotStart` where it cannot.
 */
export async function serveOn(
  { configuration, store, tracing, step }: Foundation,
  { app, readSide }: { readonly app: NestFastifyApplication; readonly readSide: ReadSide },
): Promise<number> {
  const port = await step('listening', () => listen(app, configuration));
  stopOnSignals(async () => {
    await shutDown(app);
    await readSide.close();
    await store.close();
    await tracing.close();
  });
  return port;
}

import { readFile } from 'node:fs/promises';
import { aggregates } from '#domain';
import { Folds } from '#eventsourcing';
import {
  createServer,
  listen,
  localIssuerOf,
  openLog,
  openStore,
  openTracing,
  prepareDataDirectory,
  readConfiguration,
  serveDocs,
  shutDown,
  stepsOn,
  stopOnSignals,
  systemClock,
  withoutPassword,
} from '#platform';
import { questions, views } from '#views';
import { ApiModule } from './api.module.js';
import { openReadSideOf } from './read-side.js';
import { welcome } from './welcome.js';

const answers = { views, questions };

/** Starts the api, saying what it does, and stops it in good order on SIGTERM or SIGINT. Throws `CannotStart`. */
export async function start(): Promise<void> {
  const began = performance.now();
  // What is printed is for those who look: when they go, the ledger goes on.
  process.stdout.on('error', () => process.stdout.destroy());
  const step = stepsOn(process.stdout);
  const configuration = readConfiguration(process.env);
  const log = openLog(configuration.logLevel);
  await step(`data directory ${configuration.dataDir}`, () => prepareDataDirectory(configuration.dataDir));
  const localIssuer = await step('issuer of tokens', () => localIssuerOf(configuration));
  const say = (line: string) => {
    log.warn(line);
  };
  const store = await step(`log ${withoutPassword(configuration.eventStoreUrl)}`, () => openStore(configuration, say));
  const tracing = await openTracing(configuration.traces);
  const { readSide, lead } = await step(`read side ${withoutPassword(configuration.databaseUrl)}`, () =>
    openReadSideOf(configuration, store, systemClock, say, tracing),
  );
  const module = ApiModule.of({ configuration, store, folds: new Folds(), readSide, lead, localIssuer, log, tracing });
  const app = await step('application', () => createServer(module, configuration, log, tracing));
  serveDocs(app, { aggregates, ...answers }, await version());
  const port = await step('listening', () => listen(app, configuration));
  stopOnSignals(async () => {
    await shutDown(app);
    await readSide.close();
    await store.close();
    await tracing.close();
  });
  process.stdout.write(await welcome({ configuration, port, localIssuer, milliseconds: performance.now() - began }));
}

async function version(): Promise<string> {
  const manifest = await readFile(new URL('../../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

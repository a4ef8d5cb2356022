import { readFile } from 'node:fs/promises';
import { aggregates } from '#domain';
import { Folds } from '#eventsourcing';
import {
  createServer,
  listen,
  LocalIssuer,
  openLog,
  openStore,
  prepareDataDirectory,
  readConfiguration,
  serveDocs,
  shutDown,
  stepsOn,
  systemClock,
  type Configuration,
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
  const localIssuer = await step('issuer of tokens', () => issuerOf(configuration));
  const store = await step(`log ${configuration.eventStoreUrl}`, () => openStore(configuration.eventStoreUrl));
  const say = (line: string) => {
    log.warn(line);
  };
  const readSide = await step(`read side ${configuration.databaseUrl}`, () =>
    openReadSideOf(configuration, store, systemClock, say),
  );
  const module = ApiModule.of({ configuration, store, folds: new Folds(), readSide, localIssuer, log });
  const app = await step('application', () => createServer(module, configuration, log));
  serveDocs(app, { aggregates, ...answers }, await version());
  const port = await step('listening', () => listen(app, configuration));
  stopOnSignals(async () => {
    await shutDown(app);
    await readSide.close();
    await store.close();
  });
  process.stdout.write(await welcome({ configuration, port, localIssuer, milliseconds: performance.now() - began }));
}

function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    process.stdout.write(`${signal}: finishing what is in flight\n`);
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`could not stop in good order: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

async function issuerOf({ oidcIssuer, dataDir }: Configuration): Promise<LocalIssuer | undefined> {
  return oidcIssuer === undefined ? LocalIssuer.in(dataDir) : undefined;
}

async function version(): Promise<string> {
  const manifest = await readFile(new URL('../../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

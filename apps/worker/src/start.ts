import { Folds } from '#eventsourcing';
import {
  CannotStart,
  createServer,
  editionOfFolds,
  listen,
  localIssuerOf,
  openLog,
  openServedReadSide,
  openStore,
  openTracing,
  prepareDataDirectory,
  readConfiguration,
  shutDown,
  stepsOn,
  stopOnSignals,
  systemClock,
  withoutPassword,
} from '#platform';
import { questions, views } from '#views';
import { WorkerModule } from './worker.module.js';

/**
 * Starts a worker, which folds views and runs policies and deadlines whenever it leads, and answers how it fares; stops it in good order
 * on SIGTERM or SIGINT. Throws `CannotStart`.
 */
export async function start(): Promise<void> {
  process.stdout.on('error', () => process.stdout.destroy());
  const step = stepsOn(process.stdout);
  const configuration = readConfiguration(process.env);
  if (!configuration.isShared) throw new CannotStart([NOT_SHARED]);
  const log = openLog(configuration.logLevel);
  await step(`data directory ${configuration.dataDir}`, () => prepareDataDirectory(configuration.dataDir));
  const localIssuer = await step('issuer of tokens', () => localIssuerOf(configuration));
  const say = (line: string) => {
    log.warn(line);
  };
  const store = await step(`log ${withoutPassword(configuration.eventStoreUrl)}`, () => openStore(configuration, say));
  const tracing = await openTracing(configuration.traces);
  const parts = { store, views, questions, edition: editionOfFolds(), now: () => systemClock.now() };
  const readSide = await step(`read side ${withoutPassword(configuration.databaseUrl)}`, () =>
    openServedReadSide(configuration, true, {
      ...parts,
      around: (events, fold) => tracing.folding(events, fold),
      log: say,
    }),
  );
  const module = WorkerModule.of({
    ...{ configuration, store, folds: new Folds(), readSide, lead: readSide, localIssuer, log, tracing },
  });
  const app = await step('application', () => createServer(module, configuration, log, tracing));
  const port = await step('listening', () => listen(app, configuration));
  stopOnSignals(async () => {
    await shutDown(app);
    await readSide.close();
    await store.close();
    await tracing.close();
  });
  process.stdout.write(`\nA worker of Steadfast tells how it fares at ${configuration.addressAt(port)}/health/ready\n`);
}

const NOT_SHARED =
  'a worker shares its log and its database with the api: set EVENT_STORE_URL=esdb://… and DATABASE_URL=postgres://…; ' +
  'without them the api folds views and runs policies by itself, and needs no worker';

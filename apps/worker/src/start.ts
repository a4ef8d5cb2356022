import { Folds } from '#eventsourcing';
import {
  CannotStart,
  createServer,
  editionOfFolds,
  openFoundation,
  openServedReadSide,
  readConfiguration,
  serveOn,
  systemClock,
} from '#platform';
import { questions, views } from '#views';
import { WorkerModule } from './worker.module.js';

/**
 * Starts a worker, which folds views and runs policies and deadlines whenever it leads, and answers how it fares; stops it in good order
 * on SIGTERM or SIGINT. Throws `CannotStart`.
 */
export async function start(): Promise<void> {
  const configuration = readConfiguration(process.env);
  if (!configuration.isShared) throw new CannotStart([NOT_SHARED]);
  const foundation = await openFoundation(configuration);
  const { log, say, step, store, tracing } = foundation;
  const readSide = await step(`read side ${configuration.databaseUrl}`, () =>
    openServedReadSide(configuration, true, {
      ...{ store, views, questions, edition: editionOfFolds(), log: say },
      now: () => systemClock.now(),
      around: (events, fold) => tracing.folding(events, fold),
    }),
  );
  const module = WorkerModule.of({ ...foundation, folds: new Folds(), readSide, lead: readSide });
  const app = await step('application', () => createServer(module, configuration, log, tracing));
  const port = await serveOn(foundation, { app, readSide });
  process.stdout.write(`\nA worker of Steadfast tells how it fares at ${configuration.addressAt(port)}/health/ready\n`);
}

const NOT_SHARED =
  'a worker shares its log and its database with the api: set EVENT_STORE_URL=esdb://… and DATABASE_URL=postgres://…; ' +
  'without them the api folds views and runs policies by itself, and needs no worker';

import { readFile } from 'node:fs/promises';
import { aggregates } from '#domain';
import { Folds } from '#eventsourcing';
import { createServer, openFoundation, readConfiguration, serveDocs, serveOn } from '#platform';
import { questions, views } from '#views';
import { ApiModule } from './api.module.js';
import { openReadSideOf } from './read-side.js';
import { welcome } from './welcome.js';

/** Starts the api, saying what it does, and stops it in good order on SIGTERM or SIGINT. Throws `CannotStart`. */
export async function start(): Promise<void> {
  const began = performance.now();
  const configuration = readConfiguration(process.env);
  const foundation = await openFoundation(configuration);
  const { localIssuer, log, step, tracing } = foundation;
  const { readSide, lead } = await step(`read side ${configuration.databaseUrl}`, () => openReadSideOf(foundation));
  const module = ApiModule.of({ ...foundation, folds: new Folds(), readSide, lead });
  const app = await step('application', () => createServer(module, configuration, log, tracing));
  serveDocs(app, { aggregates, views, questions }, await version());
  const port = await serveOn(foundation, { app, readSide });
  process.stdout.write(await welcome({ configuration, port, localIssuer, milliseconds: performance.now() - began }));
}

async function version(): Promise<string> {
  const manifest = await readFile(new URL('../../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

import 'reflect-metadata';
import { parentPort, workerData } from 'node:worker_threads';
import { editionOfFolds } from '#platform';
import { openReadSide, pgliteAt, sayOver, serveReadSide } from '#read-side';
import { openSqliteReader } from '#stores';
import { questions, views } from '#views';

/** What the thread of the read side is given: the file of the log, and the address of the database. */
export interface ReadSidePlaces {
  readonly logFile: string;
  readonly databaseUrl: string;
}

if (!parentPort) throw new Error('this is the thread of the read side, to be started by the api');
const { logFile, databaseUrl } = workerData as ReadSidePlaces;
const store = openSqliteReader(logFile);
const log = sayOver(parentPort);
// An error that nobody catches ends the thread; the api starts it again, and the database is made anew.
const onBroken = (error: Error) => {
  queueMicrotask(() => {
    throw error;
  });
};
const database = pgliteAt(databaseUrl, { log, onBroken });
const readSide = await openReadSide({ store, views, questions, database, edition: editionOfFolds(), log });
serveReadSide(parentPort, readSide, () => store.close());

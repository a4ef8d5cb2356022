import { parentPort, workerData } from 'node:worker_threads';
import { openReadSide, pgliteAt, sayOver, serveReadSide } from '#read-side';
import { openSqliteReader } from '#stores';
import { end, howMany, words } from './toy-answers.js';

const { logFile, databaseUrl } = workerData as { logFile: string; databaseUrl: string };
const log = sayOver(parentPort!);
const store = openSqliteReader(logFile);
const database = pgliteAt(databaseUrl, { log });
const readSide = await openReadSide({ store, views: [words], questions: [howMany, end], database, log });
serveReadSide(parentPort!, readSide, () => store.close());

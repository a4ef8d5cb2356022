/** A worker thread that follows the log at `workerData` and tells its parent each event's id as soon as it has it, or without a parent just begins to. */
import { parentPort, workerData } from 'node:worker_threads';
import { START } from '#eventsourcing';
import { openSqliteReader, openSqliteStore } from '#stores';

const path = (workerData as string | null) ?? process.argv[2] ?? '';
const store = parentPort ? undefined : openSqliteStore(path);
const reader = openSqliteReader(path, { patience: 60_000 });

async function follow(): Promise<void> {
  for await (const batch of reader.subscribe(START, new AbortController().signal)) {
    for (const { id } of batch) parentPort?.postMessage(id);
  }
}

void follow();
// Nothing of a store or a reader keeps a thread alive; this does.
parentPort?.on('message', () => undefined);
parentPort?.postMessage('following');
void store?.lastPosition();

import { spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { NO_STREAM } from '#eventsourcing';
import { openSqliteStore } from '#stores';
import { newEvent } from '#testing';

const script = resolve('test/support/follow-log.ts');
const execArgv = ['--import', resolve('test/support/typescript.ts')];

async function withPath(work: (path: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'steadfast-reader-'));
  try {
    await work(join(folder, 'log.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a reader in another thread', () => {
  it(
    'is woken by each commit long before it would look by itself',
    () =>
      withPath(async (path) => {
        const store = openSqliteStore(path);
        const worker = new Worker(script, { execArgv, workerData: path });
        try {
          const told = on(worker, 'message')[Symbol.asyncIterator]();
          const next = async (): Promise<unknown> => ((await told.next()).value as unknown[])[0];
          expect(await next()).toBe('following');
          for (let revision = NO_STREAM; revision < 100; revision++) {
            const event = newEvent();
            const start = performance.now();
            await store.append('light-1', [event], revision);
            expect(await next()).toBe(event.id);
            expect(performance.now() - start).toBeLessThan(2_000);
          }
        } finally {
          await worker.terminate();
          await store.close();
        }
      }),
    30_000,
  );
});

describe('a process with nothing left to do but to follow the log', () => {
  it(
    'ends',
    () =>
      withPath(async (path) => {
        const child = spawn(process.execPath, [...execArgv, script, path], { stdio: 'inherit', timeout: 20_000 });
        expect(await once(child, 'close')).toEqual([0, null]);
      }),
    30_000,
  );
});

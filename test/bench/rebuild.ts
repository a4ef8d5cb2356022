import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NO_STREAM } from '#eventsourcing';
import { openSqliteStore } from '#stores';
import { openPostgresServer } from '../../libs/testing/src/postgres-server.ts';
import { pledgeEvents } from './pledge-events.ts';
import type { Bench } from './row.ts';

const AT_ONCE = 500;

async function fill(logFile: string, count: number): Promise<number> {
  const store = openSqliteStore(logFile);
  for (let done = 0; done * 3 < count; done += AT_ONCE) {
    const some = Array.from({ length: AT_ONCE }, (_, index) => done + index);
    await Promise.all(some.map((index) => store.append(`pledge-bench-${index}`, pledgeEvents(index), NO_STREAM)));
  }
  const last = await store.lastPosition();
  await store.close();
  return Number(last);
}

/** A log of a million events folded by a process of its own into five views in PostgreSQL, from nothing: how fast, and in how much memory. */
export const benchRebuild: Bench = async ({ quick }) => {
  const directory = mkdtempSync(join(tmpdir(), 'steadfast-rebuild-'));
  const logFile = join(directory, 'log.sqlite');
  const server = await openPostgresServer();
  try {
    const count = await fill(logFile, quick ? 6_000 : 1_000_000);
    const child = join(import.meta.dirname, 'rebuild-child.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [child, await server.database(), logFile]);
    const { rate, memory } = JSON.parse(stdout) as { rate: number; memory: number };
    return [
      { name: `${count} events of a file into five views, PostgreSQL`, value: rate, unit: 'events/s' },
      { name: 'the most memory of the process that folds them', value: memory, unit: 'MiB' },
    ];
  } finally {
    await server.close();
    rmSync(directory, { recursive: true });
  }
};

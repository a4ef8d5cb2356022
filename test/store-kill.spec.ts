import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { START, type EventStore, type RecordedEvent } from '#eventsourcing';
import { openSqliteReader, openSqliteStore } from '#stores';

const KILLS = 24;

type Child = ChildProcessByStdio<null, Readable, Readable>;

/** A child that appends, and what it says; the child runs the sources through `test/support/typescript.ts`. */
class Appender {
  readonly acknowledged: string[] = [];
  failure: string | undefined;
  errors = '';
  #rest = '';
  readonly #child: Child;
  readonly #closed: Promise<unknown>;

  constructor(path: string, run: string, shell?: string) {
    const script = [
      '--import',
      resolve('test/support/typescript.ts'),
      resolve('test/support/append-until-killed.ts'),
      path,
      run,
    ];
    const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe'];
    this.#child = shell
      ? spawn('sh', ['-c', `${shell}; exec "$0" "$@"`, process.execPath, ...script], { stdio })
      : spawn(process.execPath, script, { stdio });
    this.#closed = once(this.#child, 'close');
    this.#child.stderr.on('data', (text: Buffer) => (this.errors += text.toString()));
    this.#child.stdout.on('data', (text: Buffer) => {
      const lines = (this.#rest + text.toString()).split('\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('failed: ')) this.failure = line;
        else this.acknowledged.push(line);
      }
    });
  }

  async started(): Promise<void> {
    while (this.acknowledged.length === 0 && this.#child.exitCode === null) await sleep(5);
    if (this.acknowledged.length === 0) throw new Error(`the child ended before it appended: ${this.errors}`);
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }

  async ended(): Promise<void> {
    await this.#closed;
  }
}

async function withFolder(work: (path: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'steadfast-kill-'));
  try {
    await work(join(folder, 'log.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function logOf(store: EventStore): Promise<readonly RecordedEvent[]> {
  return store.readAll(START, 1_000_000);
}

const appendOf = ({ data }: RecordedEvent) => data as { append: string; count: number };

/** Compares the log with what must be true of it, whatever was killed when. */
function check(log: readonly RecordedEvent[], acknowledged: readonly string[]): void {
  expect(log.map(({ position }) => Number(position))).toEqual(log.map((_, at) => at + 1));
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  const [revisions, found] = [new Map<string, number>(), new Map<string, number>()];
  for (const event of log) {
    expect(event.revision).toBe((revisions.get(event.stream) ?? -1) + 1);
    revisions.set(event.stream, event.revision);
    const { append } = appendOf(event);
    found.set(append, (found.get(append) ?? 0) + 1);
  }
  expect(log.filter((event) => found.get(appendOf(event).append) !== appendOf(event).count)).toEqual([]);
  expect(acknowledged.filter((append) => !found.has(append))).toEqual([]);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
}

/** Follows the log from another process than its writer's until it is told to stop. */
async function follow(path: string, after: bigint, signal: AbortSignal): Promise<RecordedEvent[]> {
  const reader = openSqliteReader(path, { patience: 5 });
  const seen: RecordedEvent[] = [];
  for await (const batch of reader.subscribe(after, signal)) seen.push(...batch);
  await reader.close();
  return seen;
}

describe('a store whose process is killed', () => {
  it(
    `has every acknowledged append once, ${String(KILLS)} times over`,
    () =>
      withFolder(async (path) => {
        const acknowledged: string[] = [];
        let last = START;
        for (let run = 0; run < KILLS; run++) {
          const child = new Appender(path, String(run));
          const stop = new AbortController();
          let seen: Promise<RecordedEvent[]> | undefined;
          try {
            // Every fourth child is killed while it opens the log or makes its first append.
            if (run % 4 === 3) await sleep(Math.random() * 400);
            else {
              await child.started();
              // A second process at the log keeps what SQLite would recover: it is there every other time only.
              if (run % 2 === 0) seen = follow(path, last, stop.signal);
              await sleep(Math.random() * 120);
            }
          } finally {
            await child.kill();
          }
          expect(child.errors).toBe('');
          acknowledged.push(...child.acknowledged);
          stop.abort();
          const followed = await seen;
          const store = openSqliteStore(path);
          const log = await logOf(store);
          await store.close();
          check(log, acknowledged);
          if (followed)
            expect(followed).toEqual(log.filter(({ position }) => position > last).slice(0, followed.length));
          last = log.at(-1)?.position ?? START;
        }
        expect(acknowledged.length).toBeGreaterThan(KILLS);
      }),
    120_000,
  );
});

describe('a store that another process writes', () => {
  it(
    'is refused in one line until that process is gone',
    () =>
      withFolder(async (path) => {
        const child = new Appender(path, 'first');
        try {
          await child.started();
          const second = new Appender(path, 'second');
          await second.ended();
          expect(second.errors).toContain(`CannotOpenLog: ${path} is being written by another process\n`);
          expect(second.acknowledged).toEqual([]);
        } finally {
          await child.kill();
        }
        await openSqliteStore(path).close();
      }),
    30_000,
  );
});

describe('a store whose disk is full', () => {
  it(
    'says so, goes on reading, and has lost nothing that it acknowledged',
    () =>
      withFolder(async (path) => {
        // A limit on the size of files fails writes as a full disk does.
        const child = new Appender(path, 'full', 'ulimit -f 2000');
        await child.ended();
        expect([child.failure, child.errors]).toEqual([
          expect.stringMatching(/^failed: the log could not be written: .*; still readable: true$/),
          '',
        ]);
        expect(child.acknowledged.length).toBeGreaterThan(100);
        const store = openSqliteStore(path);
        check(await logOf(store), child.acknowledged);
        const { revision } = await store.read('light-0');
        await expect(store.append('light-0', [], revision)).resolves.toMatchObject({ revision });
        await store.close();
      }),
    30_000,
  );
});

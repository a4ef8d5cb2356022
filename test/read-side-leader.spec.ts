import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openSharedReadSide, type SharedReadSide } from '#read-side';
import { openSqliteStore } from '#stores';
import { day, event, newOf, administer, openPostgresServer, type PostgresServer } from '#testing';
import { countedWords } from './support/counted-words.js';
import { words } from './support/toy-answers.js';

jest.setTimeout(120_000);

const LEADS = 'this process leads';
const KEYS = 7;

/** A worker in a process of its own. */
class Worker {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;

  constructor(url: string, logFile: string) {
    const support = join(import.meta.dirname, 'support');
    const args = ['--import', join(support, 'typescript.ts'), join(support, 'toy-worker.ts'), url, logFile];
    this.#child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#child.stdout?.on('data', (chunk: Buffer) => this.lines.push(...String(chunk).trim().split('\n')));
  }

  send(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Resolves with how long it took, in ms, until it said that it leads for the `times`th time. */
  async leads(times = 1): Promise<number> {
    const began = performance.now();
    const count = () => this.lines.filter((line) => line === LEADS).length;
    while (count() < times) {
      if (performance.now() - began > 30_000) throw new Error(`it does not lead:\n${this.lines.join('\n')}`);
      await pause(10);
    }
    return performance.now() - began;
  }

  /** Ends it in good order. */
  async end(): Promise<number | null> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return this.#child.exitCode;
    const ended = new Promise<number | null>((resolve) => this.#child.once('close', resolve));
    this.send('SIGCONT');
    this.#child.stdin?.end();
    return ended;
  }
}

describe('several processes on one read database', () => {
  const directory = mkdtempSync(join(tmpdir(), 'steadfast-leader-'));
  const logFile = join(directory, 'log.sqlite');
  const store = openSqliteStore(logFile);
  const workers: Worker[] = [];
  let server: PostgresServer;
  let url: string;
  let readSide: SharedReadSide;
  let position = 0n;

  const append = async (count: number) => {
    const stream = `toy-${position}`;
    const events = Array.from({ length: count }, (_, index) => {
      const n = Number(position) + index + 1;
      return newOf(event(n, 'Said', { key: `k${n % KEYS}`, word: `w${n}` }, { occurredAt: day((n * 5) % 300) }));
    });
    position = (await store.append(stream, events, -1)).position;
  };
  const worker = () => {
    const one = new Worker(url, logFile);
    workers.push(one);
    return one;
  };
  /** How often each event was counted, in sum, when all is folded. */
  const counted = async () => {
    expect(await readSide.waitFor(position, 20_000)).toBe(true);
    const { rows } = await readSide.list('countedWords', { asOf: day(400), limit: 1000 });
    return rows.reduce((sum, { row }) => sum + Number(row.times), 0);
  };
  const equalsRebuild = async () => {
    const before = await readSide.digest('countedWords');
    await readSide.rebuild('countedWords');
    return (await readSide.digest('countedWords')) === before;
  };

  beforeAll(async () => {
    server = await openPostgresServer();
    url = await server.database();
    readSide = openSharedReadSide({ url, store, views: [words, countedWords], mayLead: false });
  });
  afterAll(async () => {
    for (const one of workers) await one.end();
    await readSide.close();
    await store.close();
    await server.close();
    rmSync(directory, { recursive: true });
  });

  it('says that nothing can be read as long as nobody has led', async () => {
    await expect(readSide.list('words')).rejects.toMatchObject({ name: 'ReadSideDown' });
  });

  it('is folded by one of them, and read by all', async () => {
    const [one, other] = [worker(), worker()];
    await append(50);
    await Promise.race([one.leads(), other.leads()]);
    expect(await counted()).toBe(50);
    await append(50);
    expect(await counted()).toBe(100);
    expect([one, other].filter(({ lines }) => lines.includes(LEADS))).toHaveLength(1);
    expect(await equalsRebuild()).toBe(true);
  });

  it('goes on with another one within 5 s when the leader is killed', async () => {
    const [first, next] = workers.toSorted((a, b) => b.lines.length - a.lines.length) as [Worker, Worker];
    first.send('SIGKILL');
    const took = await next.leads();
    expect(took).toBeLessThan(5_000);
    await append(50);
    expect(await counted()).toBe(150);
    workers.splice(workers.indexOf(first), 1);
  });

  it('goes on with another one when the leader is frozen, who writes nothing once it is thawed', async () => {
    const [frozen] = workers as [Worker];
    const next = worker();
    for (let turn = 0; turn < 20; turn++) await append(25);
    frozen.send('SIGSTOP');
    const took = await next.leads();
    expect(took).toBeLessThan(8_000);
    await append(50);
    expect(await counted()).toBe(700);
    frozen.send('SIGCONT');
    for (let turn = 0; turn < 40; turn++) {
      await append(5);
      await pause(20);
    }
    expect(await counted()).toBe(900);
    expect(frozen.lines.filter((line) => line === LEADS)).toHaveLength(1);
    expect(frozen.lines.some((line) => line.startsWith('leading is interrupted: '))).toBe(true);
    expect(await equalsRebuild()).toBe(true);
  });

  it('is led again by one that was frozen, when the other one ends in good order', async () => {
    const [thawed, leader] = workers as [Worker, Worker];
    const [code, took] = await Promise.all([leader.end(), thawed.leads(2)]);
    expect(code).toBe(0);
    expect(took).toBeLessThan(5_000);
    await append(50);
    expect(await counted()).toBe(950);
  });

  it('loses nothing when the server drops all connections again and again', async () => {
    for (let turn = 0; turn < 4; turn++) {
      await append(100);
      await administer(
        url,
        'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
      );
      await pause(300);
    }
    expect(await counted()).toBe(1350);
    expect(await equalsRebuild()).toBe(true);
    const { trouble, lag } = await readSide.status();
    expect({ trouble, lag }).toEqual({ trouble: undefined, lag: 0n });
  });
});

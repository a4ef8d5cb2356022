import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { LocalIssuer } from '#platform';
import { pledge } from '../support/load.ts';
import { median, type BenchOptions, type BenchRow } from './row.ts';

const CONNECTIONS = [1, 16, 64];
const root = join(import.meta.dirname, '../..');

interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

interface Slice {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
}

/** What the servers did in one round, one right after the other, and how many ms the views took then to come to the end of the log. */
interface Round {
  readonly bare: Slice;
  readonly nest: Slice;
  readonly api: Slice;
  readonly behind: number;
}

/** Commands over HTTP, from this process against the built server in another, in turn with routes that append nothing. */
export async function benchHttp({ quick }: BenchOptions): Promise<readonly BenchRow[]> {
  const [seconds, rounds] = quick ? [2, 1] : [3, 5];
  const dataDir = mkdtempSync(join(tmpdir(), 'steadfast-bench-'));
  const servers: Server[] = [];
  const start = async (command: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const server = await started(command, env);
    servers.push(server);
    return server;
  };
  try {
    const issuer = await LocalIssuer.in(dataDir);
    const token = await issuer.issue({ subject: 'bench', party: 'DEU', roles: ['operator'], ttl: '1h' });
    const floor = join(import.meta.dirname, 'http-floor.ts');
    const bare = await start([floor, 'fastify']);
    const nest = await start([floor, 'nest']);
    const api = await start(['dist/apps/api/src/main.js'], { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' });
    const round = async (connections: number, length: number): Promise<Round> => ({
      bare: await load(bare.port, token, connections, length),
      nest: await load(nest.port, token, connections, length),
      api: await load(api.port, token, connections, length),
      behind: await caughtUp(api.port),
    });
    await round(16, 2);
    const rows: BenchRow[] = [];
    for (const connections of CONNECTIONS) {
      const all: Round[] = [];
      for (let at = 0; at < rounds; at++) all.push(await round(connections, seconds));
      rows.push(...rowsOf(connections, all));
    }
    return rows;
  } finally {
    for (const server of servers) await server.stop();
    rmSync(dataDir, { recursive: true });
  }
}

function rowsOf(connections: number, rounds: readonly Round[]): BenchRow[] {
  const of = (figure: (round: Round) => number) => median(rounds.map(figure));
  const at = `${String(connections)} ${connections === 1 ? 'connection' : 'connections'}`;
  const name = `commands over HTTP, ${at}`;
  const floor = 'the Nest route that appends nothing';
  return [
    { name: `floor: a bare Fastify POST, ${at}`, value: of(({ bare }) => bare.rate), unit: '/s' },
    { name: `floor: Nest and Fastify, body validated, ${at}`, value: of(({ nest }) => nest.rate), unit: '/s' },
    { name, value: of(({ api }) => api.rate), unit: '/s', floor, ratio: of(({ api, nest }) => api.rate / nest.rate) },
    { name: `${name}, p50`, value: of(({ api }) => api.p50), unit: 'ms' },
    { name: `${name}, p99`, value: of(({ api }) => api.p99), unit: 'ms' },
    { name: `${name}, views at the end of the log after`, value: of(({ behind }) => behind), unit: 'ms' },
  ];
}

/** Waits until the views stand where the log ends; the ms that took. */
async function caughtUp(port: number): Promise<number> {
  const began = performance.now();
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/metrics`);
    if (/^steadfast_read_side_lag 0$/m.test(await answer.text())) return performance.now() - began;
    if (performance.now() - began > 120_000) throw new Error('the views do not come to the end of the log');
    await sleep(20);
  }
}

let made = 0;

/** Distinct pledges at full speed for some seconds; fails on any answer but success. */
async function load(port: number, token: string, connections: number, duration: number): Promise<Slice> {
  const run = process.pid;
  const result = await autocannon({
    url: `http://127.0.0.1:${String(port)}`,
    connections,
    duration,
    requests: [
      {
        method: 'POST',
        path: '/commands/MakePledge',
        setupRequest: (request) => {
          const pledgeId = `bench-${String(run)}-${String(++made)}`;
          const headers = {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            'idempotency-key': pledgeId,
          };
          return { ...request, headers, body: JSON.stringify({ ...pledge, pledgeId }) };
        },
      },
    ],
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${String(failed)} of ${String(result.requests.total)} requests failed`);
  return { rate: result.requests.total / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}

/** A server in a process of its own, which says its port on standard output. */
async function started(command: readonly string[], env: Readonly<Record<string, string>>): Promise<Server> {
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { port: await portOf(child), stop: () => stopped(child) };
}

/** Goes on reading after the port is known, for a server whose output nobody reads dies of it. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += String(chunk);
      const port = /^(\d+)$|http:\/\/[\d.]+:(\d+)/m.exec(said);
      if (port) resolve(Number(port[1] ?? port[2]));
    });
    child.once('exit', () => {
      reject(new Error(`the server ended before it answered: ${said}`));
    });
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { LocalIssuer } from '#platform';
import type { BenchOptions, BenchRow } from './row.ts';

const CONNECTIONS = [1, 16, 64];
const root = join(import.meta.dirname, '../..');

interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

interface Measured {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
}

/** Commands over HTTP, from this process against the built server in another, beside routes that append nothing. */
export async function benchHttp({ quick }: BenchOptions): Promise<readonly BenchRow[]> {
  const seconds = quick ? 2 : 8;
  const dataDir = mkdtempSync(join(tmpdir(), 'steadfast-bench-'));
  try {
    const issuer = await LocalIssuer.in(dataDir);
    const token = await issuer.issue({ subject: 'bench', party: 'DEU', roles: ['operator'], ttl: '1h' });
    const floor = join(import.meta.dirname, 'http-floor.ts');
    const bare = await measured(await started([floor, 'fastify'], {}), token, seconds, [64]);
    const nest = await measured(await started([floor, 'nest'], {}), token, seconds, CONNECTIONS);
    const api = await started(['dist/apps/api/src/main.js'], { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' });
    const commands = await measured(api, token, seconds, CONNECTIONS);
    return [...rowsOf(commands, nest), ...floorRows(nest, bare)];
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

function rowsOf(commands: ReadonlyMap<number, Measured>, nest: ReadonlyMap<number, Measured>): BenchRow[] {
  return [...commands].flatMap(([connections, { rate, p50, p99 }]) => {
    const name = `commands over HTTP, ${String(connections)} connections`;
    const floorRate = nest.get(connections)?.rate ?? NaN;
    return [
      { name, value: rate, unit: '/s', floor: 'the Nest route that appends nothing', ratio: rate / floorRate },
      { name: `${name}, p50`, value: p50, unit: 'ms' },
      { name: `${name}, p99`, value: p99, unit: 'ms' },
    ];
  });
}

function floorRows(nest: ReadonlyMap<number, Measured>, bare: ReadonlyMap<number, Measured>): BenchRow[] {
  const rows = [...nest].map(([connections, { rate }]) => ({
    name: `floor: Nest and Fastify, body validated, ${String(connections)} connections`,
    value: rate,
    unit: '/s',
  }));
  return [
    ...rows,
    { name: 'floor: a bare Fastify POST, 64 connections', value: bare.get(64)?.rate ?? NaN, unit: '/s' },
  ];
}

async function measured(
  server: Server,
  token: string,
  seconds: number,
  connections: readonly number[],
): Promise<ReadonlyMap<number, Measured>> {
  const results = new Map<number, Measured>();
  try {
    await load(server.port, token, 16, 1);
    for (const count of connections) results.set(count, await load(server.port, token, count, seconds));
  } finally {
    await server.stop();
  }
  return results;
}

let made = 0;

/** Distinct pledges at full speed for some seconds; fails on any answer but success. */
async function load(port: number, token: string, connections: number, duration: number): Promise<Measured> {
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

const pledge = {
  donor: 'DEU',
  kind: 'military',
  title: 'Air defence',
  amount: { amount: '5000000.00', currency: 'EUR', basis: 'claimed' },
  claims: [{ source: 'https://example.org/statement', said: '2026-01-15', learnt: '2026-01-15' }],
};

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

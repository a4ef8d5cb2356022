import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalIssuer } from '#platform';
import { caughtUp, makePledges, type Slice } from './pledges.ts';
import { median, type BenchOptions, type BenchRow } from './row.ts';
import { started, type Server } from './served.ts';

const CONNECTIONS = [1, 16, 64];

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
      bare: await makePledges(bare.port, token, connections, length),
      nest: await makePledges(nest.port, token, connections, length),
      api: await makePledges(api.port, token, connections, length),
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

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#eventsourcing';
import { LocalIssuer } from '#platform';
import { openEventStoreDb } from '#stores';
import { startChildDouble, type ChildDouble } from '../support/eventstoredb/child.ts';
import { openPostgresServer } from '../../libs/testing/src/postgres-server.ts';
import { caughtUp, makePledges, type Slice } from './pledges.ts';
import { processorTime } from './processor-time.ts';
import { median, type Bench, type BenchOptions, type BenchRow } from './row.ts';
import { started, type Server } from './served.ts';
import { eventsOf, rateOf, write } from './writers.ts';

/** Both connections to the api and writers to the double. */
const WRITERS = 64;

/** One way to run the ledger on the double: the processes in the order of their start, the api first, and their environment. */
interface Layout {
  readonly name: string;
  readonly apps: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** What one round did; times of the processor are in µs for each, of all processes that take part. */
interface Round {
  readonly appends: number;
  readonly timeOfAppend: number;
  readonly commands: Slice;
  readonly timeOfCommand: number;
  readonly timeOfApi: number;
  /** ms until the views stood at the end of the log. */
  readonly behind: number;
}

/**
 * Commands over HTTP with the log in the double of EventStoreDB, beside what the adapter appends to it with nothing around: as it is run in
 * production, with workers that fold into PostgreSQL, and with all in one process.
 */
export const benchDouble: Bench = async (options) => {
  const double = await startChildDouble();
  const postgres = await openPostgresServer();
  try {
    const apart = { DATABASE_URL: await postgres.database() };
    return [
      ...(await measured(double, { name: 'in production', apps: ['api', 'worker'], env: apart }, options)),
      ...(await measured(double, { name: 'in one process', apps: ['api'], env: {} }, options)),
    ];
  } finally {
    await postgres.close();
    await double.stop();
  }
};

async function measured(
  double: ChildDouble,
  { name, apps, env }: Layout,
  { quick }: BenchOptions,
): Promise<BenchRow[]> {
  const [seconds, rounds, count, warmFor] = quick ? [2, 2, 5_000, 2] : [4, 5, 12_800, 10];
  const dataDir = mkdtempSync(join(tmpdir(), 'steadfast-bench-'));
  const bare = await openEventStoreDb(double.url, { prefix: `bare-${apps.join('_')}.` });
  const servers: Server[] = [];
  try {
    const settings = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error', METRICS: 'open', ...env };
    const log = { EVENT_STORE_URL: double.url, EVENT_STORE_PREFIX: `${apps.join('_')}.` };
    for (const app of apps) servers.push(await started([`dist/apps/${app}/src/main.js`], { ...settings, ...log }));
    const [api] = servers as [Server];
    const issuer = await LocalIssuer.in(dataDir);
    const token = await issuer.issue({ subject: 'bench', party: 'DEU', roles: ['operator'], ttl: '1h' });
    const round = async (name: string, length: number): Promise<Round> => {
      const before = processorTime();
      const appends = await appendsTo(bare, name, count);
      const between = processorTime();
      const ofApi = processorTime(api.pid);
      const commands = await makePledges(api.port, token, WRITERS, length);
      const behind = await caughtUp(api.port);
      const done = commands.rate * length;
      return {
        ...{ appends, commands, behind, timeOfAppend: (between - before) / count },
        timeOfCommand: (processorTime() - between) / done,
        timeOfApi: (processorTime(api.pid) - ofApi) / done,
      };
    };
    await round('warm', warmFor);
    const all: Round[] = [];
    for (let at = 0; at < rounds; at++) all.push(await round(String(at), seconds));
    return rowsOf(name, all);
  } finally {
    for (const server of servers) await server.stop();
    await bare.close();
    rmSync(dataDir, { recursive: true });
  }
}

/** Appends of one event by so many writers at once, each to a stream of its own. */
function appendsTo(store: EventStore, round: string, count: number): Promise<number> {
  const streams = Array.from({ length: WRITERS }, (_, writer) => `${round}-${String(writer)}`);
  const events = streams.map((stream) => eventsOf(stream, Math.ceil(count / WRITERS)));
  return rateOf(count, () => Promise.all(streams.map((stream, writer) => write(store, stream, events[writer] ?? []))));
}

function rowsOf(layout: string, rounds: readonly Round[]): BenchRow[] {
  const of = (figure: (round: Round) => number) => median(rounds.map(figure));
  const floor = `the adapter alone, ${String(WRITERS)} writers`;
  const name = `commands on the double, ${layout}`;
  const ratio = of(({ commands, appends }) => commands.rate / appends);
  return [
    { name: `floor: ${floor}, ${layout}`, value: of(({ appends }) => appends), unit: 'appends/s' },
    {
      name: `floor: ${floor}, ${layout}, processor time`,
      value: of(({ timeOfAppend }) => timeOfAppend),
      unit: 'µs',
    },
    { name, value: of(({ commands }) => commands.rate), unit: '/s', floor, ratio },
    { name: `${name}: processor time`, value: of(({ timeOfCommand }) => timeOfCommand), unit: 'µs' },
    { name: `${name}, of it the api`, value: of(({ timeOfApi }) => timeOfApi), unit: 'µs' },
    { name: `${name}, p50`, value: of(({ commands }) => commands.p50), unit: 'ms' },
    { name: `${name}, p99`, value: of(({ commands }) => commands.p99), unit: 'ms' },
    { name: `${name}, views at the end of the log after`, value: of(({ behind }) => behind), unit: 'ms' },
  ];
}

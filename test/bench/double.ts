import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#eventsourcing';
import { LocalIssuer } from '#platform';
import { openEventStoreDb } from '#stores';
import { startChildDouble } from '../support/eventstoredb/child.ts';
import { caughtUp, makePledges, type Slice } from './pledges.ts';
import { median, type Bench, type BenchRow } from './row.ts';
import { started } from './served.ts';
import { eventsOf, rateOf, write } from './writers.ts';

/** Both connections to the api and writers to the double. */
const WRITERS = 64;

interface Round {
  readonly appends: number;
  readonly commands: Slice;
  /** ms until the views stood at the end of the log. */
  readonly behind: number;
}

/** Commands over HTTP with the log in the double of EventStoreDB, beside what the adapter appends to it with nothing around. */
export const benchDouble: Bench = async ({ quick }) => {
  const [seconds, rounds, count] = quick ? [2, 2, 5_000] : [3, 5, 12_800];
  const dataDir = mkdtempSync(join(tmpdir(), 'steadfast-bench-'));
  const double = await startChildDouble();
  const bare = await openEventStoreDb(double.url, { prefix: 'bare.' });
  const env = { DATA_DIR: dataDir, EVENT_STORE_URL: double.url, PORT: '0', LOG_LEVEL: 'error' };
  const api = await started(['dist/apps/api/src/main.js'], env);
  try {
    const issuer = await LocalIssuer.in(dataDir);
    const token = await issuer.issue({ subject: 'bench', party: 'DEU', roles: ['operator'], ttl: '1h' });
    const round = async (name: string, length: number): Promise<Round> => ({
      appends: await appendsTo(bare, name, count),
      commands: await makePledges(api.port, token, WRITERS, length),
      behind: await caughtUp(api.port),
    });
    await round('warm', 2);
    const all: Round[] = [];
    for (let at = 0; at < rounds; at++) all.push(await round(String(at), seconds));
    return rowsOf(all);
  } finally {
    await api.stop();
    await bare.close();
    await double.stop();
    rmSync(dataDir, { recursive: true });
  }
};

/** Appends of one event by so many writers at once, each to a stream of its own. */
function appendsTo(store: EventStore, round: string, count: number): Promise<number> {
  const streams = Array.from({ length: WRITERS }, (_, writer) => `${round}-${String(writer)}`);
  const events = streams.map((stream) => eventsOf(stream, Math.ceil(count / WRITERS)));
  return rateOf(count, () => Promise.all(streams.map((stream, writer) => write(store, stream, events[writer] ?? []))));
}

function rowsOf(rounds: readonly Round[]): BenchRow[] {
  const of = (figure: (round: Round) => number) => median(rounds.map(figure));
  const floor = `the adapter alone, ${String(WRITERS)} writers`;
  const name = `commands on the double, ${String(WRITERS)} connections`;
  const ratio = of(({ commands, appends }) => commands.rate / appends);
  return [
    { name: `floor: ${floor}`, value: of(({ appends }) => appends), unit: 'appends/s' },
    { name, value: of(({ commands }) => commands.rate), unit: '/s', floor, ratio },
    { name: `${name}, p50`, value: of(({ commands }) => commands.p50), unit: 'ms' },
    { name: `${name}, p99`, value: of(({ commands }) => commands.p99), unit: 'ms' },
    { name: `${name}, views at the end of the log after`, value: of(({ behind }) => behind), unit: 'ms' },
  ];
}

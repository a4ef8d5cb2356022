import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryStore } from '#stores';
import { NO_STREAM, type RecordedEvent } from '#eventsourcing';
import { openReadSide, openSharedReadSide, pgliteIn, type ReadSide } from '#read-side';
import { chair, totals } from '#views';
import { openPostgresServer } from '../../libs/testing/src/postgres-server.ts';
import { event, pledgeEvents } from './pledge-events.ts';
import type { Bench, BenchRow } from './row.ts';

/** The views that the totals are read from, and one beside them. */
const views = [...totals.reads, chair];
const FOREVER = 600_000;

async function logOf(count: number): Promise<MemoryStore> {
  const store = new MemoryStore();
  for (let index = 0; index < count; index++) {
    await store.append(`pledge-bench-${index}`, pledgeEvents(index), NO_STREAM);
  }
  const published = { ratesId: 'bench', base: 'EUR', on: '2024-07-10', rates: { USD: '1.0759' }, source: 'bench' };
  const { id, metadata, ...rest } = event('RatesPublished', { ...published, pledgeId: 'rates', donor: 'EU' }, 0);
  await store.append('rates-bench', [{ id, metadata, ...rest, data: published }], NO_STREAM);
  return store;
}

/** How many of the log's events JSON.parse reads a second: the least that any projection of a stored log costs. */
async function parsed(store: MemoryStore): Promise<number> {
  const lines = (await all(store)).map(({ position, ...stored }) =>
    JSON.stringify({ ...stored, position: String(position) }),
  );
  const began = performance.now();
  for (const line of lines) JSON.parse(line);
  return (lines.length / (performance.now() - began)) * 1_000;
}

async function all(store: MemoryStore): Promise<readonly RecordedEvent[]> {
  return store.readAll(0n, Number.MAX_SAFE_INTEGER);
}

async function milliseconds(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return taken.sort((a, b) => a - b)[times >> 1] ?? NaN;
}

async function queries(readSide: ReadSide, count: number): Promise<BenchRow[]> {
  const asked = { measure: ['allocated'], by: 'donor', in: 'EUR', rates: ['bench'] };
  const asOf = '2024-04-15T00:00:00.000Z';
  const key = `bench-${count >> 1}`;
  const where = [{ column: 'donor', in: ['DEU'] }];
  const works: readonly [string, () => Promise<unknown>][] = [
    ['a row by its key', () => readSide.row('pledges', key)],
    ['a row by its key, asOf', () => readSide.row('pledges', key, { asOf })],
    ['a page of 100 of a donor', () => readSide.list('pledges', { where })],
    ['a page of 100 of a donor, asOf', () => readSide.list('pledges', { where, asOf })],
    ['totals by donor', () => readSide.ask('totals', asked)],
    ['totals by donor, asOf', () => readSide.ask('totals', asked, { asOf })],
  ];
  const rows: BenchRow[] = [];
  for (const [name, work] of works) {
    rows.push({ name: `${name}, ${count} pledges`, value: await milliseconds(7, work), unit: 'ms' });
  }
  return rows;
}

/** Events into seven views, a view folded anew, and queries in both times, of a read side that has just been opened. */
async function measured(readSide: ReadSide, store: MemoryStore, count: number, floor: number): Promise<BenchRow[]> {
  const last = await store.lastPosition();
  const live = await rate(Number(last), () => readSide.waitFor(last, FOREVER));
  const anew = await rate(Number(last), () => readSide.rebuild('pledges'));
  const ofParse = { unit: 'events/s', floor: 'JSON.parse of the log' };
  return [
    { name: 'events into seven views', value: live, ratio: live / floor, ...ofParse },
    { name: 'the log folded anew into the view pledges', value: anew, ratio: anew / floor, ...ofParse },
    ...(await queries(readSide, count)),
  ];
}

async function onPglite(store: MemoryStore, count: number, floor: number): Promise<BenchRow[]> {
  const directory = mkdtempSync(join(tmpdir(), 'steadfast-bench-'));
  const database = pgliteIn(join(directory, 'read'));
  const readSide = await openReadSide({ store, views, questions: [totals], database });
  try {
    return await measured(readSide, store, count, floor);
  } finally {
    await readSide.close();
    rmSync(directory, { recursive: true });
  }
}

async function onPostgres(store: MemoryStore, count: number, floor: number): Promise<BenchRow[]> {
  const server = await openPostgresServer();
  const url = await server.database();
  const readSide = openSharedReadSide({ url, store, views, questions: [totals], mayLead: true });
  try {
    const rows = await measured(readSide, store, count, floor);
    return rows.map((row) => ({ ...row, name: `${row.name}, PostgreSQL` }));
  } finally {
    await readSide.close();
    await server.close();
  }
}

/** The engine in this thread, on PGlite and on a PostgreSQL of its own. */
export const benchEngine: Bench = async ({ quick }) => {
  const count = quick ? 2_000 : 100_000;
  const store = await logOf(count);
  const floor = await parsed(store);
  try {
    return [
      { name: 'JSON.parse of the log', value: floor, unit: 'events/s' },
      ...(await onPglite(store, count, floor)),
      ...(await onPostgres(store, count, floor)),
    ];
  } finally {
    await store.close();
  }
};

async function rate(count: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (count / (performance.now() - began)) * 1_000;
}

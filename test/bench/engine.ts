import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryStore } from '#stores';
import { commandIdOf, eventIdOf, NO_STREAM, type NewEvent, type RecordedEvent } from '#eventsourcing';
import { openReadSide, pgliteIn, type ReadSide } from '#read-side';
import { allocations, chair, commitments, pledges, rates, totals } from '#views';
import type { Bench, BenchRow } from './row.ts';

const views = [allocations, chair, commitments, pledges, rates];
const DONORS = ['DEU', 'FRA', 'GBR', 'NOR', 'POL', 'SWE', 'USA'];
const AT = '2024-07-11T09:00:00.000Z';
const FOREVER = 600_000;

function event(type: string, data: { pledgeId: string; donor: string }, index: number): NewEvent {
  const commandId = commandIdOf(type, `${data.pledgeId}/${index}`);
  const day = String((index % 28) + 1).padStart(2, '0');
  return {
    id: eventIdOf(data.pledgeId, commandId, 0, type),
    type,
    data,
    at: AT,
    occurredAt: `2024-0${(index % 6) + 1}-${day}T00:00:00.000Z`,
    metadata: {
      commandId,
      payload: '',
      by: { subject: 'operator-7', party: data.donor, roles: ['operator'] },
      correlationId: commandId,
      causationId: commandId,
    },
  };
}

/** A pledge made, committed and allocated whole: what a pledge leaves in the log, at least. */
function pledgeEvents(index: number): NewEvent[] {
  const of = { pledgeId: `bench-${index}`, donor: DONORS[index % DONORS.length] ?? 'DEU', kind: 'military' };
  const amount = { amount: `${1_000 + (index % 977)}.50`, currency: 'EUR', basis: 'claimed' };
  const total = { amount: amount.amount };
  const claims = [{ source: 'https://example.org/statement', said: '2024-07-10' }];
  const made = { ...of, title: 'Air defence', lines: [], currency: 'EUR', amount, claims };
  const committed = { ...of, from: { amount: '0' }, to: total, currency: 'EUR', basis: 'claimed', claims };
  const against = { amount: amount.amount, currency: 'EUR' };
  const allocated = { ...of, allocationId: 'a', lines: [], amount, against, claims };
  return [
    event('PledgeMade', made, index),
    event('PledgeCommitted', committed, index),
    event('PledgeAllocated', allocated, index),
  ];
}

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

/** The engine on PGlite in this thread: events into five views, a view folded anew, and queries in both times. */
export const benchEngine: Bench = async ({ quick }) => {
  const count = quick ? 2_000 : 100_000;
  const store = await logOf(count);
  const last = await store.lastPosition();
  const floor = await parsed(store);
  const directory = mkdtempSync(join(tmpdir(), 'steadfast-bench-'));
  const database = pgliteIn(join(directory, 'read'));
  const readSide = await openReadSide({ store, views, questions: [totals], database });
  try {
    const live = await rate(Number(last), () => readSide.waitFor(last, FOREVER));
    const anew = await rate(Number(last), () => readSide.rebuild('pledges'));
    const ofParse = { unit: 'events/s', floor: 'JSON.parse of the log' };
    return [
      { name: 'JSON.parse of the log', value: floor, unit: 'events/s' },
      { name: 'events into five views', value: live, ratio: live / floor, ...ofParse },
      { name: 'the log folded anew into the view pledges', value: anew, ratio: anew / floor, ...ofParse },
      ...(await queries(readSide, count)),
    ];
  } finally {
    await readSide.close();
    await store.close();
    rmSync(directory, { recursive: true });
  }
};

async function rate(count: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (count / (performance.now() - began)) * 1_000;
}

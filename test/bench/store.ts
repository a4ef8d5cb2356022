import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { START, type EventStore, type NewEvent } from '#eventsourcing';
import { openSqliteReader, openSqliteStore } from '#stores';
import { median, type Bench, type BenchRow } from './row.ts';
import { eventsOf, rateOf, write } from './writers.ts';

const GROUP = 64;

/** Writes the events to a raw file, `group` of them before each fdatasync. */
function writeRaw(file: string, events: readonly NewEvent[], group: number): void {
  const descriptor = openSync(file, 'a');
  for (let at = 0; at < events.length; at += group) {
    writeSync(
      descriptor,
      events
        .slice(at, at + group)
        .map((event) => `${JSON.stringify(event)}\n`)
        .join(''),
    );
    fdatasyncSync(descriptor);
  }
  closeSync(descriptor);
}

/** Rounds of a raw file and the store in turn, so that both have the disk as it is at that time; medians of the rates and of their ratios. */
async function appends(
  folder: string,
  store: EventStore,
  writers: number,
  count: number,
  rounds: number,
): Promise<BenchRow[]> {
  const group = Math.min(writers, GROUP);
  const [raw, rates, waits]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    const names = Array.from(
      { length: writers },
      (_, writer) => `bench-${String(writers)}-${String(round)}-${String(writer)}`,
    );
    const events = names.map((name) => eventsOf(name, Math.ceil(count / writers)));
    raw.push(
      await rateOf(count, () => {
        writeRaw(join(folder, 'raw'), events.flat(), group);
      }),
    );
    rates.push(
      await rateOf(count, async () => {
        const all = await Promise.all(names.map((name, writer) => write(store, name, events[writer] ?? [])));
        waits.push(...all.flat());
      }),
    );
  }
  const sorted = waits.toSorted((a, b) => a - b);
  const name = `store: durable appends, ${String(writers)} ${writers === 1 ? 'writer' : 'writers'}`;
  const floor = `raw file, ${String(group)} a write and fdatasync`;
  return [
    { name: `floor: ${floor}`, value: median(raw), unit: 'events/s' },
    {
      name,
      value: median(rates),
      unit: 'events/s',
      floor,
      ratio: median(rates.map((rate, at) => rate / (raw[at] ?? NaN))),
    },
    { name: `${name}, p99`, value: sorted[Math.floor(sorted.length * 0.99)] ?? NaN, unit: 'ms' },
  ];
}

async function drain(store: EventStore, last: bigint): Promise<void> {
  const done = new AbortController();
  for await (const batch of store.subscribe(START, done.signal)) {
    if (batch.at(-1)?.position === last) return;
  }
}

async function reads(path: string, store: EventStore, rounds: number): Promise<BenchRow[]> {
  const last = await store.lastPosition();
  const count = Number(last);
  const lines = (await store.readAll(START, count)).map((event) => JSON.stringify({ ...event, position: undefined }));
  const reader = openSqliteReader(path);
  const [parsed, read, subscribed]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    parsed.push(
      await rateOf(count, () => {
        for (const line of lines) JSON.parse(line);
      }),
    );
    read.push(
      await rateOf(count, async () => {
        for (let after = START; after < last;) after = (await store.readAll(after, 500)).at(-1)?.position ?? last;
      }),
    );
    subscribed.push(await rateOf(count, () => drain(reader, last)));
  }
  await reader.close();
  const floor = 'JSON.parse of the same log in memory';
  const row = (name: string, rates: number[]): BenchRow => ({
    name,
    value: median(rates),
    unit: 'events/s',
    floor,
    ratio: median(rates.map((rate, at) => rate / (parsed[at] ?? NaN))),
  });
  return [
    { name: `floor: ${floor}`, value: median(parsed), unit: 'events/s' },
    row('store: read, 500 at a time', read),
    row('store: subscribe, from the start, beside the writer', subscribed),
  ];
}

/** The event store of the embedded default: durable appends, reading, subscribing. */
export const benchStore: Bench = async ({ quick }) => {
  const folder = mkdtempSync(join(tmpdir(), 'steadfast-bench-'));
  const path = join(folder, 'log.db');
  const [rounds, scale] = quick ? [3, 0.1] : [5, 1];
  const store = openSqliteStore(path);
  try {
    return [
      ...(await appends(folder, store, 1, 300 * scale, rounds)),
      ...(await appends(folder, store, 16, 3_200 * scale, rounds)),
      ...(await appends(folder, store, 64, 12_800 * scale, rounds)),
      ...(await reads(path, store, rounds)),
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
};

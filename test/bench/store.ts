import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandIdOf, eventIdOf, START, type EventStore, type NewEvent } from '#eventsourcing';
import { openSqliteReader, openSqliteStore } from '#stores';
import { median, type Bench, type BenchRow } from './row.ts';

const GROUP = 64;
const NOTE = 'Two air defence systems with spare parts, training of their crews, and transport to the hub. '.repeat(2);

/** An event of about 700 bytes, as a pledge leaves it. */
function eventOf(writer: string, index: number): NewEvent {
  const commandId = commandIdOf(writer, String(index));
  return {
    id: eventIdOf(writer, commandId, 0, {}),
    type: 'PledgeMade',
    data: {
      pledgeId: writer,
      donor: 'DEU',
      kind: 'military',
      amount: { value: '1250000.00', currency: 'EUR', basis: 'claimed' },
      claims: [{ source: 'https://example.org/release/18', said: '2024-07-10', learnt: '2024-07-11', note: NOTE }],
    },
    at: '2024-07-11T09:00:00.000Z',
    occurredAt: '2024-07-10T00:00:00.000Z',
    metadata: {
      commandId,
      payload: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
      by: { subject: 'operator-7', party: 'DEU', roles: ['operator'] },
      correlationId: commandId,
      causationId: commandId,
    },
  };
}

const eventsOf = (writer: string, count: number) => Array.from({ length: count }, (_, index) => eventOf(writer, index));

async function rateOf(count: number, work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return (count / (performance.now() - start)) * 1_000;
}

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

/** One writer of a stream of its own, one event at a time, each awaited; gives the ms that each took. */
async function write(store: EventStore, stream: string, events: readonly NewEvent[]): Promise<number[]> {
  const waits: number[] = [];
  let expected = -1;
  for (const event of events) {
    const start = performance.now();
    ({ revision: expected } = await store.append(stream, [event], expected));
    waits.push(performance.now() - start);
  }
  return waits;
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

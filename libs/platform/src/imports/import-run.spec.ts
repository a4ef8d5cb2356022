import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aggregates, Pledge } from '#domain';
import { AppendTooLarge, Folds, handle, type EventStore, type RecordedEvent } from '#eventsourcing';
import { importers } from '#importers';
import { MemoryStore } from '#stores';
import { systemClock } from '../clock/system-clock.js';
import { commandTable } from '../commands/command-table.js';
import { ImportStopped, runImport } from './import-run.js';

const sample = readFileSync(join(import.meta.dirname, '../../../../test/fixtures/kiel-sample.csv'), 'utf8');
const table = commandTable(aggregates);
const actor = { subject: 'import', party: 'UDCG', roles: ['historian', 'auditor'] };

async function importing(store: EventStore, text = sample, signal = new AbortController().signal) {
  const plan = await importers.kiel!.plan(new TextEncoder().encode(text), { release: 'r18', today: '2026-01-01' });
  const ledger = { store, folds: new Folds() };
  const file = { name: 'sample.csv', sha256: createHash('sha256').update(text).digest('hex') };
  let done = 0;
  const progress = (rows: number) => (done += rows);
  return { ...(await runImport({ ledger, table, plan, actor, file, signal, progress, clock: systemClock })), done };
}

async function logOf(store: EventStore): Promise<readonly RecordedEvent[]> {
  return store.readAll(0n, 10_000);
}

async function said(store: EventStore): Promise<readonly string[]> {
  const log = await logOf(store);
  return log
    .map(({ stream, type, data, occurredAt, metadata: { imported } }) => {
      const isOwn = stream === 'import-kiel-r18';
      return JSON.stringify([stream, type, data, isOwn ? '' : occurredAt, imported]);
    })
    .toSorted();
}

async function rowsIn(store: EventStore): Promise<readonly number[]> {
  const log = await logOf(store);
  return log.flatMap(({ metadata }) => metadata.imported?.rows.map(({ row }) => row) ?? []).toSorted((a, b) => a - b);
}

/** A store that takes so many appends and then none, as a process that was killed. */
function dyingAfter(appends: number, store: MemoryStore): EventStore {
  let left = appends;
  return passing(store, async (stream, events, expected) => {
    if (left-- <= 0) throw new Error('killed');
    return store.append(stream, events, expected);
  });
}

/** A store that appends its own way. */
function passing(store: EventStore, append: EventStore['append']): EventStore {
  return {
    append,
    read: (...args) => store.read(...args),
    readAll: (...args) => store.readAll(...args),
    lastPosition: () => store.lastPosition(),
    subscribe: (...args) => store.subscribe(...args),
    close: () => store.close(),
  };
}

const rows = Array.from({ length: 15 }, (_, index) => index + 2);
const whole = { rows: 15, added: 15, unchanged: 0, breaches: 2, rejects: [], done: 15 };

describe('an import', () => {
  it('brings every row into the log once', async () => {
    const store = new MemoryStore();
    expect(await importing(store)).toEqual(whole);
    expect(await rowsIn(store)).toEqual(rows);
  });

  it('speaks in the name of the donors, as a historian who reports', async () => {
    const store = new MemoryStore();
    await importing(store);
    const { events } = await store.read('pledge-kiel-r18-EIF901');
    expect(events.map(({ type, occurredAt, metadata: { by, reported } }) => [type, occurredAt, by, reported])).toEqual(
      ['PledgeMade', 'PledgeCommitted', 'PledgeAllocated'].map((type) => [
        type,
        '2023-02-16T00:00:00.000Z',
        { subject: 'import', party: 'EIB', roles: ['historian'] },
        true,
      ]),
    );
  });

  it('records what breaks a rule, in the order of the rows, and what it came to', async () => {
    const store = new MemoryStore();
    await importing(store);
    const { events } = await store.read('import-kiel-r18');
    expect(events.map(({ type, data }) => [type, data])).toMatchObject([
      ['ImportStarted', { source: 'kiel', release: 'r18', file: 'sample.csv', rows: 15 }],
      [
        'BreachRecorded',
        {
          importId: 'kiel-r18',
          row: 5,
          rule: 'R2',
          code: 'OverAllocation',
          facts: { committed: '16000000', allocated: '20000000', remaining: '8000000', currency: 'AUD' },
          stream: 'pledge-kiel-r18-AUM901',
          detail:
            'A live AllocatePledge that says this is refused with OverAllocation; dated "until 06/31/2022" in the file.',
        },
      ],
      ['BreachRecorded', { row: 9, rule: 'R7', code: 'NoSource', stream: 'pledge-kiel-r18-UKM901' }],
      ['ImportFinished', { importId: 'kiel-r18', rows: 15, added: 15, unchanged: 0, breaches: 2, rejects: 0 }],
    ]);
  });

  it('adds nothing the second time', async () => {
    const store = new MemoryStore();
    await importing(store);
    const before = await logOf(store);
    expect(await importing(store)).toEqual({ ...whole, added: 0, unchanged: 15 });
    expect(await logOf(store)).toEqual(before);
  });

  it('adds nothing to what the donors have done since', async () => {
    const store = new MemoryStore();
    await importing(store);
    const at = new Date().toISOString();
    const by = { subject: 'eva', party: 'EIB', roles: ['operator'] };
    const metadata = { commandId: 'c3a2f9b0-7c1e-4f6b-9a53-0e5b1d1f6a11', by, at, occurredAt: at };
    const data = { pledgeId: 'kiel-r18-EIF901', reason: 'repaid early' };
    await handle({ store, folds: new Folds() }, Pledge, { type: 'WithdrawPledge', data, metadata });
    const before = await logOf(store);
    expect(await importing(store)).toEqual({ ...whole, added: 0, unchanged: 15 });
    expect(await logOf(store)).toEqual(before);
  });

  it('ends as if it had run once, wherever it was killed', async () => {
    const reference = new MemoryStore();
    await importing(reference);
    const wanted = await said(reference);
    for (let appends = 0; appends < wanted.length; appends++) {
      const store = new MemoryStore();
      await expect(importing(dyingAfter(appends, store))).rejects.toThrow('killed');
      expect(await importing(store)).toEqual(whole);
      expect(await said(store)).toEqual(wanted);
    }
  });

  it('stops between two commands when it is told to', async () => {
    const store = new MemoryStore();
    await expect(importing(store, sample, AbortSignal.abort())).rejects.toThrow(ImportStopped);
    expect((await logOf(store)).map(({ type }) => type)).toEqual(['ImportStarted']);
  });

  it('keeps a row that changed within the release whole, as a breach, and lets what stands stand', async () => {
    const store = new MemoryStore();
    await importing(store);
    const before = (await store.read('pledge-kiel-r18-EIF901')).events;
    const changed = sample.replaceAll('250000.55', '260000.55');
    expect(await importing(store, changed)).toMatchObject({ rows: 15, added: 1, unchanged: 14, rejects: [] });
    const { events } = await store.read('import-kiel-r18');
    const kept = events.filter(({ data }) => 'code' in data && data.code === 'AllocationExists');
    expect(kept.map(({ data, metadata }) => [data, metadata.imported?.rows])).toMatchObject([
      [{ row: 11, rule: 'R31', stream: 'pledge-kiel-r18-EIF901' }, [{ row: 11 }]],
    ]);
    expect(JSON.stringify(kept[0]?.data)).toContain('260000.55');
    const after = (await store.read('pledge-kiel-r18-EIF901')).events;
    expect(after.slice(0, before.length)).toEqual(before);
    expect(await importing(store, changed)).toMatchObject({ added: 0, unchanged: 15 });
  });

  it('keeps a row that causes more than the log takes at once as a breach, and goes on', async () => {
    const inner = new MemoryStore();
    const store = passing(inner, (stream, events, expected) =>
      stream === 'pledge-kiel-r18-EIF901'
        ? Promise.reject(new AppendTooLarge(stream, 1_200_000))
        : inner.append(stream, events, expected),
    );
    expect(await importing(store)).toMatchObject({ rows: 15, added: 15, rejects: [] });
    const { events } = await store.read('import-kiel-r18');
    const kept = events.filter(({ data }) => 'code' in data && data.code === 'BodyTooLarge');
    expect(kept[0]).toMatchObject({
      type: 'BreachRecorded',
      data: { rule: 'R31', stream: 'pledge-kiel-r18-EIF901', facts: { bytes: '1200000', most: '1000000' } },
    });
    expect(await rowsIn(store)).toEqual(rows);
  });

  it('imports everything else where a row cannot be read', async () => {
    const store = new MemoryStore();
    const result = await importing(store, sample.replace('EIF901,European Investment Bank', 'EIF901,Atlantis'));
    expect(result).toMatchObject({ rows: 15, added: 14, unchanged: 0, done: 15 });
    expect(result.rejects).toEqual([
      { row: 11, column: 'Countries', value: 'Atlantis', reason: 'is no donor that is known' },
    ]);
    expect(await rowsIn(store)).toEqual(rows.filter((row) => row !== 11));
  });
});

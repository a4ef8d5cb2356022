import { Big } from 'big.js';
import type { PledgeAllocated, PledgeCommitted, RatesPublished } from '#domain';
import type { RecordedEvent } from '#eventsourcing';
import { openSqliteStore } from '#stores';
import { audited, describeKiel, kielFile, sums } from './support/kiel-sums.js';
import { build, launch, run, scratch, type Ended } from './support/launch.js';

const TIMES = [
  '2022-02-28',
  '2022-04-30',
  '2022-06-30',
  '2022-12-31',
  '2023-03-15',
  '2023-06-30',
  '2023-12-31',
  '2024-02-24',
  '2024-05-01',
  '2024-06-28',
];

describeKiel("the tracker's release 18", () => {
  const dataDir = scratch();
  let first: Ended;
  let second: Ended;
  let log: readonly RecordedEvent[];
  let positions: readonly bigint[];

  beforeAll(async () => {
    build();
    const server = await launch({ DATA_DIR: dataDir });
    const importing = () =>
      run('cli', { DATA_DIR: dataDir }, 'import', 'kiel', kielFile, '--release', 'r18', '--url', server.url);
    const began = performance.now();
    first = await importing();
    process.stderr.write(`the import of 3,737 rows took ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    second = await importing();
    server.kill('SIGTERM');
    await server.ended;
    const store = openSqliteStore(`${dataDir}/log.sqlite`);
    log = await store.readAll(0n, 100_000);
    positions = log.map(({ position }) => position);
    await store.close();
  }, 180_000);

  it('is imported, and says so on one line', () => {
    expect([first.code, first.stdout]).toEqual([
      0,
      expect.stringMatching(/^3,737 rows: 3,737 added, 0 unchanged, \d+ breaches\n$/),
    ]);
  });

  it('adds nothing the second time', () => {
    expect([second.code, second.stdout]).toEqual([
      0,
      first.stdout.replace('3,737 added, 0 unchanged', '0 added, 3,737 unchanged'),
    ]);
    expect(log.filter(({ type }) => type === 'ImportFinished').map(({ position }) => position)).toEqual([
      positions.at(-1),
    ]);
  });

  it('has every row in the log, once', () => {
    const rows = log.flatMap(({ metadata }) => metadata.imported?.rows.map(({ row }) => row) ?? []);
    expect(rows.toSorted((a, b) => a - b)).toEqual(audited().map(({ row }) => row));
  });

  it.each([undefined, ...TIMES])('is allocated to the euro as the file has it, as of %s', (asOf = '9999-12-31') => {
    const rows = audited().filter(({ day }) => day <= asOf);
    const events = ofType<PledgeAllocated>('PledgeAllocated').filter(
      ({ occurredAt }) => occurredAt.slice(0, 10) <= asOf,
    );
    for (const [by, label] of [
      ['donor', 'donor'],
      ['kind', 'kind'],
      ['total', undefined],
    ] as const) {
      const wanted = rounded(
        sums(
          rows.filter(({ allocated }) => allocated > 0),
          (row) => (label ? row[label] : by),
        ),
      );
      expect(rounded(eurosBy(events, ({ data }) => (label ? data[label] : by)))).toEqual(wanted);
    }
  });

  it('flags every activity that is allocated beyond what it is committed to', () => {
    const byActivity = Map.groupBy(audited(), ({ activity }) => activity);
    const beyond = [...byActivity].filter(([, rows]) => {
      const committed = rows.reduce((sum, row) => sum + row.committed, 0);
      const allocated = rows.reduce((sum, row) => sum + row.allocated, 0);
      return rows.some(({ isCommitted }) => isCommitted) && allocated > committed + 0.005 + committed * 1e-9;
    });
    const flagged = new Set(
      log.flatMap(({ type, data }) =>
        type === 'BreachRecorded' && 'code' in data && data.code === 'OverAllocation' && 'stream' in data
          ? [data.stream]
          : [],
      ),
    );
    expect(beyond.length).toBeGreaterThanOrEqual(22);
    expect(beyond.map(([id]) => `pledge-kiel-r18-${id}`).filter((stream) => !flagged.has(stream))).toEqual([]);
  });

  it('is committed in the end to what the file has, where that is known', () => {
    const last = new Map(ofType<PledgeCommitted>('PledgeCommitted').map((event) => [event.stream, event]));
    const total = [...last.values()].reduce(
      (sum, { data: { to, currency } }) => sum.plus(euros(to.amount ?? '0', currency ?? 'EUR')),
      new Big(0),
    );
    expect(total.round(0).toNumber()).toBe(Math.round(audited().reduce((sum, { committed }) => sum + committed, 0)));
  });

  function ofType<E extends { type: string; data: object }>(type: E['type']): readonly RecordedEvent<E>[] {
    return log.filter((event) => event.type === type) as unknown as readonly RecordedEvent<E>[];
  }

  function euros(amount: string, currency: string): Big {
    const { rates } = ofType<RatesPublished>('RatesPublished')[0]!.data;
    return new Big(amount).div(rates[currency]!);
  }

  function eurosBy(
    events: readonly RecordedEvent<PledgeAllocated>[],
    label: (event: RecordedEvent<PledgeAllocated>) => string,
  ) {
    const by: Record<string, number> = {};
    for (const event of events) {
      const { amount } = event.data;
      if (!amount || new Big(amount.amount).eq(0)) continue;
      by[label(event)] = (by[label(event)] ?? 0) + euros(amount.amount, amount.currency).toNumber();
    }
    return by;
  }
});

function rounded(by: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(by).map(([label, sum]) => [label, Math.round(sum)]));
}

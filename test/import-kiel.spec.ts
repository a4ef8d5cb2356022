import type { RecordedEvent } from '#eventsourcing';
import { audited, describeKiel, kielFile, sums } from './support/kiel-sums.js';
import { build, launch, run, scratch, type Ended, type Launched } from './support/launch.js';
import { eventsIn, logIn } from './support/log-in.js';

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

interface Totals {
  readonly rows: readonly (Readonly<Record<string, string>> & { readonly amount: string })[];
  readonly totals: readonly [{ readonly amount: string }];
}

interface Concentration {
  readonly rows: readonly { readonly donor: string; readonly share: string }[];
  readonly index: string;
  readonly left: { readonly amount: string };
}

describeKiel("the tracker's release 18", () => {
  const dataDir = scratch();
  let server: Launched;
  let first: Ended;
  let second: Ended;
  let log: readonly RecordedEvent[];

  beforeAll(async () => {
    build();
    server = await launch({ DATA_DIR: dataDir });
    const args = ['import', 'kiel', kielFile, '--release', 'r18', '--url', server.url];
    const began = performance.now();
    first = await run('cli', { DATA_DIR: dataDir }, ...args);
    process.stderr.write(`the import of 3,737 rows took ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
    second = await run('cli', { DATA_DIR: dataDir }, ...args);
    log = await eventsIn(logIn(dataDir));
  }, 180_000);

  afterAll(async () => {
    server.kill('SIGTERM');
    await server.ended;
  });

  async function totals(query: Readonly<Record<string, string>>): Promise<Totals> {
    const asked = new URLSearchParams({ measure: 'allocated', in: 'EUR', rates: 'kiel-r18', ...query });
    const headers = { 'read-after': String(log.at(-1)?.position), prefer: 'wait=30' };
    const answer = await fetch(`${server.url}/questions/totals?${asked.toString()}`, { headers });
    expect(answer.status).toBe(200);
    return (await answer.json()) as Totals;
  }

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
    const finished = log.filter(({ type }) => type === 'ImportFinished');
    expect(finished).toEqual(log.slice(-1));
  });

  it('has every row in the log, once', () => {
    const rows = log.flatMap(({ metadata }) => metadata.imported?.rows.map(({ row }) => row) ?? []);
    expect(rows.toSorted((a, b) => a - b)).toEqual(audited().map(({ row }) => row));
  });

  it.each([undefined, ...TIMES])('is allocated to the euro as the file has it, as of %s', async (asOf) => {
    const rows = audited().filter(({ day }) => asOf === undefined || day <= asOf);
    const at = asOf === undefined ? {} : { asOf };
    for (const by of ['donor', 'kind', 'month'] as const) {
      const {
        rows: answered,
        totals: [total],
      } = await totals({ by, ...at });
      const wanted = sums(rows, (row) => (by === 'month' ? row.day.slice(0, 7) : row[by]));
      expect(toTheEuro(answered.map((row) => [row[by] ?? '', row.amount]))).toEqual(toTheEuro(Object.entries(wanted)));
      expect(Math.round(Number(total.amount))).toBe(Math.round(sums(rows, () => 'all').all ?? 0));
    }
  });

  it.each(TIMES)("is as concentrated as the file's own sums are, as of %s", async (asOf) => {
    const allocated = sums(
      audited().filter(({ day }) => day <= asOf),
      ({ donor }) => donor,
    );
    const total = Object.values(allocated).reduce((sum, each) => sum + each, 0);
    const shares = Object.entries(allocated).flatMap(([donor, each]) =>
      each === 0 ? [] : [[donor, (100 * each) / total] as const],
    );
    const query = new URLSearchParams({ measure: 'allocated', in: 'EUR', rates: 'kiel-r18', without: 'USA', asOf });
    const answer = await fetch(`${server.url}/questions/concentration?${query.toString()}`);
    const { rows, index, left } = (await answer.json()) as Concentration;
    const answered = new Map(rows.flatMap(({ donor, share }) => (Number(share) === 0 ? [] : [[donor, Number(share)]])));
    expect([...answered.keys()].sort()).toEqual(shares.map(([donor]) => donor).sort());
    expect(shares.filter(([donor, share]) => Math.abs((answered.get(donor) ?? 0) - share) > 0.000_1)).toEqual([]);
    expect(Math.abs(Number(index) - shares.reduce((sum, [, share]) => sum + share ** 2, 0))).toBeLessThan(0.01);
    expect(Math.round(Number(left.amount))).toBe(Math.round(total - (allocated.USA ?? 0)));
  });

  it('is committed to the euro as the file has it', async () => {
    const {
      totals: [total],
    } = await totals({ measure: 'committed', by: 'donor' });
    const wanted = audited().reduce((sum, { committed }) => sum + committed, 0);
    expect(Math.round(Number(total.amount))).toBe(Math.round(wanted));
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

  it('refuses a live command that does what it flags', async () => {
    const token = await run('cli', { DATA_DIR: dataDir }, 'token', '--party', 'USA', '--role', 'operator');
    const command = {
      pledgeId: 'kiel-r18-USM8',
      allocationId: 'one-more',
      amount: { amount: '1.00', currency: 'USD', basis: 'claimed' },
      claims: [{ source: 'https://example.org/one-more' }],
    };
    const answer = await fetch(`${server.url}/commands/AllocatePledge`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token.stdout.trim()}`,
        'idempotency-key': 'one-more',
        'content-type': 'application/json',
      },
      body: JSON.stringify(command),
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      { code: 'OverAllocation', facts: { remaining: '0' } },
    ]);
  });
});

function toTheEuro(entries: readonly (readonly [string, number | string])[]): Record<string, number> {
  const rounded = entries.map(([label, sum]) => [label, Math.round(Number(sum))] as const);
  return Object.fromEntries(rounded.filter(([, sum]) => sum !== 0));
}

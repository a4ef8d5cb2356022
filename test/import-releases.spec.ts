import type { RecordedEvent } from '#eventsourcing';
import {
  audited,
  audited7,
  besides7,
  counted7,
  describeReleases,
  kielFile,
  kielFile7,
  valued7,
  type Audited7,
} from './support/kiel-sums.js';
import { build, launch, run, scratch, type Ended, type Launched } from './support/launch.js';
import { eventsIn, logIn } from './support/log-in.js';

type Row = Readonly<Record<string, string>> & { readonly measure: string; readonly amount: string };

describeReleases("the tracker's release 7", () => {
  const dataDir = scratch();
  let server: Launched;
  let first: Ended;
  let second: Ended;
  let besides: readonly Ended[];
  let log: readonly RecordedEvent[];

  beforeAll(async () => {
    build();
    server = await launch({ DATA_DIR: dataDir });
    first = await imported('kiel', kielFile7);
    second = await imported('kiel', kielFile7);
    besides = [];
    for (const [format, file] of Object.entries(besides7)) besides = [...besides, await imported(format, file)];
    log = await eventsIn(logIn(dataDir));
  }, 180_000);

  afterAll(async () => {
    server.kill('SIGTERM');
    await server.ended;
  });

  async function imported(format: string, file: string): Promise<Ended> {
    const args = ['import', format, file, '--release', 'r07', '--on', '2022-10-03', '--url', server.url];
    return run('cli', { DATA_DIR: dataDir }, ...args);
  }

  async function asked<T>(question: string, query: Readonly<Record<string, string>>): Promise<T> {
    const answer = await fetch(`${server.url}/questions/${question}?${new URLSearchParams(query).toString()}`, {
      headers: { 'read-after': String(log.at(-1)?.position), prefer: 'wait=30' },
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as T;
  }

  it('is imported whole, and the second time nothing is added', () => {
    expect([first.code, first.stdout]).toEqual([
      0,
      expect.stringMatching(/^1,032 rows: 1,032 added, 0 unchanged, \d+ breaches\n$/),
    ]);
    expect([second.code, second.stdout]).toEqual([
      0,
      first.stdout.replace('1,032 added, 0 unchanged', '0 added, 1,032 unchanged'),
    ]);
  });

  it('has every row in the log, once', () => {
    const rows = log.flatMap(({ metadata: { imported } }) =>
      imported?.source === 'kiel' ? imported.rows.map(({ row }) => row) : [],
    );
    expect(rows.toSorted((a, b) => a - b)).toEqual(audited7().map(({ row }) => row));
  });

  it('has its rates, prices and corrections beside it', () => {
    const { priced, prices, corrections } = counted7();
    expect(besides.map(({ stdout }) => stdout)).toEqual([
      '19 rows: 19 added, 0 unchanged, 0 breaches\n',
      `${prices} rows: ${prices - 3} added, 0 unchanged, 0 breaches, 3 rejects\n`,
      `${corrections} rows: ${corrections} added, 0 unchanged, 0 breaches\n`,
    ]);
    const published = log.flatMap(({ type, data }) =>
      type === 'PricesPublished' && 'prices' in data ? data.prices : [],
    );
    expect(published).toHaveLength(priced);
    const sets = log.flatMap(({ type, data }) =>
      type === 'RatesPublished' && 'rates' in data ? [data.rates as Readonly<Record<string, string>>] : [],
    );
    const [implied = {}, told = {}] = sets;
    expect(Object.entries(implied).filter(([currency, rate]) => told[currency] !== rate)).toEqual([]);
    expect([Object.keys(implied).length, Object.keys(told).length]).toEqual([16, 17]);
  });

  it.each(['donor', 'kind'] as const)(
    'is committed and handed over to the euro as the file has it, by %s',
    async (by) => {
      const query = { measure: 'committed,delivered', by, in: 'EUR', rates: 'kiel-r07' };
      const { rows } = await asked<{ readonly rows: readonly Row[] }>('totals', query);
      for (const measure of ['committed', 'delivered'] as const) {
        const answered = rows
          .filter((row) => row.measure === measure)
          .map((row) => [row[by] ?? '', Number(row.amount)] as const);
        expect(toTheEuro(answered)).toEqual(toTheEuro(sums((row) => row[by], measure)));
      }
    },
  );

  it('is of goods worth, at its own prices, what the file adds up to', async () => {
    const query = { measure: 'pledged', by: 'donor', in: 'USD', rates: 'kiel-r07', prices: 'kiel-prices-r07-USD' };
    const { totals } = await asked<{ readonly totals: readonly object[] }>('valuation', query);
    const { dollars, rows } = valued7();
    expect(rows).toBeGreaterThan(400);
    expect(totals).toEqual([expect.objectContaining({ basis: 'replacement', atLeast: true })]);
    expect(Number((totals[0] as Row).amount)).toBeCloseTo(dollars, 0);
  });

  describe('beside release 18', () => {
    let compared: Compared;
    beforeAll(async () => {
      const args = ['import', 'kiel', kielFile, '--release', 'r18', '--url', server.url];
      expect(await run('cli', { DATA_DIR: dataDir }, ...args)).toMatchObject({ code: 0 });
      const began = performance.now();
      compared = await asked<Compared>('releases', BOTH);
      process.stderr.write(`the comparison took ${(performance.now() - began).toFixed(0)} ms\n`);
    }, 60_000);

    it.each([
      ['kiel-r07', () => sums(({ donor }) => donor, 'committed'), undefined],
      ['kiel-r18', committed18, ['kiel-r07']],
    ] as const)('counts once: %s alone where it is asked for, else the later one', async (release, inFile, leftOut) => {
      const query = { measure: 'committed', by: 'donor', in: 'EUR', rates: release };
      const byDonor = async (more: object) => {
        const answer = await asked<{ rows: readonly Row[]; leftOut?: readonly string[] }>('totals', {
          ...query,
          ...more,
        });
        return [toTheEuro(answer.rows.map(({ donor, amount }) => [donor ?? '', Number(amount)])), answer.leftOut];
      };
      expect(await byDonor({ release })).toEqual([toTheEuro(inFile()), undefined]);
      if (leftOut) expect(await byDonor({})).toEqual([toTheEuro(inFile()), leftOut]);
    });

    it('is committed by donor as each file has it, whatever became of it', () => {
      const of = (side: 'from' | 'to') =>
        [...Map.groupBy(compared.rows, ({ donor }) => donor)].map(
          ([donor, rows]) => [donor, rows.reduce((sum, row) => sum + Number(row[side]?.amount ?? 0), 0)] as const,
        );
      expect(toTheEuro(of('from'))).toEqual(toTheEuro(sums(({ donor }) => donor, 'committed')));
      expect(toTheEuro(of('to'))).toEqual(toTheEuro(committed18()));
    });

    it('has each activity in one course, and does not take an id for an identity', () => {
      const count = (side: 'from' | 'to') => compared.rows.reduce((sum, row) => sum + (row[side]?.pledges ?? 0), 0);
      expect([count('from'), count('to')]).toEqual([
        new Set(audited7().map(({ activity }) => activity)).size,
        new Set(audited().map(({ activity }) => activity)).size,
      ]);
      const renumbered = new Map(
        compared.listed.flatMap(({ course, from, to }) =>
          course === 'renumbered' && from && to ? [[from.id, to.id]] : [],
        ),
      );
      expect([renumbered.get('AUM3'), renumbered.get('AUM4'), renumbered.get('ATH2')]).toEqual([
        'AUM4',
        'AUM5',
        'ATH3',
      ]);
    });

    it('has behind each figure the pledges that it is made of', async () => {
      const figures = compared.rows.flatMap(({ from, to }) => [from, to].flatMap((side) => side ?? []));
      for (const { amount, pledges, explain } of figures.filter((_, index) => index % 10 === 0)) {
        const behind = (await (await fetch(server.url + explain)).json()) as {
          readonly sum: string;
          readonly count: number;
        };
        expect([Number(behind.sum).toFixed(2), behind.count]).toEqual([amount, pledges]);
      }
    });
  });
});

const BOTH = { source: 'kiel', from: 'r07', to: 'r18', in: 'EUR' };

interface Side {
  readonly amount: string;
  readonly pledges: number;
  readonly explain: string;
}

interface Compared {
  readonly rows: readonly {
    readonly donor: string;
    readonly course: string;
    readonly from?: Side;
    readonly to?: Side;
  }[];
  readonly listed: readonly {
    readonly course: string;
    readonly from: { readonly id: string } | null;
    readonly to: { readonly id: string } | null;
  }[];
}

function sums(
  label: (row: Audited7) => string,
  measure: 'committed' | 'delivered',
): readonly (readonly [string, number])[] {
  const by = Map.groupBy(audited7(), label);
  return [...by].map(([name, rows]) => [name, rows.reduce((sum, row) => sum + (row[measure] ?? 0), 0)]);
}

/** What release 18 says is committed, in euros by donor. */
function committed18(): readonly (readonly [string, number])[] {
  const by = Map.groupBy(audited(), ({ donor }) => donor);
  return [...by].map(([donor, rows]) => [donor, rows.reduce((sum, row) => sum + row.committed, 0)]);
}

function toTheEuro(entries: readonly (readonly [string, number])[]): Record<string, number> {
  const rounded = entries.map(([label, sum]) => [label, Math.round(sum)] as const);
  return Object.fromEntries(rounded.filter(([, sum]) => sum !== 0));
}

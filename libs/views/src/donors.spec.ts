import { Big } from 'big.js';
import { askOf, DONATIONS, type Asked, type Happened } from '#testing';
import { donors } from './donors.js';

const asking = { in: 'EUR', rates: 'set' };
const figure = (donor: string, measure: string, amount: string, count = 1, atLeast = false) => ({
  [measure]: { amount, atLeast, count, explain: `${measure}/set/donor/${donor}` },
});
const none = (measure: string) => ({ [measure]: { amount: '0.00', atLeast: false, count: 0 } });

describe('donors', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(donors, ...DONATIONS);
  });
  afterAll(() => asked.close());

  it('are shown with what came of each stage, and without shares of what is not known', async () => {
    expect(await asked.ask(asking, { asOf: '2024-06-01T00:00:00Z' })).toEqual({
      ...asking,
      rows: [
        {
          donor: 'DEU',
          ...figure('DEU', 'pledged', '100.00'),
          ...figure('DEU', 'committed', '80.00'),
          ...figure('DEU', 'allocated', '50.00'),
          ...figure('DEU', 'delivered', '20.00'),
          followed: { committed: '80.0', allocated: '62.5', delivered: '40.0' },
        },
        {
          donor: 'USA',
          ...figure('USA', 'pledged', '20.00'),
          ...figure('USA', 'committed', '20.00'),
          ...{ ...none('allocated'), ...none('delivered') },
          followed: { committed: '100.0', allocated: '0.0', delivered: null },
        },
        {
          donor: 'NOR',
          ...figure('NOR', 'pledged', '0.00', 1, true),
          ...{ ...none('committed'), ...none('allocated'), ...none('delivered') },
          followed: { committed: null, allocated: null, delivered: null },
        },
      ],
    });
  });
  it('have behind each figure what adds up to it', async () => {
    const { sum, view } = await asked.explain(asking, 'pledged/set/donor/USA');
    expect([view, Number(sum)]).toEqual(['pledges', 20]);
  });
});

/** In dollars, of which two are a euro; published long after what is asked about, and of some donors only. */
const TABLE: Happened = [
  'gdp-bank',
  {
    type: 'GdpPublished',
    data: {
      ...{ gdpId: 'bank', year: 2021, currency: 'USD', on: '2024-09-19', source: 'the bank' },
      figures: { DEU: '4000', USA: '3000' },
    },
  },
  '2024-09-19T00:00:00.000Z',
];
const IN_POUNDS: Happened = [
  'gdp-pounds',
  {
    type: 'GdpPublished',
    data: {
      ...{ gdpId: 'pounds', year: 2021, currency: 'GBP', on: '2024-09-19', source: 'the bank' },
      figures: { DEU: '4000' },
    },
  },
  '2024-09-19T00:00:00.000Z',
];

describe('what donors give as a share of what they produce', () => {
  const times = { asOf: '2024-06-01T00:00:00Z' };
  const sharing = { ...asking, gdp: 'bank' };
  const share = (donor: string, measure: string, percent: string, atLeast = false) => ({
    [measure]: { percent, atLeast, explain: `share/${measure}/set/donor/${donor}` },
  });
  const nothing = (measure: string) => ({ [measure]: { percent: '0.0000', atLeast: false } });
  const unknown = (measure: string) => ({ [measure]: { percent: null, unknown: 'notReported' } });

  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(donors, ...DONATIONS, TABLE, IN_POUNDS);
  });
  afterAll(() => asked.close());

  it('is in per cent to four places, in one currency by the rates, and not known of who is not in the table', async () => {
    const { rows, ...said } = (await asked.ask(sharing, times)) as { rows: readonly Record<string, unknown>[] };
    expect(said).toEqual({ ...sharing, gdpYear: 2021 });
    expect(rows.map(({ donor, gdp, shareOfGdp }) => ({ donor, gdp, shareOfGdp }))).toEqual([
      {
        donor: 'DEU',
        gdp: { amount: '2000.00', explain: 'gdp/DEU' },
        shareOfGdp: {
          ...share('DEU', 'pledged', '5.0000'),
          ...share('DEU', 'committed', '4.0000'),
          ...share('DEU', 'allocated', '2.5000'),
          ...share('DEU', 'delivered', '1.0000'),
        },
      },
      {
        donor: 'USA',
        gdp: { amount: '1500.00', explain: 'gdp/USA' },
        shareOfGdp: {
          ...share('USA', 'pledged', '1.3333'),
          ...share('USA', 'committed', '1.3333'),
          ...{ ...nothing('allocated'), ...nothing('delivered') },
        },
      },
      {
        donor: 'NOR',
        gdp: { amount: null, unknown: 'notReported' },
        shareOfGdp: {
          ...{ ...unknown('pledged'), ...unknown('committed'), ...unknown('allocated'), ...unknown('delivered') },
        },
      },
    ]);
  });

  it('stands beside the same figures as without it', async () => {
    const { rows } = (await asked.ask(sharing, times)) as { rows: readonly object[] };
    const { rows: without } = (await asked.ask(asking, times)) as { rows: readonly object[] };
    const own = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !/gdp/i.test(name))));
    expect(own).toEqual(without);
  });

  it.each([
    ['share/pledged/set/donor/USA', 'pledges', '1.3333', ['event-3', 'event-7']],
    ['share/committed/set/donor/DEU', 'commitments', '4.0000', ['event-6']],
    ['gdp/DEU', 'gdp', '2000.0000', ['event-10']],
  ])('has behind %s rows of %s that add up to it', async (label, view, sum, events) => {
    const behind = await asked.explain(sharing, label, times);
    const adds = behind.rows.reduce((total, row) => total.plus(row.adds ?? 0), new Big(0));
    expect([behind.view, adds.toFixed(4), new Big(behind.sum).toFixed(4)]).toEqual([view, sum, sum]);
    expect(behind.rows.flatMap((row) => row.events.map(({ id }) => id))).toEqual(events);
  });

  it.each(['share/pledged/set', 'share/pledged/other/donor/DEU', 'share/DEU', 'shared/pledged/set/donor/DEU'])(
    'has no figure %s',
    async (label) => {
      await expect(asked.explain(sharing, label, times)).rejects.toMatchObject({ code: 'NoSuchFigure' });
    },
  );

  it('has no figures without a table', async () => {
    await expect(asked.explain(asking, 'gdp/DEU', times)).rejects.toMatchObject({ code: 'NoSuchFigure' });
  });

  it('names the tables that there are, where there is none of the name', async () => {
    await expect(asked.ask({ ...asking, gdp: 'other' }, times)).rejects.toMatchObject({
      code: 'NoSuchGdp',
      facts: { gdp: 'other', lists: ['bank', 'pounds'] },
    });
  });

  it('is not told of a table in a currency that the rates do not have', async () => {
    await expect(asked.ask({ ...asking, gdp: 'pounds' }, times)).rejects.toMatchObject({
      code: 'CannotConvert',
      facts: { rates: 'set', in: 'EUR', currencies: ['GBP'] },
    });
  });
});

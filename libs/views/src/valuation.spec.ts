import { askOf, type Asked, type Happened } from '#testing';
import { valuation } from './valuation.js';

const ON = '2024-01-15T00:00:00.000Z';
const AT = { asOf: '2024-12-31T00:00:00.000Z' };

const happened = (stream: string, type: string, data: object): Happened => [stream, { type, data }, ON];

interface Goods {
  readonly item: string;
  readonly quantity?: string;
  readonly [more: string]: unknown;
}

const made = (pledgeId: string, donor: string, lines: readonly Goods[], more = {}): Happened =>
  happened(`pledge-${pledgeId}`, 'PledgeMade', {
    ...{ pledgeId, donor, kind: 'military', title: pledgeId, claims: [], amountUnknown: 'notReported' },
    ...{ lines, ...more },
  });

const prices = (pricesId: string, basis: string, currency: string, list: Readonly<Record<string, string>>): Happened =>
  happened(`prices-${pricesId}`, 'PricesPublished', {
    ...{ pricesId, basis, currency, on: '2024-01-01', source: 'ministry' },
    prices: Object.entries(list).map(([item, price]) => ({ item, price, ...(item === 'shell' && { unit: 'round' }) })),
  });

/** In dollars of two to a euro: tanks stand in the books at 1.005 and cost 4 new; shells are priced new alone, by the round. */
const HISTORY: readonly Happened[] = [
  happened('rates-set', 'RatesPublished', {
    ...{ ratesId: 'set', base: 'EUR', on: '2024-01-01', rates: { USD: '2' }, source: 'bank' },
  }),
  prices('book', 'book', 'EUR', { tank: '1.005', 'A/B gun': '7' }),
  prices('new', 'replacement', 'USD', { tank: '8', shell: '0.5' }),
  prices('pounds', 'replacement', 'GBP', { tank: '8' }),
  made('a', 'DEU', [
    { item: 'tank', category: 'tanks', quantity: '3' },
    { item: 'Shell', category: 'ammunition', unit: 'round', quantity: '100' },
    { item: 'training', quantityUnknown: 'notApplicable' },
  ]),
  made('b', 'USA', [
    { item: 'tank', category: 'tanks', quantityUnknown: 'withheld' },
    { item: 'shell', category: 'ammunition', unit: 'box', quantity: '2' },
    { item: 'A/B gun', category: 'guns', quantity: '2' },
  ]),
  made('c', 'NOR', [{ item: 'tank', category: 'tanks', quantity: '50' }], { drawsOn: 'a' }),
  happened('pledge-a', 'PledgeCommitted', {
    ...{ pledgeId: 'a', donor: 'DEU', kind: 'military', from: { amount: '0' }, to: { unknown: 'withheld' } },
    ...{ goods: [{ item: 'tank', from: '0', to: '2' }], claims: [] },
  }),
];

const allocated = (pledgeId: string, donor: string, allocationId: string, lines: readonly Goods[], more = {}) =>
  happened(`pledge-${pledgeId}`, 'PledgeAllocated', {
    ...{ pledgeId, donor, kind: 'military', allocationId, claims: [], amountUnknown: 'notReported', lines, ...more },
  });

/** Goods that sources tell of packages alone; one was given back, and one is of a pledge that draws on another. */
const PACKAGES: readonly Happened[] = [
  allocated('b', 'USA', 'one', [
    { item: 'tank', category: 'tanks', quantity: '2' },
    { item: 'shell', category: 'ammunition', unit: 'round', quantityUnknown: 'withheld' },
  ]),
  allocated('b', 'USA', 'two', [{ item: 'tank', quantity: '4' }]),
  happened('pledge-b', 'AllocationReleased', {
    ...{ pledgeId: 'b', donor: 'USA', kind: 'military', allocationId: 'two' },
    ...{ amount: { from: { unknown: 'notReported' }, to: { amount: '0' } }, against: { from: '0', to: '0' } },
  }),
  allocated('c', 'NOR', 'three', [{ item: 'tank', quantity: '50' }], { drawsOn: 'a' }),
];

const asking = { in: 'EUR', rates: 'set', measure: ['pledged', 'committed'], by: 'donor', prices: ['book', 'new'] };

interface Answer {
  readonly rows: readonly Figure[];
  readonly totals: readonly Figure[];
}

interface Figure {
  readonly amount: string;
  readonly goods: number;
  readonly explain: string;
}

describe('a valuation', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(valuation, ...HISTORY, ...PACKAGES);
  });
  afterAll(() => asked.close());

  const figure = (
    measure: string,
    list: string,
    amount: string,
    goods: number,
    unpriced = 0,
    atLeast = unpriced > 0,
  ) => ({
    ...{ measure, prices: list, basis: list === 'book' ? 'book' : 'replacement', amount, atLeast, goods, unpriced },
  });
  const of = (donor: string, value: { readonly measure: string; readonly prices: string }) => ({
    ...{ donor, ...value, explain: `${value.measure}/${value.prices}/donor/${donor}` },
  });
  const whole = (value: { readonly measure: string; readonly prices: string }) => ({
    ...{ ...value, explain: `${value.measure}/${value.prices}` },
  });

  it('has book and replacement values side by side, and says where they are more', async () => {
    expect(await asked.ask(asking, AT)).toEqual({
      ...{ in: 'EUR', rates: 'set' },
      rows: [
        of('DEU', figure('pledged', 'book', '3.02', 2, 1)),
        of('DEU', figure('pledged', 'new', '37.00', 2)),
        of('DEU', figure('committed', 'book', '2.01', 1)),
        of('DEU', figure('committed', 'new', '8.00', 1)),
        of('USA', figure('pledged', 'book', '14.00', 3, 1)),
        of('USA', figure('pledged', 'new', '0.00', 3, 2)),
      ],
      totals: [
        whole(figure('pledged', 'book', '17.02', 5, 2)),
        whole(figure('pledged', 'new', '37.00', 5, 2)),
        whole(figure('committed', 'book', '2.01', 1)),
        whole(figure('committed', 'new', '8.00', 1)),
      ],
    });
  });
  it('has the goods of packages that stand, also where no pledge tells of them', async () => {
    const packages = { ...asking, measure: ['allocated'] };
    expect(await asked.ask(packages, AT)).toEqual({
      ...{ in: 'EUR', rates: 'set' },
      rows: [
        of('USA', figure('allocated', 'book', '2.01', 2, 1)),
        of('USA', figure('allocated', 'new', '8.00', 2, 0, true)),
      ],
      totals: [whole(figure('allocated', 'book', '2.01', 2, 1)), whole(figure('allocated', 'new', '8.00', 2, 0, true))],
    });
    const { view, sum, rows } = await asked.explain(packages, 'allocated/book/donor/USA', AT);
    expect([view, Number(sum), rows.map(({ key, adds }) => [key, adds && Number(adds)])]).toEqual([
      'allocated-goods',
      2.01,
      [
        ['b/one/shell', null],
        ['b/one/tank', 2.01],
      ],
    ]);
  });
  it.each([
    ['a donor', { donor: ['DEU'] }, 0],
    ['a capability', { capability: ['Tanks'] }, 1],
    ['months', { from: '2024-01', to: '2024-01' }, 2],
    ['later months', { from: '2024-02' }, 0],
  ])('is of packages of %s, where it is narrowed to that', async (_, narrowing, goods) => {
    const { totals } = (await asked.ask({ ...asking, measure: ['allocated'], ...narrowing }, AT)) as Answer;
    expect(totals.map((total) => total.goods)).toEqual([goods, goods]);
  });
  it('is at least what is priced where a quantity is not known', async () => {
    const tanks = { ...asking, measure: ['pledged'], prices: ['book'], capability: ['Tanks'], donor: ['USA'] };
    expect(await asked.ask(tanks, AT)).toMatchObject({
      totals: [whole(figure('pledged', 'book', '0.00', 1, 0, true))],
    });
  });
  it.each(['donor', 'capability', 'item'])('by %s is what the goods behind each value add up to', async (by) => {
    const { rows, totals } = (await asked.ask({ ...asking, by }, AT)) as Answer;
    expect(rows.length).toBeGreaterThan(totals.length);
    for (const { amount, goods, explain } of [...rows, ...totals]) {
      const { view, sum, count } = await asked.explain({ ...asking, by }, explain, AT);
      expect([explain, view, Number(sum).toFixed(2), count]).toEqual([explain, 'pledged-goods', amount, goods]);
    }
  });
  it('is nothing where there are no goods', async () => {
    const none = { ...asking, measure: ['pledged'], prices: ['book'], donor: ['FRA'] };
    expect(await asked.ask(none, AT)).toMatchObject({
      rows: [],
      totals: [whole(figure('pledged', 'book', '0.00', 0))],
    });
  });
  it('needs price lists, rates, and a rate for the currency of each list', async () => {
    await expect(asked.ask({ ...asking, prices: ['none'] }, AT)).rejects.toMatchObject({
      code: 'NoSuchPrices',
      facts: { prices: 'none', lists: ['book', 'new', 'pounds'] },
    });
    await expect(asked.ask({ ...asking, rates: 'none' }, AT)).rejects.toMatchObject({ code: 'NoSuchRates' });
    await expect(asked.ask({ ...asking, prices: ['pounds'] }, AT)).rejects.toMatchObject({
      code: 'CannotConvert',
      facts: { currencies: ['GBP'] },
    });
  });
  it.each(['', 'pledged', 'pledged/other', 'allocated/book', 'pledged/book/item/tank', 'pledged/book/donor'])(
    'has no figure %j',
    async (label) => {
      await expect(asked.explain(asking, label, AT)).rejects.toMatchObject({ code: 'NoSuchFigure' });
    },
  );
});

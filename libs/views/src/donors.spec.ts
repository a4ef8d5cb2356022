import { askOf, DONATIONS, type Asked } from '#testing';
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

import { Big } from 'big.js';
import { askOf, type Asked, type Happened } from '#testing';
import { concentration } from './concentration.js';

const ON = '2024-01-15T00:00:00.000Z';
const LATER = '2024-03-15T00:00:00.000Z';

const allocated = (pledgeId: string, donor: string, said: object, on = ON): Happened => {
  const data = { pledgeId, donor, kind: 'military', allocationId: 'a', lines: [], claims: [], ...said };
  return [`pledge-${pledgeId}`, { type: 'PledgeAllocated', data }, on];
};
const money = (amount: string, currency = 'EUR') => ({ amount: { amount, currency, basis: 'claimed' } });
const asking = { measure: 'allocated', in: 'EUR', rates: 'set' };

describe('concentration', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(
      concentration,
      allocated('a', 'DEU', money('50')),
      allocated('b', 'USA', money('60', 'USD')),
      allocated('c', 'NOR', { amountUnknown: 'withheld' }),
      allocated('d', 'USA', money('20'), LATER),
      [
        'rates-set',
        {
          type: 'RatesPublished',
          data: { ratesId: 'set', base: 'EUR', on: '2024-01-01', rates: { USD: '2' }, source: 'bank' },
        },
        ON,
      ],
    );
  });
  afterAll(() => asked.close());

  const row = (donor: string, amount: string, share: string, atLeast = false) => ({
    ...{ donor, amount, share, atLeast, explain: `donor/${donor}` },
  });

  it("is each donor's share, and the sum of the squares of the shares", async () => {
    expect(await asked.ask(asking, { asOf: LATER })).toEqual({
      ...asking,
      rows: [row('DEU', '50.00', '50.0000'), row('USA', '50.00', '50.0000'), row('NOR', '0.00', '0.0000', true)],
      total: { amount: '100.00', atLeast: true, donors: 3, explain: 'total' },
      index: '5000.00',
    });
  });
  it('says what is left without some', async () => {
    expect(await asked.ask({ ...asking, without: ['USA', 'FRA'] }, { asOf: ON })).toMatchObject({
      without: ['USA', 'FRA'],
      left: { amount: '50.00', atLeast: true, donors: 2, share: '62.5000', explain: 'left' },
      index: new Big('62.5').pow(2).plus(new Big('37.5').pow(2)).toFixed(2),
    });
  });
  it('is nothing where nothing is', async () => {
    expect(await asked.ask({ ...asking, kind: ['financial'] })).toEqual({
      ...asking,
      rows: [],
      total: { amount: '0.00', atLeast: false, donors: 0, explain: 'total' },
      index: '0.00',
    });
  });
  it.each([
    ['donor/USA', '50.00', 2],
    ['left', '50.00', 2],
    ['total', '100.00', 4],
  ])('has behind %s what adds up to it', async (label, amount, count) => {
    const behind = await asked.explain({ ...asking, without: ['USA'] }, label, { asOf: LATER });
    expect([new Big(behind.sum).toFixed(2), behind.count]).toEqual([amount, count]);
  });
  it('refuses a rate set that there is not, and a currency that it does not have', async () => {
    await expect(asked.ask({ ...asking, rates: 'other' })).rejects.toMatchObject({ code: 'NoSuchRates' });
    await expect(asked.ask({ ...asking, in: 'NOK' })).rejects.toMatchObject({
      code: 'CannotConvert',
      facts: { currencies: ['EUR', 'USD'] },
    });
    await expect(asked.explain(asking, 'left')).rejects.toMatchObject({ code: 'NoSuchFigure' });
  });
});

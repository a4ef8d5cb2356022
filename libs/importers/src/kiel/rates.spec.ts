import fc from 'fast-check';
import { impliedRates } from './rates.js';

const usd = (row: number, original: string, euros: string) => ({ row, currency: 'USD', original, euros });

describe('the rates that a file implies', () => {
  it('are the shortest decimals that give back its euros', () => {
    expect(impliedRates([usd(2, '500000000', '464727205.13'), usd(3, '10', '9.294544102611766')])).toEqual({
      rates: new Map([
        ['EUR', '1'],
        ['USD', '1.0759'],
      ]),
      others: [],
    });
  });

  it('are one a currency, and conversions by another are told', () => {
    const odd = usd(4, '100', '50');
    expect(impliedRates([usd(2, '125', '100'), odd, usd(3, '250', '200')])).toEqual({
      rates: new Map([
        ['EUR', '1'],
        ['USD', '1.25'],
      ]),
      others: [{ ...odd, rate: '2' }],
    });
  });

  it('take euros for euros', () => {
    const odd = { row: 2, currency: 'EUR', original: '100', euros: '110' };
    expect(impliedRates([odd]).others).toMatchObject([{ row: 2 }]);
    expect(impliedRates([odd]).rates).toEqual(new Map([['EUR', '1']]));
  });

  it('are not asked of amounts of nothing', () => {
    expect(impliedRates([usd(2, '0', '0')]).rates).toEqual(new Map([['EUR', '1']]));
  });

  it('are found again from what a sheet made of them', () => {
    const rates = fc.integer({ min: 1, max: 20_000_000 }).map((n) => n / 10_000);
    const amounts = fc.array(fc.integer({ min: 1_000_000, max: 2_000_000_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rates, amounts, (rate, of) => {
        const found = impliedRates(of.map((amount, row) => usd(row, String(amount), String(amount / rate))));
        expect(found).toEqual({
          rates: new Map([
            ['EUR', '1'],
            ['USD', String(rate)],
          ]),
          others: [],
        });
      }),
    );
  });
});

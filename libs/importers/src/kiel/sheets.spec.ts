import type { Plan } from '../plan.js';
import { kielCorrections } from './corrections-sheet.js';
import { kielPrices } from './prices-sheet.js';
import { kielRates } from './rates-sheet.js';

const reading = { release: 'r07', today: '2026-01-01' };
const bytes = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));
const said = ({ lanes }: Plan) => lanes.flat().map(({ intent: { data } }) => data);
const homes = ({ lanes }: Plan) => lanes.flat().map(({ rows }) => rows.map(({ row }) => row));

const RATES = ['xlsx_row,, , ,,', '2,,Currency,1 EUR, ,', '3,,EUR,1, ,', '4,,USD,0.9887, ,'];
const SOURCE = '6,,"Source: ECB (October 6, 2022). The average of a month.",,,';

describe('the exchange rates beside a release', () => {
  it('become a set of rates, of the day that their source names', async () => {
    const plan = await kielRates.plan(bytes(...RATES, SOURCE), reading);
    expect(said(plan)).toEqual([
      {
        ratesId: 'kiel-rates-r07',
        base: 'EUR',
        on: '2022-10-06',
        rates: [
          { currency: 'EUR', rate: '1' },
          { currency: 'USD', rate: '0.9887' },
        ],
        source: 'ECB (October 6, 2022). The average of a month.',
      },
    ]);
    expect([homes(plan), plan.rejects, plan.importId]).toEqual([[[2, 3, 4, 6]], [], 'kiel-rates-r07']);
  });

  it('are turned away where they cannot be read', async () => {
    const { rejects } = await kielRates.plan(bytes(...RATES, '5,,AUD,about 2, ,', '7,,Euros,1, ,', SOURCE), reading);
    expect(rejects).toEqual([
      { row: 5, column: '3', value: 'about 2', reason: 'is no number' },
      { row: 7, column: '2', value: 'Euros', reason: 'is no currency code' },
    ]);
  });

  it.each([
    [[...RATES], 'No row says what the source of the rates is.'],
    [[...RATES, '6,,Source: ECB,,,'], 'No row says of which day the rates are; say it with on.'],
    [['xlsx_row,,,,,', SOURCE], 'No row says for one of which currency the rates are, such as 1 EUR.'],
  ])('have a base, a source and a day: %j', async (lines, message) => {
    await expect(kielRates.plan(bytes(...lines), reading)).rejects.toThrow(message);
  });
});

const PRICES = [
  'xlsx_row,Item,Type of item ,Unit Price,Currency',
  '2,Fuse,Ammunition,.,.',
  '3,Helmet,Equipment,250.5,USD',
  '4,Gloves,Equipment,0.15,EUR',
  '5,Helmet,Equipment,250.5,USD',
];

describe('the prices beside a release', () => {
  const dated = { ...reading, on: '2022-10-03' };

  it('become a list for each currency; goods without a price are at home in the first', async () => {
    const plan = await kielPrices.plan(bytes(...PRICES), dated);
    const list = (currency: string, item: string, price: string) => ({
      ...{ pricesId: `kiel-prices-r07-${currency}`, currency, basis: 'replacement', on: '2022-10-03' },
      prices: [{ item, price }],
      source: 'Ukraine Support Tracker of the Kiel Institute, release r07: list of prices',
    });
    expect(said(plan)).toEqual([list('USD', 'Helmet', '250.5'), list('EUR', 'Gloves', '0.15')]);
    expect([homes(plan), plan.rejects]).toEqual([[[2, 3, 5], [4]], []]);
  });

  it.each([
    ['6,Helmet,Equipment,300,USD', { column: 'Unit Price', value: '300', reason: 'is another price than in row 3' }],
    ['6,Boot,Equipment,80,.', { column: 'Currency', value: '.', reason: 'is no currency code' }],
    ['6,Boot,Equipment,cheap,USD', { column: 'Unit Price', value: 'cheap', reason: 'is no number' }],
    ['6,.,Equipment,80,USD', { column: 'Item', value: '.', reason: 'is missing although there is a price' }],
  ])('are turned away where they cannot be read: %s', async (line, reject) => {
    const { rejects } = await kielPrices.plan(bytes(...PRICES, line), dated);
    expect(rejects).toEqual([{ row: 6, ...reject }]);
  });

  it('are of a day, which whoever imports them says', async () => {
    await expect(kielPrices.plan(bytes(...PRICES), reading)).rejects.toThrow('say it with on, such as 2022-10-03');
  });
});

const LOG = [
  '2,,Updates and corrections,,',
  '4,,"Release 7 (until October 3, 2022)",,',
  '6,,Major new commitments,,',
  '8,,The United States committed more: ,,',
  '9,,,$3 billion of arms,',
  '11,,Norway committed more.,,',
  '13,,Major corrections,,',
  '15,,"USM1, USM5: The second was part of the first.",,',
  '17,,"Release 6 (until August 3, 2022)",,',
  '19,,Major corrections,,',
  '20,,USM1: Mended.,,',
];

describe('the log of corrections beside a release', () => {
  it('becomes claims: about the activities that are named first, where they are of this release, else about the release', async () => {
    const plan = await kielCorrections.plan(bytes(...LOG), reading);
    const claim = (subject: string, field: string, value: string, said: string) => ({
      ...{ subject, field, value, said, evidence: 'found' },
      source: 'Ukraine Support Tracker of the Kiel Institute, release r07: updates and corrections',
    });
    const corrected = 'USM1, USM5: The second was part of the first.';
    expect(said(plan)).toEqual([
      claim(
        'kiel.release.7',
        'new-commitments.8',
        'The United States committed more: $3 billion of arms',
        '2022-10-03',
      ),
      claim('kiel.release.7', 'new-commitments.11', 'Norway committed more.', '2022-10-03'),
      claim('kiel-r07-USM1', 'corrections.15', corrected, '2022-10-03'),
      claim('kiel-r07-USM5', 'corrections.15', corrected, '2022-10-03'),
      claim('kiel.release.6', 'corrections.20', 'USM1: Mended.', '2022-08-03'),
    ]);
    expect(homes(plan)).toEqual([[2, 4, 6, 8, 9], [11], [13, 15], [], [17, 19, 20]]);
  });

  it('has a release that it begins with', async () => {
    await expect(kielCorrections.plan(bytes('2,,Corrections,,', '3,,None.,,'), reading)).rejects.toThrow(
      'No row begins a release, such as Release 7 (until October 3, 2022).',
    );
  });
});

import { specifyView } from '#testing';
import { rates } from './rates.js';

const given = specifyView(rates);
const published = {
  type: 'RatesPublished' as const,
  data: { ratesId: 'august', base: 'EUR', on: '2024-08-06', rates: { EUR: '1', USD: '1.0759' }, source: 'ECB' },
};
const row = { rates: 'august', base: 'EUR', on: '2024-08-06', source: 'ECB' };

describe('a rate', () => {
  it('is what one of the base is worth', () => {
    given(published).then('august/USD', { ...row, currency: 'USD', rate: '1.0759' });
  });
  it('of the base is 1', () => {
    given(published).then('august/EUR', { ...row, currency: 'EUR', rate: '1' });
  });
  it('is not there for another currency', () => {
    given(published).then('august/GBP', undefined);
  });
});

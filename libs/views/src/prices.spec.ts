import { specifyView } from '#testing';
import { prices } from './prices.js';

const given = specifyView(prices);
const list = { currency: 'USD', basis: 'replacement' as const, on: '2022-10-03', source: 'the tracker' };
const published = {
  type: 'PricesPublished' as const,
  data: {
    ...{ ...list, pricesId: 'kiel-r07' },
    prices: [
      { item: 'howitzer', price: '5000000' },
      { item: 'shell', price: '3200.50', unit: 'round' },
    ],
  },
};

describe('a price', () => {
  it('is what one of an item costs', () => {
    given(published).then('kiel-r07/shell', {
      ...{ ...list, prices: 'kiel-r07', item: 'shell', price: '3200.50', unit: 'round' },
    });
  });
  it('is for a piece where nothing else is said', () => {
    given(published).then('kiel-r07/howitzer', {
      ...{ ...list, prices: 'kiel-r07', item: 'howitzer', price: '5000000', unit: null },
    });
  });
  it('is not there for another item', () => {
    given(published).then('kiel-r07/tank', undefined);
  });
});

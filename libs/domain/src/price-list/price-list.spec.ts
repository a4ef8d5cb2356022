import { specify } from '#testing';
import { PriceList } from './price-list.js';

const given = specify(PriceList, { by: 'EU', at: '2024-08-06T09:00:00.000Z', roles: ['coordinator'] });

const howitzer = { item: 'howitzer, 155 mm', price: '5000000' };
const shell = { item: 'shell, 155 mm', price: '3200.50', unit: 'round' };
const asked = {
  ...{ pricesId: 'kiel-r07', currency: 'USD', basis: 'replacement' as const, on: '2022-10-03' },
  ...{ prices: [howitzer, shell], source: 'https://example.org/prices' },
};
const published = { type: 'PricesPublished' as const, data: asked };

describe('a price list', () => {
  it('is published', () => given().when('PublishPrices', asked).then(published));
  it('may be published ahead of its day (R35)', () =>
    given().when('PublishPrices', asked, { occurredAt: '2024-09-01T00:00:00.000Z' }).then(published));
  it('is published once (R34)', () => given(published).when('PublishPrices', asked).thenNothing());
  it('never changes', () =>
    given(published)
      .when('PublishPrices', { ...asked, prices: [howitzer] })
      .thenRejected('PricesExist', { pricesId: 'kiel-r07' }));
  it('holds one price for an item', () =>
    given()
      .when('PublishPrices', { ...asked, prices: [howitzer, { ...howitzer, price: '4000000' }] })
      .thenRejected('PriceTwice', { item: 'howitzer, 155 mm' }));
  it('takes the same price twice for one', () =>
    given()
      .when('PublishPrices', { ...asked, prices: [howitzer, shell, shell] })
      .then(published));
  it('names its currency (R6)', () =>
    given()
      .when('PublishPrices', { ...asked, currency: undefined } as never)
      .thenRejected('NoCurrency', { prices: 2 }));
  it('names its basis (R6)', () =>
    given()
      .when('PublishPrices', { ...asked, basis: undefined } as never)
      .thenRejected('NoBasis', { prices: 2 }));
  it('has a source (R7)', () =>
    given()
      .when('PublishPrices', { ...asked, source: undefined } as never)
      .thenRejected('NoSource', {}));
});

import { specify } from '#testing';
import { RateSet } from './rate-set.js';

const given = specify(RateSet, { by: 'EU', at: '2024-08-06T09:00:00.000Z', roles: ['coordinator'] });

const asked = { ratesId: 'august', base: 'EUR', on: '2024-08-06', source: 'https://example.org/rates' };
const dollar = { currency: 'USD', rate: '1.0759' };
const published = { type: 'RatesPublished' as const, data: { ...asked, rates: { EUR: '1', USD: '1.0759' } } };

describe('a rate set', () => {
  it('is published with its base at 1', () =>
    given()
      .when('PublishRates', { ...asked, rates: [dollar] })
      .then(published));
  it('is published once, asked twice', () =>
    given(published)
      .when('PublishRates', { ...asked, rates: [dollar] })
      .thenNothing());
  it('never changes', () =>
    given(published)
      .when('PublishRates', { ...asked, rates: [{ currency: 'USD', rate: '0.9887' }] })
      .thenRejected('RatesExist', { ratesId: 'august' }));
  it('holds one rate for a currency', () =>
    given()
      .when('PublishRates', { ...asked, rates: [dollar, { currency: 'USD', rate: '0.9887' }] })
      .thenRejected('RateTwice', { currency: 'USD' }));
});

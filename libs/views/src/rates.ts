import type { RatesPublished } from '#domain';
import { quantity, text, view } from '#eventsourcing';

type RateRow = {
  readonly rates: string;
  readonly base: string;
  readonly currency: string;
  readonly rate: string | null;
  readonly on: string;
  readonly source: string;
};

const keyOf = (ratesId: string, currency: string) => `${ratesId}/${currency}`;

/** Published rates, by `rates/currency`: units of the currency for one of the base, which itself is 1. */
export const rates = view<RateRow, RatesPublished>('rates', {
  columns: {
    rates: text('The set of rates.'),
    base: text('The currency that is 1 (ISO 4217).', 'currency'),
    currency: text('The currency that the rate is of (ISO 4217).', 'currency'),
    rate: quantity('How much of the currency one of the base is.'),
    on: text('The day that it is of.'),
    source: text('Who published it.'),
  },
  key: ({ data }) => Object.keys(data.rates).map((currency) => keyOf(data.ratesId, currency)),
  on: {
    RatesPublished: (_, { data: { ratesId, base, on, source, rates: table } }, key) => {
      const currency = key.slice(keyOf(ratesId, '').length);
      return { rates: ratesId, base, currency, rate: table[currency] ?? null, on, source };
    },
  },
});

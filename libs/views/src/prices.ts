import type { Basis, PricesPublished } from '#domain';
import { money, text, view } from '#eventsourcing';

type PriceRow = {
  readonly prices: string;
  readonly item: string;
  readonly price: string;
  readonly unit: string | null;
  readonly currency: string;
  readonly basis: Basis;
  readonly on: string;
  readonly source: string;
};

const keyOf = (pricesId: string, item: string) => `${pricesId}/${item}`;

/** Published prices of items, by `prices/item` (R6, R7). */
export const prices = view<PriceRow, PricesPublished>('prices', {
  columns: {
    prices: text('The list of prices.'),
    item: text('What costs it.'),
    price: money('The price of one unit.'),
    unit: text('What is counted in.'),
    currency: text('The currency of price (ISO 4217).', 'currency'),
    basis: text('What the price is: claimed, book, replacement or contract.'),
    on: text('The day that it is of.'),
    source: text('Who published it.'),
  },
  key: ({ data }) => data.prices.map(({ item }) => keyOf(data.pricesId, item)),
  on: {
    PricesPublished: (_, { data: { pricesId, currency, basis, on, source, prices: list } }, key) => {
      const item = key.slice(keyOf(pricesId, '').length);
      const one = list.find((price) => price.item === item);
      return one && { prices: pricesId, item, price: one.price, unit: one.unit ?? null, currency, basis, on, source };
    },
  },
});

import { decider, ensure, type CommandsOf, type Event } from '#eventsourcing';
import type { Basis } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import type { Price } from '../values/price.js';
import type * as commands from './price-list.commands.js';

/** Prices by item, all in one currency and on one basis, as of a day. */
export type PricesPublished = Event<
  'PricesPublished',
  { pricesId: string; currency: string; basis: Basis; on: string; prices: readonly Price[]; source: string }
>;

export type PriceListEvent = PricesPublished;
export type PriceListCommand = CommandsOf<typeof commands>;

/** A list of prices, published or not yet. */
export type PriceListState = { readonly status: 'none' } | { readonly status: 'published'; readonly said: object };

/** A named list of prices, by which goods without a value of their own are valued when they are read (R6, R7). */
export const PriceList = decider<PriceListCommand, PriceListEvent, PriceListState>({
  stream: 'prices',
  id: 'pricesId',
  initial: { status: 'none' },
  may: { PublishPrices: ['coordinator', 'historian'] },
  ahead: ['PublishPrices'],

  decide: {
    PublishPrices: ({ data: { pricesId, currency, basis, on, prices, source } }, list) => {
      ensure(currency !== undefined, 'NoCurrency', { prices: prices.length });
      ensure(basis !== undefined, 'NoBasis', { prices: prices.length });
      ensure(source !== undefined, 'NoSource', {});
      const byItem = new Map<string, Price>();
      for (const one of plain(prices)) {
        const before = byItem.get(one.item);
        ensure(!before || same(before, one), 'PriceTwice', { item: one.item });
        byItem.set(one.item, one);
      }
      const data = { pricesId, currency, basis, on, prices: [...byItem.values()], source };
      if (list.status === 'published' && same(list.said, data)) return [];
      ensure(list.status === 'none', 'PricesExist', { pricesId });
      return [{ type: 'PricesPublished', data }];
    },
  },

  evolve: {
    PricesPublished: (_, { data }) => ({ status: 'published', said: data }),
  },
});

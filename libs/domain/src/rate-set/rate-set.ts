import { decider, ensure, type CommandsOf, type Event } from '#eventsourcing';
import { same } from '../values/plain.js';
import type * as commands from './rate-set.commands.js';

/** Rates by currency: units of it for one of the base, decimal strings; the base itself is 1. */
export type RatesPublished = Event<
  'RatesPublished',
  { ratesId: string; base: string; on: string; rates: Readonly<Record<string, string>>; source: string }
>;

export type RateSetEvent = RatesPublished;
export type RateSetCommand = CommandsOf<typeof commands>;

/** A set of rates, published or not yet. */
export type RateSetState = { readonly status: 'none' } | ({ readonly status: 'published' } & RatesPublished['data']);

/** A named set of exchange rates, by which figures are converted when they are read (R6). */
export const RateSet = decider<RateSetCommand, RateSetEvent, RateSetState>({
  stream: 'rates',
  id: 'ratesId',
  initial: { status: 'none' },
  may: { PublishRates: ['coordinator', 'historian'] },
  ahead: ['PublishRates'],

  decide: {
    PublishRates: ({ data: { ratesId, base, on, rates, source } }, set) => {
      const table: Record<string, string> = { [base]: '1' };
      for (const { currency, rate } of rates) {
        ensure(!Object.hasOwn(table, currency) || table[currency] === rate, 'RateTwice', { currency });
        table[currency] = rate;
      }
      const data = { ratesId, base, on, rates: table, source };
      if (set.status === 'published' && same({ status: 'published', ...data }, set)) return [];
      ensure(set.status === 'none', 'RatesExist', { ratesId });
      return [{ type: 'RatesPublished', data }];
    },
  },

  evolve: {
    RatesPublished: (_, { data }) => ({ status: 'published', ...data }),
  },
});

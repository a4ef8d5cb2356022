import { decider, ensure, type CommandsOf, type Event } from '#eventsourcing';
import { same } from '../values/plain.js';
import type { Party } from '../values/words.js';
import type * as commands from './gdp-table.commands.js';

/** Gross domestic products of a year by party, in one currency at current prices, as their source had them on a day. */
export type GdpPublished = Event<
  'GdpPublished',
  {
    gdpId: string;
    year: number;
    currency: string;
    on: string;
    figures: Readonly<Record<Party, string>>;
    source: string;
  }
>;

export type GdpTableEvent = GdpPublished;
export type GdpTableCommand = CommandsOf<typeof commands>;

/** A table of gross domestic products, published or not yet. */
export type GdpTableState = { readonly status: 'none' } | ({ readonly status: 'published' } & GdpPublished['data']);

/** A named table of gross domestic products, by which what donors give is told as a share of what they produce (R7). */
export const GdpTable = decider<GdpTableCommand, GdpTableEvent, GdpTableState>({
  stream: 'gdp',
  id: 'gdpId',
  initial: { status: 'none' },
  may: { PublishGdp: ['coordinator', 'historian'] },

  decide: {
    PublishGdp: ({ data: { gdpId, year, currency, on, figures, source } }, table) => {
      const byParty: Record<Party, string> = {};
      for (const { party, amount } of figures) {
        ensure(!Object.hasOwn(byParty, party) || byParty[party] === amount, 'GdpTwice', { party });
        byParty[party] = amount;
      }
      const data = { gdpId, year, currency, on, figures: byParty, source };
      if (table.status === 'published' && same({ status: 'published', ...data }, table)) return [];
      ensure(table.status === 'none', 'GdpExists', { gdpId });
      return [{ type: 'GdpPublished', data }];
    },
  },

  evolve: {
    GdpPublished: (_, { data }) => ({ status: 'published', ...data }),
  },
});

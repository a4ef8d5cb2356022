import type { GdpPublished } from '#domain';
import { integer, money, text, view } from '#eventsourcing';

type GdpRow = {
  readonly gdp: string;
  readonly party: string;
  readonly year: number;
  readonly amount: string;
  readonly currency: string;
  readonly on: string;
  readonly source: string;
};

const keyOf = (gdpId: string, party: string) => `${gdpId}/${party}`;

/** Published gross domestic products, by `table/party` (R7). */
export const gdp = view<GdpRow, GdpPublished>('gdp', {
  columns: {
    gdp: text('The table of gross domestic products.'),
    party: text('Who produced it.', 'party'),
    year: integer('The year that it was produced in.'),
    amount: money('What was produced, at current prices.'),
    currency: text('The currency of amount (ISO 4217).', 'currency'),
    on: text('The day of the state that the figure is of.'),
    source: text('Who published it.'),
  },
  key: ({ data }) => Object.keys(data.figures).map((party) => keyOf(data.gdpId, party)),
  on: {
    GdpPublished: (_, { data: { gdpId, year, currency, on, source, figures } }, key) => {
      const party = key.slice(keyOf(gdpId, '').length);
      const amount = figures[party];
      return amount === undefined ? undefined : { gdp: gdpId, party, year, amount, currency, on, source };
    },
  },
});

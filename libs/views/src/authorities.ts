import type {
  AuthorityDrawn,
  AuthorityLapsed,
  AuthorityOpened,
  CeilingRaised,
  CeilingRevoked,
  DrawsRevalued,
} from '#domain';
import { integer, money, text, view } from '#eventsourcing';
import { left, moved } from './decimals.js';

type AuthorityRow = {
  readonly donor: string;
  readonly legalBasis: string;
  readonly currency: string;
  readonly ceiling: string;
  readonly drawn: string;
  readonly draws: number;
  readonly revalued: string;
  readonly remaining: string;
  readonly until: string | null;
  readonly status: 'open' | 'lapsed';
  readonly unused: string | null;
};

type AuthorityEvent =
  AuthorityOpened | CeilingRaised | CeilingRevoked | AuthorityDrawn | DrawsRevalued | AuthorityLapsed;

/** The row with what remains of the ceiling, which is nothing once the authority has lapsed. */
function standing(row: AuthorityRow): AuthorityRow {
  return { ...row, remaining: row.status === 'open' ? left(row.ceiling, row.drawn) : '0' };
}

/**
 * Authorities, by their id (R3): `drawn` is worth what the latest valuation says, `revalued` by how much that differs from what it was drawn at,
 * `unused` what lapsed after the last day.
 */
export const authorities = view<AuthorityRow, AuthorityEvent>('authorities', {
  columns: {
    donor: text('The party whose law it is.', 'party'),
    legalBasis: text('The law that it rests on.'),
    currency: text('The currency of its amounts (ISO 4217).', 'currency'),
    ceiling: money('The most that may be drawn.'),
    drawn: money('What was drawn, worth what the latest valuation says.'),
    draws: integer('How many times was drawn on it.'),
    revalued: money('By how much the draws were valued anew, up or down.'),
    remaining: money('What may still be drawn; nothing once it has lapsed.'),
    until: text('Its last day.'),
    status: text('open or lapsed.'),
    unused: money('What lapsed undrawn after the last day.'),
  },
  key: ({ data }) => data.authorityId,
  on: {
    AuthorityOpened: (_, { data: { donor, legalBasis, ceiling, until = null } }) => ({
      ...{ donor, legalBasis, currency: ceiling.currency, ceiling: ceiling.amount, drawn: '0', draws: 0 },
      ...{ revalued: '0', remaining: ceiling.amount, until, status: 'open', unused: null },
    }),
    CeilingRaised: (row, { data: { ceiling } }) => row && standing({ ...row, ceiling: ceiling.to }),
    CeilingRevoked: (row, { data: { ceiling } }) => row && standing({ ...row, ceiling: ceiling.to }),
    AuthorityDrawn: (row, { data: { amount } }) =>
      row && standing({ ...row, drawn: moved(row.drawn, { from: '0', to: amount.amount }), draws: row.draws + 1 }),
    DrawsRevalued: (row, { data: { delta } }) => {
      const change = { from: '0', to: delta };
      return row && standing({ ...row, drawn: moved(row.drawn, change), revalued: moved(row.revalued, change) });
    },
    AuthorityLapsed: (row, { data: { unused } }) => row && standing({ ...row, status: 'lapsed', unused }),
  },
});

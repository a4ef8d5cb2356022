import { ensure, type Event } from '#eventsourcing';
import { compareCents } from '../values/decimal.js';
import { dayOf, startOf } from '../values/days.js';
import { amountOf, claimsOf } from '../values/figures.js';
import type { Amount, Change, Source } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import { rules } from '../values/rules.js';
import type { Party } from '../values/words.js';
import * as state from './authority.state.js';

export type AuthorityOpened = Event<
  'AuthorityOpened',
  {
    authorityId: string;
    donor: Party;
    ceiling: Amount;
    until?: string;
    legalBasis: string;
    claims: readonly Source[];
  }
>;
/** From and to are the ceiling before and after, on the day from which it holds. */
export type CeilingRaised = Event<
  'CeilingRaised',
  {
    authorityId: string;
    donor: Party;
    currency: string;
    ceiling: Change<string>;
    basis?: Amount['basis'];
    legalBasis: string;
    claims: readonly Source[];
  }
>;
/** From is the ceiling that would have been, to the one that stays. */
export type CeilingRevoked = Event<
  'CeilingRevoked',
  { authorityId: string; donor: Party; currency: string; ceiling: Change<string> }
>;

export type CeilingEvent = AuthorityOpened | CeilingRaised | CeilingRevoked | state.AuthorityLapsed;
type CeilingCommand = 'OpenAuthority' | 'RaiseCeiling' | 'RevokeCeiling' | 'LapseAuthority';

/** What a donor may draw: ceilings hold for whole days, and what is unused on the last day lapses (R3, R35). */
export const ceiling: state.AuthorityStage<CeilingCommand, CeilingEvent> = {
  may: {
    OpenAuthority: ['operator', 'historian'],
    RaiseCeiling: ['operator', 'historian'],
    RevokeCeiling: ['operator', 'historian'],
    LapseAuthority: ['operator', 'historian', 'policy'],
  },

  decide: {
    OpenAuthority: ({ data, metadata }, authority) => {
      ensure(data.donor === metadata.by.party, 'NotTheDonor', { donor: data.donor });
      const law = rules(metadata);
      const { authorityId, until } = data;
      const said = plain({ ...plain(data), ceiling: amountOf(data.ceiling, law), claims: claimsOf(data.claims, law) });
      if (authority.status === 'opened' && same(authority.said, said)) return [];
      ensure(authority.status === 'none', 'AuthorityExists', { authorityId });
      const day = dayOf(metadata.occurredAt);
      ensure(until === undefined || day <= until, 'AuthorityLapsed', { until });
      return [{ type: 'AuthorityOpened', data: said, occurredAt: startOf(day) }];
    },

    RaiseCeiling: ({ data, metadata }, opened) => {
      const { authorityId, legalBasis } = data;
      const authority = state.ownAuthority(opened, authorityId, metadata.by);
      const from = startOf(dayOf(metadata.occurredAt));
      const law = rules(metadata);
      const { amount, currency, basis } = amountOf(data.ceiling, law, authority.currency);
      const before = authority.ceilings.findLast((one) => one.from <= from)?.amount ?? '0';
      if (compareCents(amount, before) === 0) return [];
      state.ensureOpen(authority, from);
      ensure(compareCents(amount, before) > 0, 'NotAnIncrease', { ceiling: before, currency });
      const later = authority.ceilings.find((one) => one.from > from);
      const ordered = later === undefined || compareCents(amount, later.amount) <= 0;
      ensure(ordered, 'LaterTotalStands', { since: later?.from, ceiling: later?.amount });
      const claims = claimsOf(data.claims, law);
      const change = { from: before, to: amount };
      const raised = {
        type: 'CeilingRaised' as const,
        data: plain({ authorityId, donor: authority.donor, currency, ceiling: change, basis, legalBasis, claims }),
        occurredAt: from,
      };
      const changed = state.withCeiling(authority, { from, amount });
      return [raised, ...state.lapsedAnew(authorityId, authority, from, changed)];
    },

    RevokeCeiling: ({ data: { authorityId }, metadata: { by, at, occurredAt } }, opened) => {
      const authority = state.ownAuthority(opened, authorityId, by);
      const from = startOf(dayOf(occurredAt));
      const index = authority.ceilings.findLastIndex((one) => one.from === from);
      const [before, raised] = [authority.ceilings[index - 1], authority.ceilings[index]];
      if (!raised && authority.revoked.has(from)) return [];
      ensure(raised && before, 'NoSuchChange', { at: from });
      ensure(from > at, 'AlreadyInEffect', { since: from });
      const { donor, currency } = authority;
      const change = { from: raised.amount, to: before.amount };
      return [{ type: 'CeilingRevoked', data: { authorityId, donor, currency, ceiling: change }, occurredAt: from }];
    },

    LapseAuthority: ({ data: { authorityId }, metadata: { by, occurredAt } }, opened) => {
      const authority = state.ownAuthority(opened, authorityId, by);
      const { until } = authority;
      ensure(until !== undefined, 'NoLastDay', { authorityId });
      if (authority.lapsed) return [];
      ensure(dayOf(occurredAt) > until, 'NotYet', { until });
      return [state.lapse(authorityId, authority, until)];
    },
  },

  evolve: {
    AuthorityOpened: (_, { data, occurredAt }) => ({
      status: 'opened',
      donor: data.donor,
      currency: data.ceiling.currency,
      until: data.until,
      said: data,
      ceilings: [{ from: occurredAt, amount: data.ceiling.amount }],
      revoked: new Set(),
      movements: [],
      draws: new Map(),
      proposals: new Map(),
      carriedOut: new Set(),
      lapsed: false,
    }),
    CeilingRaised: state.changing<CeilingRaised>((authority, { data, occurredAt }) =>
      state.withCeiling(authority, { from: occurredAt, amount: data.ceiling.to }),
    ),
    CeilingRevoked: state.changing<CeilingRevoked>((authority, { occurredAt }) =>
      state.withoutCeiling(authority, occurredAt),
    ),
    AuthorityLapsed: state.changing<state.AuthorityLapsed>((authority) => ({ ...authority, lapsed: true })),
  },
};

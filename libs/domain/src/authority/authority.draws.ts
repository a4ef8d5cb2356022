import { ensure, type Event } from '#eventsourcing';
import { compareCents, sum } from '../values/decimal.js';
import { amountOf, claimsOf } from '../values/figures.js';
import type { Amount, Basis, Change, Source } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import { rules } from '../values/rules.js';
import type { Party } from '../values/words.js';
import { madePledge, pledges } from '../pledge/pledge.state.js';
import * as state from './authority.state.js';

export type AuthorityDrawn = Event<
  'AuthorityDrawn',
  {
    authorityId: string;
    drawId: string;
    donor: Party;
    pledgeId: string;
    amount: Amount;
    claims: readonly Source[];
  }
>;
export type DrawsRevaluationProposed = Event<
  'DrawsRevaluationProposed',
  {
    authorityId: string;
    proposalId: string;
    delta: Amount;
    method: string;
    subject: string;
    claims: readonly Source[];
  }
>;
/** `drawn` is what was drawn up to that time, valued before and after. */
export type DrawsRevalued = Event<
  'DrawsRevalued',
  {
    authorityId: string;
    proposalId: string;
    donor: Party;
    currency: string;
    basis?: Basis;
    method: string;
    delta: string;
    drawn: Change<string>;
    proposedBy: string;
  }
>;

export type DrawsEvent = AuthorityDrawn | DrawsRevaluationProposed | DrawsRevalued;
type DrawsCommand = 'DrawOnAuthority' | 'ProposeDrawsRevaluation' | 'RevalueDraws';

/** What a donor draws, and what that is worth; at no time more than the ceiling of the day (R3, R33). */
export const draws: state.AuthorityStage<DrawsCommand, DrawsEvent, state.AuthorityLapsed> = {
  may: {
    DrawOnAuthority: ['operator', 'historian'],
    ProposeDrawsRevaluation: ['operator', 'historian'],
    RevalueDraws: ['operator', 'historian'],
  },

  decide: {
    DrawOnAuthority: ({ data, metadata }, opened, facts) => {
      const { authorityId, drawId, pledgeId } = data;
      const { by, occurredAt } = metadata;
      const authority = state.ownAuthority(opened, authorityId, by);
      const law = rules(metadata);
      const amount = amountOf(data.amount, law, authority.currency);
      const said = plain({ pledgeId, amount, claims: claimsOf(data.claims, law) });
      const before = authority.draws.get(drawId);
      if (before && same(before, said)) return [];
      ensure(!before, 'DrawExists', { drawId });
      const { donor } = madePledge(facts.of(pledges, pledgeId) ?? pledges.initial, pledgeId);
      ensure(donor === authority.donor, 'NotTheDonor', { donor });
      state.ensureOpen(authority, occurredAt);
      state.ensureWithin(authority, amount.amount, occurredAt);
      const changed = state.withMovement(authority, { from: occurredAt, amount: amount.amount });
      return [
        { type: 'AuthorityDrawn', data: { authorityId, drawId, donor, ...said } },
        ...state.lapsedAnew(authorityId, authority, occurredAt, changed),
      ];
    },

    ProposeDrawsRevaluation: ({ data, metadata }, opened) => {
      const { authorityId, proposalId, method } = data;
      const authority = state.ownAuthority(opened, authorityId, metadata.by);
      const law = rules(metadata);
      const said = plain({ delta: amountOf(data.delta, law, authority.currency), method });
      const before = authority.proposals.get(proposalId);
      if (before && same(before.said, said)) return [];
      ensure(!before, 'ProposalExists', { proposalId });
      const { subject } = metadata.by;
      const event = { authorityId, proposalId, ...said, subject, claims: claimsOf(data.claims, law) };
      return [{ type: 'DrawsRevaluationProposed', data: event }];
    },

    RevalueDraws: ({ data: { authorityId, proposalId }, metadata: { by, occurredAt } }, opened) => {
      const authority = state.ownAuthority(opened, authorityId, by);
      if (authority.carriedOut.has(proposalId)) return [];
      const proposal = authority.proposals.get(proposalId);
      ensure(proposal, 'NotProposed', { proposalId });
      ensure(proposal.subject !== by.subject, 'SameActor', { subject: by.subject });
      const { method, delta, subject: proposedBy } = proposal;
      const { amount, currency, basis } = delta;
      const known = state.standings(authority, occurredAt);
      for (const { drawn } of known)
        ensure(compareCents(sum([drawn, amount]), '0') >= 0, 'RevaluedBelowZero', { drawn, currency });
      if (!amount.startsWith('-')) state.ensureWithin(authority, amount, occurredAt);
      const { donor } = authority;
      const change = { from: known[0].drawn, to: sum([known[0].drawn, amount]) };
      const changed = state.withMovement(authority, { from: occurredAt, amount });
      const data = {
        authorityId,
        proposalId,
        donor,
        currency,
        basis,
        method,
        delta: amount,
        drawn: change,
        proposedBy,
      };
      return [
        { type: 'DrawsRevalued', data: plain(data) },
        ...state.lapsedAnew(authorityId, authority, occurredAt, changed),
      ];
    },
  },

  evolve: {
    AuthorityDrawn: state.changing<AuthorityDrawn>((authority, { data, occurredAt }) => {
      const { drawId, pledgeId, amount, claims } = data;
      const said = new Map(authority.draws).set(drawId, { pledgeId, amount, claims });
      return { ...state.withMovement(authority, { from: occurredAt, amount: amount.amount }), draws: said };
    }),
    DrawsRevaluationProposed: state.changing<DrawsRevaluationProposed>((authority, { data }) => {
      const { proposalId, subject, delta, method } = data;
      const proposal = { subject, delta, method, said: { delta, method } };
      return { ...authority, proposals: new Map(authority.proposals).set(proposalId, proposal) };
    }),
    DrawsRevalued: state.changing<DrawsRevalued>((authority, { data: { proposalId, delta }, occurredAt }) => ({
      ...state.withMovement(authority, { from: occurredAt, amount: delta }),
      carriedOut: new Set(authority.carriedOut).add(proposalId),
    })),
  },
};

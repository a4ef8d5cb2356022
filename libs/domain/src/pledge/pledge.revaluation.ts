import type { Event } from '#eventsourcing';
import { minus } from '../values/decimal.js';
import { amountOf, claimsOf } from '../values/figures.js';
import { figureOf, type Amount, type Basis, type Change, type Figure, type Source } from '../values/money.js';
import { plain } from '../values/plain.js';
import { rules, type Breach } from '../values/rules.js';
import type { Party } from '../values/words.js';
import type { Kind } from './pledge.commands.js';
import { ensureLatest, holdAllocated, holdCommitted } from './pledge.figures.js';
import { boundGoods, revaluedGoods, type BoundGoods } from './pledge.goods.js';
import { approved, carriedOut, isProposed, withProposal } from './pledge.proposals.js';
import {
  allocatedOf,
  changing,
  committedOf,
  ensureStanding,
  factsOfPledge,
  ownPledge,
  type PledgeStage,
} from './pledge.state.js';

export type RevaluationProposed = Event<
  'RevaluationProposed',
  {
    pledgeId: string;
    proposalId: string;
    amount: Amount;
    committed?: Amount;
    method: string;
    subject: string;
    claims: readonly Source[];
    breaches?: readonly Breach[];
  }
>;
/** From and to are what is pledged, `delta` their difference, absent where the old value was unknown. */
export type PledgeRevalued = Event<
  'PledgeRevalued',
  {
    pledgeId: string;
    proposalId: string;
    donor: Party;
    kind: Kind;
    currency: string;
    basis?: Basis;
    method: string;
    from: Figure;
    to: Figure;
    delta?: string;
    committed?: Change<Figure>;
    goods?: readonly BoundGoods[];
    drawsOn?: string;
    proposedBy: string;
    breaches?: readonly Breach[];
  }
>;

export type RevaluationEvent = RevaluationProposed | PledgeRevalued;
type RevaluationCommand = 'ProposeRevaluation' | 'RevaluePledge';

/** A pledge is valued anew, by two people (R33). */
export const revaluation: PledgeStage<RevaluationCommand, RevaluationEvent> = {
  may: { ProposeRevaluation: ['operator', 'historian'], RevaluePledge: ['operator', 'historian'] },

  decide: {
    ProposeRevaluation: ({ data, metadata }, state) => {
      const pledge = ownPledge(state, data.pledgeId, metadata.by);
      const { pledgeId, proposalId, method } = data;
      const law = rules(metadata);
      const amount = amountOf(data.amount, law, pledge.currency);
      const committed = data.committed && amountOf(data.committed, law, amount.currency);
      const said = plain({ amount, committed, method });
      if (isProposed(pledge, proposalId, said)) return [];
      ensureStanding(pledge);
      const claims = claimsOf(data.claims, law);
      const event = { pledgeId, proposalId, ...said, subject: metadata.by.subject, claims, breaches: law.breaches };
      return [{ type: 'RevaluationProposed', data: plain(event) }];
    },

    RevaluePledge: ({ data: { pledgeId, proposalId }, metadata }, state) => {
      const pledge = ownPledge(state, pledgeId, metadata.by);
      if (pledge.carriedOut.has(proposalId)) return [];
      ensureStanding(pledge);
      const proposal = approved(pledge, proposalId, 'revaluation', metadata.by);
      ensureLatest(pledge, 'total', metadata.occurredAt);
      if (proposal.committed) ensureLatest(pledge, 'committed', metadata.occurredAt);
      const law = rules(metadata);
      const { amount, method, subject: proposedBy } = proposal;
      const { currency, basis } = amount;
      const [from, to] = [pledge.total, figureOf(amount, undefined)];
      const bound = proposal.committed ? figureOf(proposal.committed, undefined) : committedOf(pledge);
      const allocated = allocatedOf(pledge);
      holdCommitted(law, { committed: bound, made: to, already: committedOf(pledge), currency });
      holdAllocated(law, { committed: bound, allocated, already: allocated, currency });
      const delta = from.amount === undefined ? undefined : minus(amount.amount, from.amount);
      const committed = proposal.committed && { from: committedOf(pledge), to: bound };
      const bindsTo = { worth: revaluedGoods(pledge, amount.amount), committed: committed?.to ?? pledge.committed };
      const goods = boundGoods(pledge, bindsTo);
      const change = { basis, method, from, to, delta, committed, goods, proposedBy, breaches: law.breaches };
      return [
        {
          type: 'PledgeRevalued',
          data: plain({ pledgeId, proposalId, ...factsOfPledge(pledge), currency, ...change }),
        },
      ];
    },
  },

  evolve: {
    RevaluationProposed: changing<RevaluationProposed>(
      (pledge, { data: { proposalId, amount, committed, method, subject } }) => {
        const said = plain({ amount, committed, method });
        return withProposal(pledge, proposalId, { of: 'revaluation', amount, committed, method, subject, said });
      },
    ),
    PledgeRevalued: changing<PledgeRevalued>(
      (pledge, { occurredAt, data: { to, currency, committed, proposalId } }) => ({
        ...carriedOut(pledge, proposalId),
        currency: pledge.currency ?? currency,
        total: to,
        worth: to.amount === undefined ? to : revaluedGoods(pledge, to.amount),
        committed: committed?.to ?? pledge.committed,
        since: committed ? { total: occurredAt, committed: occurredAt } : { ...pledge.since, total: occurredAt },
      }),
    ),
  },
};

import { ensure, type Event, type Facts } from '#eventsourcing';
import { minus } from '../values/decimal.js';
import { figureOf, type Amount, type Basis, type Change, type Source, type Figure } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import { rules, type Breach } from '../values/rules.js';
import type { Party } from '../values/words.js';
import type { Kind } from './pledge.commands.js';
import { amountOf, claimsOf, ensureLatest, holdAllocated, holdCommitted } from './pledge.figures.js';
import { ensureDraws } from './pledge.making.js';
import {
  allocatedOf,
  changing,
  committedOf,
  ensureStanding,
  factsOfPledge,
  madePledge,
  ownPledge,
  pledges,
  type Pledge,
  type Proposal,
  type PledgeStage,
} from './pledge.state.js';

/** `allocations` are all of the pledge's, which no longer count with it. */
interface CountsNoMore {
  pledgeId: string;
  donor: Party;
  kind: Kind;
  currency?: string;
  committed?: Change<Figure>;
  allocations: readonly string[];
}

export type PledgeLinked = Event<'PledgeLinked', CountsNoMore & { drawsOn: string }>;
export type MergeProposed = Event<
  'MergeProposed',
  { pledgeId: string; proposalId: string; into: string; reason: string; subject: string }
>;
export type PledgeMerged = Event<
  'PledgeMerged',
  CountsNoMore & { into: string; proposalId: string; proposedBy: string; drawsOn?: string }
>;
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
    drawsOn?: string;
    proposedBy: string;
    breaches?: readonly Breach[];
  }
>;

export type RevisionEvent = PledgeLinked | MergeProposed | PledgeMerged | RevaluationProposed | PledgeRevalued;
type RevisionCommand = 'LinkReannouncement' | 'ProposeMerge' | 'MergePledge' | 'ProposeRevaluation' | 'RevaluePledge';

/** What a pledge turns out to be afterwards: an announcement made again, the same as another, worth something else. */
export const revision: PledgeStage<RevisionCommand, RevisionEvent> = {
  may: {
    LinkReannouncement: ['operator', 'historian'],
    ProposeMerge: ['operator', 'historian'],
    MergePledge: ['operator', 'historian'],
    ProposeRevaluation: ['operator', 'historian'],
    RevaluePledge: ['operator', 'historian'],
  },

  decide: {
    LinkReannouncement: ({ data: { pledgeId, drawsOn }, metadata }, state, facts) => {
      const pledge = ownPledge(state, pledgeId, metadata.by);
      if (pledge.drawsOn === drawsOn) return [];
      ensure(pledge.drawsOn === undefined, 'DrawsOnAnother', { drawsOn: pledge.drawsOn });
      ensureStanding(pledge);
      ensureDraws(pledgeId, pledge.donor, drawsOn, facts);
      return [{ type: 'PledgeLinked', data: plain({ ...countsNoMore(pledgeId, pledge), drawsOn }) }];
    },

    ProposeMerge: ({ data: { pledgeId, proposalId, into, reason }, metadata }, state, facts) => {
      const pledge = ownPledge(state, pledgeId, metadata.by);
      if (isProposed(pledge, proposalId, { into, reason })) return [];
      ensureStanding(pledge);
      ensureMerges(pledgeId, pledge, into, facts);
      const { subject } = metadata.by;
      return [{ type: 'MergeProposed', data: { pledgeId, proposalId, into, reason, subject } }];
    },

    MergePledge: ({ data: { pledgeId, proposalId }, metadata }, state, facts) => {
      const pledge = ownPledge(state, pledgeId, metadata.by);
      if (pledge.carriedOut.has(proposalId)) return [];
      ensureStanding(pledge);
      const proposal = pledge.proposals.get(proposalId);
      ensure(proposal?.of === 'merge', 'NotProposed', { proposalId });
      ensure(proposal.subject !== metadata.by.subject, 'SameActor', { subject: proposal.subject });
      ensureMerges(pledgeId, pledge, proposal.into, facts);
      const { into, subject: proposedBy } = proposal;
      const data = { ...countsNoMore(pledgeId, pledge), drawsOn: pledge.drawsOn, into, proposalId, proposedBy };
      return [{ type: 'PledgeMerged', data: plain(data) }];
    },

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
      const proposal = pledge.proposals.get(proposalId);
      ensure(proposal?.of === 'revaluation', 'NotProposed', { proposalId });
      ensure(proposal.subject !== metadata.by.subject, 'SameActor', { subject: proposal.subject });
      ensureLatest(pledge, 'total', metadata.occurredAt);
      if (proposal.committed) ensureLatest(pledge, 'committed', metadata.occurredAt);
      const law = rules(metadata);
      const { amount, method, subject: proposedBy } = proposal;
      const { currency, basis } = amount;
      const [from, to] = [pledge.total, figureOf(amount, undefined)];
      const bound = proposal.committed ? figureOf(proposal.committed, undefined) : committedOf(pledge);
      const allocated = allocatedOf(pledge);
      holdCommitted(law, bound, to, currency);
      holdAllocated(law, { committed: bound, allocated, already: allocated, currency });
      const delta = from.amount === undefined ? undefined : minus(amount.amount, from.amount);
      const committed = proposal.committed && { from: committedOf(pledge), to: bound };
      const change = { basis, method, from, to, delta, committed, proposedBy, breaches: law.breaches };
      return [
        {
          type: 'PledgeRevalued',
          data: plain({ pledgeId, proposalId, ...factsOfPledge(pledge), currency, ...change }),
        },
      ];
    },
  },

  evolve: {
    PledgeLinked: changing<PledgeLinked>((pledge, { data: { drawsOn } }) => ({ ...pledge, drawsOn })),
    MergeProposed: changing<MergeProposed>((pledge, { data: { proposalId, into, reason, subject } }) =>
      withProposal(pledge, proposalId, { of: 'merge', into, subject, said: { into, reason } }),
    ),
    PledgeMerged: changing<PledgeMerged>((pledge, { data: { into, proposalId } }) => ({
      ...carriedOut(pledge, proposalId),
      status: 'merged',
      into,
    })),
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
        committed: committed?.to ?? pledge.committed,
        since: committed ? { total: occurredAt, committed: occurredAt } : { ...pledge.since, total: occurredAt },
      }),
    ),
  },
};

function countsNoMore(pledgeId: string, pledge: Pledge): CountsNoMore {
  const { donor, kind, currency } = pledge;
  const committed = pledge.committed && { from: pledge.committed, to: { amount: '0' } };
  return plain({ pledgeId, donor, kind, currency, committed, allocations: [...pledge.allocations.keys()] });
}

function ensureMerges(pledgeId: string, pledge: Pledge, into: string, facts: Facts): void {
  ensure(into !== pledgeId, 'SamePledge', { into });
  const other = madePledge(facts.of(pledges, into) ?? pledges.initial, into);
  ensure(other.donor === pledge.donor, 'MergeAcrossDonors', { donor: pledge.donor, of: other.donor });
  ensureStanding(other);
}

/** Whether the very same proposal was made; another one under its id is refused. */
function isProposed({ proposals }: Pledge, proposalId: string, said: object): boolean {
  const before = proposals.get(proposalId);
  if (before && same(before.said, said)) return true;
  ensure(!before, 'ProposalExists', { proposalId });
  return false;
}

function withProposal(pledge: Pledge, proposalId: string, proposal: Proposal): Pledge {
  return { ...pledge, proposals: new Map(pledge.proposals).set(proposalId, proposal) };
}

function carriedOut(pledge: Pledge, proposalId: string): Pledge {
  return { ...pledge, carriedOut: new Set(pledge.carriedOut).add(proposalId) };
}

import { ensure, type Event, type Facts } from '#eventsourcing';
import type { Change, Figure } from '../values/money.js';
import { plain } from '../values/plain.js';
import type { Party } from '../values/words.js';
import type { Kind } from './pledge.commands.js';
import { boundGoods, type BoundGoods } from './pledge.goods.js';
import { ensureDraws } from './pledge.making.js';
import { approved, carriedOut, isProposed, withProposal } from './pledge.proposals.js';
import {
  changing,
  ensureStanding,
  madePledge,
  ownPledge,
  pledges,
  type Pledge,
  type PledgeStage,
} from './pledge.state.js';

/** `allocations` are all of the pledge's, which no longer count with it. */
interface CountsNoMore {
  pledgeId: string;
  donor: Party;
  kind: Kind;
  currency?: string;
  committed?: Change<Figure>;
  goods?: readonly BoundGoods[];
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
export type MergingEvent = PledgeLinked | MergeProposed | PledgeMerged;
type MergingCommand = 'LinkReannouncement' | 'ProposeMerge' | 'MergePledge';

/** A pledge turns out to be announced again, or the same as another, and no longer counts by itself (R9, R33). */
export const merging: PledgeStage<MergingCommand, MergingEvent> = {
  may: {
    LinkReannouncement: ['operator', 'historian'],
    ProposeMerge: ['operator', 'historian'],
    MergePledge: ['operator', 'historian'],
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
      const proposal = approved(pledge, proposalId, 'merge', metadata.by);
      ensureMerges(pledgeId, pledge, proposal.into, facts);
      const { into, subject: proposedBy } = proposal;
      const data = { ...countsNoMore(pledgeId, pledge), drawsOn: pledge.drawsOn, into, proposalId, proposedBy };
      return [{ type: 'PledgeMerged', data: plain(data) }];
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
  },
};

function countsNoMore(pledgeId: string, pledge: Pledge): CountsNoMore {
  const { donor, kind, currency } = pledge;
  const committed = pledge.committed && { from: pledge.committed, to: { amount: '0' } };
  const goods = boundGoods(pledge, { status: 'merged' });
  return plain({ pledgeId, donor, kind, currency, committed, goods, allocations: [...pledge.allocations.keys()] });
}

function ensureMerges(pledgeId: string, pledge: Pledge, into: string, facts: Facts): void {
  ensure(into !== pledgeId, 'SamePledge', { into });
  const other = madePledge(facts.of(pledges, into) ?? pledges.initial, into);
  ensure(other.donor === pledge.donor, 'MergeAcrossDonors', { donor: pledge.donor, of: other.donor });
  ensureStanding(other);
}

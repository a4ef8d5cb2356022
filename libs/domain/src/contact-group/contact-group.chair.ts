import { ensure, type Event } from '#eventsourcing';
import { speaksFor } from '../values/acting.js';
import type { Holder } from '../values/office-holder.js';
import { plain } from '../values/plain.js';
import type { Party } from '../values/words.js';
import { ensureChairs, ensureParticipants } from './contact-group.rules.js';
import * as state from './contact-group.state.js';

type Parties = readonly Party[];

/** Both sides of a change of the chair; `holders` are those of the parties that chair from then on. */
export interface ChairChange {
  groupId: string;
  from: Parties;
  to: Parties;
  holders?: readonly Holder[];
}

export type ChairAppointed = Event<'ChairAppointed', ChairChange & { parties: Parties }>;
export type ChairTransferProposed = Event<
  'ChairTransferProposed',
  { groupId: string; proposalId: string; to: Parties; decisionId?: string; subject: string }
>;
export type ChairTransferred = Event<'ChairTransferred', ChairChange & { decisionId?: string; proposedBy: string }>;
/** `revoked` is the chair that would have been, `restores` the one that stays. */
export type ChairChangeRevoked = Event<
  'ChairChangeRevoked',
  { groupId: string; revoked: Parties; restores: Parties; holders?: readonly Holder[] }
>;

export type ChairEvent = ChairAppointed | ChairTransferProposed | ChairTransferred | ChairChangeRevoked;
type ChairCommand = 'AppointChair' | 'ProposeChairTransfer' | 'TransferChair' | 'RevokeChairChange';

/** How the chair is filled and handed on, perhaps ahead of time (R18, R33, R35). */
export const chair: state.ContactGroupStage<ChairCommand, ChairEvent> = {
  may: {
    AppointChair: ['coordinator', 'historian'],
    ProposeChairTransfer: ['operator', 'historian'],
    TransferChair: ['operator', 'historian', 'policy'],
    RevokeChairChange: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    AppointChair: ({ data: { groupId, parties, holders }, metadata: { occurredAt } }, group) => {
      const from = state.chairAt(group, occurredAt);
      if (parties.every((party) => from.includes(party))) return [];
      ensureParticipants(group, groupId, parties);
      const to = [...new Set([...from, ...parties])];
      ensure(to.length <= 2, 'TooManyChairs', { chairs: from });
      const named = state.holdersOf(group, to, occurredAt, holders);
      return [{ type: 'ChairAppointed', data: plain({ groupId, parties: [...parties], from, to, holders: named }) }];
    },

    ProposeChairTransfer: ({ data: { groupId, proposalId, to, decisionId }, metadata }, group) => {
      const standing = group.proposals.find((proposal) => proposal.proposalId === proposalId);
      if (standing && state.sameParties(standing.to, to) && standing.decisionId === decisionId) return [];
      ensure(!standing, 'ProposalExists', { proposalId });
      ensureParticipants(group, groupId, to);
      ensureChairs(group, metadata);
      const { subject } = metadata.by;
      return [
        { type: 'ChairTransferProposed', data: plain({ groupId, proposalId, to: [...to], decisionId, subject }) },
      ];
    },

    TransferChair: ({ data: { groupId, to, holders, decisionId }, metadata }, group) => {
      const { occurredAt, by } = metadata;
      const from = state.chairAt(group, occurredAt);
      if (state.sameParties(from, to)) return [];
      ensureParticipants(group, groupId, to);
      ensureChairs(group, metadata);
      const proposals = group.proposals.filter((proposal) => state.sameParties(proposal.to, to));
      ensure(proposals.length > 0, 'NotProposed', { to });
      const proposal = proposals.find(({ subject }) => subject !== by.subject);
      ensure(proposal, 'SameActor', { subject: by.subject });
      const data = {
        ...{ groupId, from, to: [...to], decisionId: decisionId ?? proposal.decisionId },
        ...{ holders: state.holdersOf(group, to, occurredAt, holders), proposedBy: proposal.subject },
      };
      return [{ type: 'ChairTransferred', data: plain(data) }];
    },

    RevokeChairChange: ({ data: { groupId }, metadata: { at, occurredAt, by } }, group) => {
      ensure(group.founded, 'NoSuchGroup', { groupId });
      const index = group.terms.findLastIndex(({ from }) => from === occurredAt);
      const term = group.terms[index];
      if (!term && group.revoked.has(occurredAt)) return [];
      ensure(term, 'NoSuchChange', { at: occurredAt });
      ensure(occurredAt > at, 'AlreadyInEffect', { since: occurredAt });
      const restores = group.terms[index - 1]?.chairs ?? [];
      ensure(speaksFor(by, [...restores, ...term.chairs]), 'NotTheChair', { chairs: restores });
      const holders = state.holdersOf(group, restores, occurredAt);
      return [{ type: 'ChairChangeRevoked', data: plain({ groupId, revoked: term.chairs, restores, holders }) }];
    },
  },

  evolve: {
    ChairAppointed: (group, { occurredAt, data: { to, holders } }) => state.withTerm(group, occurredAt, to, holders),

    ChairTransferProposed: (group, { data: { proposalId, to, decisionId, subject } }) => ({
      ...group,
      proposals: [...group.proposals, { proposalId, to, decisionId, subject }],
    }),

    ChairTransferred: (group, { occurredAt, data: { to, holders } }) => ({
      ...state.withTerm(group, occurredAt, to, holders),
      proposals: group.proposals.filter((proposal) => !state.sameParties(proposal.to, to)),
    }),

    ChairChangeRevoked: (group, { occurredAt }) => state.withoutTerm(group, occurredAt),
  },
};

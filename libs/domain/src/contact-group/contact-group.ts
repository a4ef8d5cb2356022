import { decider, ensure, type Actor, type CommandsOf, type Event } from '#eventsourcing';
import type { Holder } from '../values/office-holder.js';
import { plain } from '../values/plain.js';
import type { Party } from '../values/words.js';
import type * as commands from './contact-group.commands.js';
import * as state from './contact-group.state.js';

type Parties = readonly Party[];
/** Both sides of a change of the chair; `holders` are those of the parties that chair from then on. */
interface ChairChange {
  groupId: string;
  from: Parties;
  to: Parties;
  holders?: readonly Holder[];
}

export type PartyAdmitted = Event<'PartyAdmitted', { groupId: string; party: Party }>;
export type PartyRemoved = Event<'PartyRemoved', { groupId: string; party: Party }>;
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
export type ChairTermEnded = Event<'ChairTermEnded', ChairChange & { party: Party; reason: string }>;
export type ChairFellVacant = Event<'ChairFellVacant', { groupId: string; last: Party }>;
export type OfficeHolderNamed = Event<
  'OfficeHolderNamed',
  { groupId: string; party: Party; from?: string; to: string; office: string }
>;

export type ContactGroupEvent =
  | PartyAdmitted
  | PartyRemoved
  | ChairAppointed
  | ChairTransferProposed
  | ChairTransferred
  | ChairChangeRevoked
  | ChairTermEnded
  | ChairFellVacant
  | OfficeHolderNamed;
export type ContactGroupCommand = CommandsOf<typeof commands>;

/** The contact group: its parties, and its chair, held by nobody, by one or two of them, or by an organisation (R18). */
export const ContactGroup = decider<ContactGroupCommand, ContactGroupEvent, state.ContactGroupState>({
  stream: 'contactGroup',
  id: 'groupId',
  initial: { founded: false, parties: new Set(), terms: [], namings: [], proposals: [] },
  may: {
    AdmitParty: ['coordinator', 'historian'],
    RemoveParty: ['coordinator', 'historian'],
    AppointChair: ['coordinator', 'historian'],
    ProposeChairTransfer: ['operator', 'historian'],
    TransferChair: ['operator', 'historian'],
    RevokeChairChange: ['operator', 'coordinator', 'historian'],
    EndChairTerm: ['operator', 'coordinator', 'historian'],
    NameOfficeHolder: ['operator', 'coordinator', 'historian'],
  },
  ahead: ['AppointChair', 'TransferChair', 'RevokeChairChange', 'EndChairTerm', 'NameOfficeHolder'],

  decide: {
    AdmitParty: ({ data: { groupId, party } }, { parties }) =>
      parties.has(party) ? [] : [{ type: 'PartyAdmitted', data: { groupId, party } }],

    RemoveParty: ({ data: { groupId, party }, metadata: { at } }, group) => {
      ensure(group.founded, 'NoSuchGroup', { groupId });
      if (!group.parties.has(party)) return [];
      const sits = state.chairAt(group, at).includes(party) || state.comesToChair(group, party, at) !== undefined;
      ensure(!sits, 'HoldsTheChair', { party });
      return [{ type: 'PartyRemoved', data: { groupId, party } }];
    },

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
      if (!term) return [];
      ensure(occurredAt > at, 'AlreadyInEffect', { since: occurredAt });
      const restores = group.terms[index - 1]?.chairs ?? [];
      ensure(speaksFor(by, [...restores, ...term.chairs]), 'NotTheChair', { chairs: restores });
      const holders = state.holdersOf(group, restores, occurredAt);
      return [{ type: 'ChairChangeRevoked', data: plain({ groupId, revoked: term.chairs, restores, holders }) }];
    },

    EndChairTerm: ({ data: { groupId, party, reason }, metadata: { occurredAt, by } }, group) => {
      ensure(group.founded, 'NoSuchGroup', { groupId });
      const from = state.chairAt(group, occurredAt);
      if (!from.includes(party) && state.heldChair(group, party, occurredAt)) return [];
      ensureSits(group, party, occurredAt);
      ensure(speaksFor(by, [party]), 'NotTheChair', { chairs: from });
      const to = from.filter((chair) => chair !== party);
      const holders = state.holdersOf(group, to, occurredAt);
      const ended = { type: 'ChairTermEnded' as const, data: plain({ groupId, party, reason, from, to, holders }) };
      return to.length > 0 ? [ended] : [ended, { type: 'ChairFellVacant', data: { groupId, last: party } }];
    },

    NameOfficeHolder: ({ data: { groupId, party, holder, office }, metadata: { occurredAt, by } }, group) => {
      ensure(group.founded, 'NoSuchGroup', { groupId });
      ensureSits(group, party, occurredAt);
      const before = state.holderAt(group, party, occurredAt);
      if (before?.holder === holder && before.office === office) return [];
      ensure(speaksFor(by, [party]), 'NotTheChair', { chairs: state.chairAt(group, occurredAt) });
      return [{ type: 'OfficeHolderNamed', data: plain({ groupId, party, from: before?.holder, to: holder, office }) }];
    },
  },

  evolve: {
    PartyAdmitted: (group, { data: { party } }) => ({
      ...group,
      founded: true,
      parties: new Set(group.parties).add(party),
    }),
    PartyRemoved: (group, { data: { party } }) => ({
      ...group,
      parties: new Set([...group.parties].filter((admitted) => admitted !== party)),
    }),
    ChairAppointed: (group, { occurredAt, data: { to, holders } }) => state.withTerm(group, occurredAt, to, holders),
    ChairTransferProposed: (group, { data: { proposalId, to, decisionId, subject } }) => ({
      ...group,
      proposals: [...group.proposals, { proposalId, to, decisionId, subject }],
    }),
    ChairTransferred: (group, { occurredAt, data: { to, holders } }) => ({
      ...state.withTerm(group, occurredAt, to, holders),
      proposals: group.proposals.filter((proposal) => !state.sameParties(proposal.to, to)),
    }),
    ChairChangeRevoked: (group, { occurredAt }) => {
      const index = group.terms.findLastIndex(({ from }) => from === occurredAt);
      return { ...group, terms: group.terms.toSpliced(index, 1) };
    },
    ChairTermEnded: (group, { occurredAt, data: { to, holders } }) => state.withTerm(group, occurredAt, to, holders),
    ChairFellVacant: (group) => group,
    OfficeHolderNamed: (group, { occurredAt, data: { party, to, office } }) =>
      state.withNaming(group, { party, holder: to, office, from: occurredAt }),
  },
});

/** A coordinator runs the group's business; anyone else speaks for its own party. */
function speaksFor({ party, roles }: Actor, parties: Parties): boolean {
  return parties.includes(party) || roles.includes('coordinator');
}

function ensureParticipants(group: state.ContactGroupState, groupId: string, parties: Parties): void {
  ensure(group.founded, 'NoSuchGroup', { groupId });
  for (const party of parties)
    ensure(group.parties.has(party) || state.isOrganisation(party), 'NotAParticipant', { party });
}

function ensureChairs(
  group: state.ContactGroupState,
  { by: { party }, occurredAt }: { by: Actor; occurredAt: string },
) {
  ensure(state.chairAt(group, occurredAt).length > 0, 'ChairVacant', { at: occurredAt });
  ensureSits(group, party, occurredAt);
}

function ensureSits(group: state.ContactGroupState, party: Party, time: string): void {
  const chairs = state.chairAt(group, time);
  const from = state.comesToChair(group, party, time);
  ensure(chairs.includes(party) || from === undefined, 'NotYet', { party, from });
  ensure(chairs.includes(party), 'NotTheChair', { chairs });
}

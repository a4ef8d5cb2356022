import { decider, ensure, type Event } from '#eventsourcing';
import type { Party } from '../values/words.js';
import { chair, type ChairEvent } from './contact-group.chair.js';
import { meetings, type MeetingCounted } from './contact-group.meetings.js';
import * as state from './contact-group.state.js';
import { term, type TermEvent } from './contact-group.term.js';

export type PartyAdmitted = Event<'PartyAdmitted', { groupId: string; party: Party }>;
export type PartyRemoved = Event<'PartyRemoved', { groupId: string; party: Party }>;

export type ContactGroupEvent = PartyAdmitted | PartyRemoved | ChairEvent | TermEvent | MeetingCounted;

/** The contact group: its parties, and its chair, held by nobody, by one or two of them, or by an organisation (R18). */
export const ContactGroup = decider<state.ContactGroupCommand, ContactGroupEvent, state.ContactGroupState>({
  stream: 'contactGroup',
  id: 'groupId',
  initial: {
    ...{ founded: false, parties: new Set(), terms: [], namings: [], proposals: [] },
    ...{ revoked: new Set(), counted: new Map() },
  },
  may: {
    AdmitParty: ['coordinator', 'historian'],
    RemoveParty: ['coordinator', 'historian'],
    ...chair.may,
    ...term.may,
    ...meetings.may,
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

    ...chair.decide,
    ...term.decide,
    ...meetings.decide,
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

    ...chair.evolve,
    ...term.evolve,
    ...meetings.evolve,
  },
});

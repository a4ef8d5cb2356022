import { ensure, type Event } from '#eventsourcing';
import { speaksFor } from '../values/acting.js';
import { plain } from '../values/plain.js';
import type { Party } from '../values/words.js';
import type { ChairChange } from './contact-group.chair.js';
import { ensureSits } from './contact-group.rules.js';
import * as state from './contact-group.state.js';

export type ChairTermEnded = Event<'ChairTermEnded', ChairChange & { party: Party; reason: string }>;
export type ChairFellVacant = Event<'ChairFellVacant', { groupId: string; last: Party }>;
export type OfficeHolderNamed = Event<
  'OfficeHolderNamed',
  { groupId: string; party: Party; from?: string; to: string; office: string }
>;

export type TermEvent = ChairTermEnded | ChairFellVacant | OfficeHolderNamed;
type TermCommand = 'EndChairTerm' | 'NameOfficeHolder';

/** A party's term in the chair, and the person who holds it (R18). */
export const term: state.ContactGroupStage<TermCommand, TermEvent> = {
  may: {
    EndChairTerm: ['operator', 'coordinator', 'historian'],
    NameOfficeHolder: ['operator', 'coordinator', 'historian'],
  },

  decide: {
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
    ChairTermEnded: (group, { occurredAt, data: { to, holders } }) => state.withTerm(group, occurredAt, to, holders),

    ChairFellVacant: (group) => group,

    OfficeHolderNamed: (group, { occurredAt, data: { party, to, office } }) =>
      state.withNaming(group, { party, holder: to, office, from: occurredAt }),
  },
};

import { ensure, type Actor } from '#eventsourcing';
import type { Party } from '../values/words.js';
import { chairAt, comesToChair, isOrganisation, type ContactGroupState } from './contact-group.state.js';

/** States that parties may chair the group. */
export function ensureParticipants(group: ContactGroupState, groupId: string, parties: readonly Party[]): void {
  ensure(group.founded, 'NoSuchGroup', { groupId });
  for (const party of parties) ensure(group.parties.has(party) || isOrganisation(party), 'NotAParticipant', { party });
}

/** States that the actor's party holds the chair. */
export function ensureChairs(
  group: ContactGroupState,
  { by: { party }, occurredAt }: { by: Actor; occurredAt: string },
) {
  ensure(chairAt(group, occurredAt).length > 0, 'ChairVacant', { at: occurredAt });
  ensureSits(group, party, occurredAt);
}

/** States that a party holds the chair at a time, or says from when it will. */
export function ensureSits(group: ContactGroupState, party: Party, time: string): void {
  const chairs = chairAt(group, time);
  const from = comesToChair(group, party, time);
  ensure(chairs.includes(party) || from === undefined, 'NotYet', { party, from });
  ensure(chairs.includes(party), 'NotTheChair', { chairs });
}

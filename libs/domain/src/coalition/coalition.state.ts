import { ensure, type CommandsOf, type Event, type Facts } from '#eventsourcing';
import { ContactGroup } from '../contact-group/contact-group.js';
import { goingOn, type Stage } from '../values/stage.js';
import type { Party } from '../values/words.js';
import type * as commands from './coalition.commands.js';

export type CoalitionCommand = CommandsOf<typeof commands>;

/** A coalition that was formed: its members with the time at which each came, ISO 8601, and those of them that lead it. */
export interface Coalition {
  readonly status: 'formed';
  readonly groupId: string;
  readonly said: object;
  readonly since: string;
  readonly members: ReadonlyMap<Party, string>;
  readonly leads: readonly Party[];
  readonly roadmap?: object;
  /** What was said of each payment into its fund, by the payment's id. */
  readonly payments: ReadonlyMap<string, object>;
}

export type CoalitionState = { readonly status: 'none' } | Coalition;

/** The rows of one part of a coalition's life. */
export type CoalitionStage<Type extends CoalitionCommand['type'], E extends Event> = Stage<
  Extract<CoalitionCommand, { type: Type }>,
  E,
  CoalitionState
>;

/** The coalition, or `NoSuchCoalition`. */
export function formed(state: CoalitionState, coalitionId: string): Coalition {
  ensure(state.status !== 'none', 'NoSuchCoalition', { coalitionId });
  return state;
}

/** States that parties belong to the group (R21). */
export function ensureParticipants(facts: Facts, groupId: string, parties: readonly Party[]): void {
  const group = facts.of(ContactGroup, groupId);
  ensure(group?.founded, 'NoSuchGroup', { groupId });
  for (const party of parties) ensure(group.parties.has(party), 'NotAParticipant', { party });
}

/** A row of evolve for events of a coalition that was formed. */
export const going = goingOn<CoalitionState, 'none'>('none', 'formed');

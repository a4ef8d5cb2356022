import { ensure, type Actor, type CommandsOf, type Event } from '#eventsourcing';
import type { Matched, Terms } from '../values/matching.js';
import { plain, type Plain } from '../values/plain.js';
import { goingOn, type Stage } from '../values/stage.js';
import type { Party } from '../values/words.js';
import type * as commands from './match.commands.js';

export type MatchCommand = CommandsOf<typeof commands>;

/** What is said in every event of a match. */
export interface OfMatch {
  matchId: string;
  pledgeId: string;
  requirementId: string;
  donor: Party;
  recipient: Party;
}

/** A match that was proposed; `accepted` are the sides that have accepted it. */
export interface Match extends OfMatch {
  readonly status: 'proposed' | 'accepted' | 'made' | 'declined' | 'aborted';
  readonly lines: readonly Matched[];
  readonly terms: Plain<Terms>;
  readonly accepted: readonly Party[];
}

export type MatchState = { readonly status: 'unproposed' } | Match;

/** The rows of one stage of a match. */
export type MatchStage<Type extends MatchCommand['type'], E extends Event> = Stage<
  Extract<MatchCommand, { type: Type }>,
  E,
  MatchState
>;

/** The match, or `NoSuchMatch`. */
export function proposedMatch(state: MatchState, matchId: string): Match {
  ensure(state.status !== 'unproposed', 'NoSuchMatch', { matchId });
  return state;
}

/** The match if the actor speaks for one of its sides, or `NotOfTheMatch`. */
export function ownMatch(state: MatchState, matchId: string, { party }: Actor): Match {
  const match = proposedMatch(state, matchId);
  const { donor, recipient } = match;
  ensure(party === donor || party === recipient, 'NotOfTheMatch', { donor, recipient });
  return match;
}

/** What is said of a match in its events. */
export function factsOfMatch({ matchId, pledgeId, requirementId, donor, recipient }: Match): OfMatch {
  return plain({ matchId, pledgeId, requirementId, donor, recipient });
}

/** A row of evolve for events of a match that was proposed. */
export const changing = goingOn<MatchState, 'unproposed'>('unproposed', 'proposed');

import { ensure, type Actor, type CommandsOf, type Event } from '#eventsourcing';
import { isOrganisation } from '../contact-group/contact-group.state.js';
import { membersAt, type ForumState } from '../forum/forum.js';
import { speaksFor } from '../values/acting.js';
import type { Scope } from '../values/scope.js';
import { goingOn, type Stage } from '../values/stage.js';
import type { Party } from '../values/words.js';
import type * as commands from './decision.commands.js';
import type { DecisionSubject } from './decision.subject.js';

export type DecisionCommand = CommandsOf<typeof commands>;

/** An objection, with its reason. */
export interface Objection {
  readonly party: Party;
  readonly reason: string;
}

/** What a party takes no part in. */
export interface OptOut {
  readonly party: Party;
  readonly scope: readonly Scope[];
}

/** A draft that was circulated: under silence, stopped by a break, or concluded. */
export interface Draft {
  readonly status: 'silence' | 'broken' | 'adopted' | 'failed';
  readonly forumId: string;
  readonly subject: DecisionSubject;
  readonly text: string;
  readonly version: number;
  readonly voters: readonly Party[];
  readonly drafter: Party;
  readonly deadline: string;
  /** Whether the deadline is one that was put off. */
  readonly extended: boolean;
  /** When the version that stands was circulated. */
  readonly since: string;
  readonly breaks: readonly Objection[];
  readonly optOuts: readonly OptOut[];
  readonly endorsedAt: readonly string[];
  /** What the first circulation said. */
  readonly said: object;
}

export type DecisionState = { readonly status: 'none' } | Draft;

/** The rows of one stage of a decision's life. */
export type DecisionStage<Type extends DecisionCommand['type'], E extends Event> = Stage<
  Extract<DecisionCommand, { type: Type }>,
  E,
  DecisionState
>;

/** The draft, or `NoSuchDecision`. */
export function circulated(state: DecisionState, decisionId: string): Draft {
  ensure(state.status !== 'none', 'NoSuchDecision', { decisionId });
  return state;
}

/** States that a draft was neither adopted nor failed (R24). */
export function ensureOpen({ status }: Draft): void {
  ensure(status === 'silence' || status === 'broken', 'DecisionClosed', { status });
}

/** States that the deadline has not come (R23). */
export function ensureSilence({ deadline }: Draft, time: string): void {
  ensure(time < deadline, 'SilenceExpired', { deadline });
}

/** States that a party is a voter of the draft: partners have no position (R22). */
export function ensureVoter({ voters }: Pick<Draft, 'voters'>, party: Party): void {
  ensure(voters.includes(party), 'NotAVoter', { party });
}

/** States that the actor conducts the procedure: who circulated the draft, an organisation's secretariat, or a coordinator. */
export function ensureConducts({ drafter }: Draft, by: Actor): void {
  ensure(speaksFor(by, [drafter]) || isOrganisation(by.party), 'NotTheDrafter', { drafter });
}

/** The voters of a draft that is circulated in a forum at a time (R22). */
export function votersAt(forum: ForumState | undefined, forumId: string, time: string): readonly Party[] {
  ensure(forum, 'NoSuchForum', { forumId });
  const voters = membersAt(forum, time);
  ensure(voters.length > 0, 'NoVoters', { forumId, at: time });
  return voters;
}

/** What a party has opted out of in a decision that was adopted. */
export function optedOut(state: DecisionState | undefined, party: Party): readonly Scope[] {
  if (state?.status !== 'adopted') return [];
  return state.optOuts.find((one) => one.party === party)?.scope ?? [];
}

/** A row of evolve for events of a draft that was circulated. */
export const going = goingOn<DecisionState, 'none'>('none', 'circulated');

import { ensure, type Actor, type CommandsOf, type Event } from '#eventsourcing';
import { speaksFor } from '../values/acting.js';
import type { Matched, Required } from '../values/matching.js';
import { plain } from '../values/plain.js';
import { goingOn, type Stage } from '../values/stage.js';
import type { Party } from '../values/words.js';
import type * as commands from './requirement.commands.js';
import type { Priority } from './requirement.commands.js';

export type RequirementCommand = CommandsOf<typeof commands>;

/** What is matched for an allocation: of a released one, what was handed over before. */
export interface Reservation {
  readonly status: 'held' | 'released';
  readonly said?: object;
  readonly donor?: Party;
  readonly pledgeId: string;
  readonly allocationId: string;
  readonly matchId?: string | undefined;
  readonly lines: readonly Matched[];
}

/** What is reserved still, as an event that ends a requirement says it. */
export interface Held {
  readonly pledgeId: string;
  readonly allocationId: string;
  readonly matchId?: string;
  readonly donor?: Party;
  readonly lines: readonly Matched[];
}

/** A requirement that was submitted; `validated` are its lines with the quantity that is validated. */
export interface Requirement {
  readonly status: 'submitted' | 'validated' | 'rejected' | 'expired' | 'closed';
  readonly said: object;
  readonly recipient: Party;
  readonly lines: readonly Required[];
  readonly neededBy?: string | undefined;
  readonly priority: Priority;
  readonly validated: readonly Required[];
  readonly by?: Party;
  /** The last day on which it may be matched. */
  readonly until?: string | undefined;
  readonly reason?: string;
  readonly outcome?: string;
  /** By pledge and allocation. */
  readonly reservations: ReadonlyMap<string, Reservation>;
  /** What the ledger itself was refused. */
  readonly refused: ReadonlySet<string>;
}

export type RequirementState = { readonly status: 'unsubmitted' } | Requirement;

/** The rows of one stage of a requirement's life. */
export type RequirementStage<Type extends RequirementCommand['type'], E extends Event> = Stage<
  Extract<RequirementCommand, { type: Type }>,
  E,
  RequirementState
>;

/** The requirement, or `NoSuchRequirement`. */
export function submittedRequirement(state: RequirementState | undefined, requirementId: string): Requirement {
  ensure(state && state.status !== 'unsubmitted', 'NoSuchRequirement', { requirementId });
  return state;
}

/** The requirement if the actor speaks for its recipient, or coordinates and may. */
export function ownRequirement(
  state: RequirementState,
  requirementId: string,
  by: Actor,
  orCoordinator = false,
): Requirement {
  const requirement = submittedRequirement(state, requirementId);
  const { recipient } = requirement;
  const may = orCoordinator ? speaksFor(by, [recipient]) : by.party === recipient;
  ensure(may, 'NotTheRecipient', { recipient });
  return requirement;
}

/** A row of evolve for events of a requirement that was submitted. */
export const changing = goingOn<RequirementState, 'unsubmitted'>('unsubmitted', 'submitted');

/** The name of a reservation within its requirement. */
export function reservationOf({
  pledgeId,
  allocationId,
}: {
  readonly pledgeId: string;
  readonly allocationId: string;
}) {
  return `${pledgeId}/${allocationId}`;
}

/** What is reserved still. */
export function heldOf({ reservations }: Requirement): readonly Held[] {
  const held = [...reservations.values()].filter(({ status }) => status === 'held');
  return held.map(({ pledgeId, allocationId, matchId, donor, lines }) =>
    plain({ pledgeId, allocationId, matchId, donor, lines }),
  );
}

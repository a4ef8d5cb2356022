import { ensure, type Actor, type CommandsOf, type Event, type InStream } from '#eventsourcing';
import { compare, remainder, sum } from '../values/decimal.js';
import type { Matched, Required } from '../values/matching.js';
import type { Rules } from '../values/rules.js';
import type { Stage } from '../values/stage.js';
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
  { party, roles }: Actor,
  orCoordinator = false,
): Requirement {
  const requirement = submittedRequirement(state, requirementId);
  const may = requirement.recipient === party || (orCoordinator && roles.includes('coordinator'));
  ensure(may, 'NotTheRecipient', { recipient: requirement.recipient });
  return requirement;
}

/** A row of evolve for events of a requirement that was submitted. */
export function changing<E extends Event>(change: (requirement: Requirement, event: InStream<E>) => Requirement) {
  return (state: RequirementState, event: InStream<E>): RequirementState => {
    if (state.status === 'unsubmitted') throw new Error(`${event.stream} goes on before it was submitted`);
    return change(state, event);
  };
}

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

/** What is matched of an item (R4). */
export function matchedOf({ reservations }: Requirement, item: string): string {
  return quantityOf(
    [...reservations.values()].flatMap(({ lines }) => lines),
    item,
  );
}

/** What may be matched of an item in all: its quantity and the tolerance, nothing where the quantity is 0 (R4). */
export function limitOf(lines: readonly Required[], item: string): string {
  const counted = lines.filter((line) => line.item === item && compare(line.quantity, '0') > 0);
  return sum(counted.flatMap(({ quantity, tolerance = '0' }) => [quantity, tolerance]));
}

/** States that lines may be matched at a time: what is validated, in time, and not matched already (R4, R5). */
export function holdMatchable(
  law: Rules,
  requirement: Requirement,
  lines: readonly Matched[],
  occurredAt: string,
): void {
  const { status, until } = requirement;
  law.hold(status === 'validated' || status === 'expired', 'R5', 'RequirementNotValidated', { status });
  const stale = status === 'expired' || (until !== undefined && occurredAt.slice(0, until.length) > until);
  law.hold(!stale, 'R5', 'RequirementStale', { until });
  const named = [...new Set(lines.map(({ item }) => item))];
  const items = requirement.lines.map(({ item }) => item);
  for (const item of named) ensure(items.includes(item), 'NoSuchItem', { item, items });
  const remaining = named.map((item) => ({
    item,
    asked: quantityOf(lines, item),
    remaining: remainder(limitOf(requirement.validated, item), matchedOf(requirement, item)),
  }));
  law.hold(
    remaining.every((line) => compare(line.asked, line.remaining) <= 0),
    'R4',
    'OverFulfilment',
    { lines: remaining },
  );
}

/** States that a requirement's lines leave room for what is matched (R4). */
export function holdMatched(law: Rules, requirement: Requirement, lines: readonly Required[]): void {
  const items = [...requirement.reservations.values()].flatMap((one) => one.lines.map(({ item }) => item));
  for (const item of new Set(items)) {
    const matched = matchedOf(requirement, item);
    const limit = limitOf(lines, item);
    law.hold(compare(matched, limit) <= 0, 'R4', 'OverFulfilment', { item, matched, limit });
  }
}

/** What is reserved still. */
export function heldOf({ reservations }: Requirement): readonly Held[] {
  return [...reservations.values()].flatMap(({ status, said: _, ...held }) =>
    status === 'held' ? [held as Held] : [],
  );
}

function quantityOf(lines: readonly Matched[], item: string): string {
  return sum(lines.flatMap((line) => (line.item === item ? [line.quantity] : [])));
}

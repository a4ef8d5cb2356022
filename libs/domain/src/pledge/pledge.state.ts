import { ensure, type CommandsOf, type Event, type InStream } from '#eventsourcing';
import { compareCents, share, sum } from '../values/decimal.js';
import type { Loaded } from '../values/load.js';
import { ZERO, type Amount, type Figure, type Goods } from '../values/money.js';
import type { Plain } from '../values/plain.js';
import type { Threshold } from '../values/pledging.js';
import { goingOn, type Stage } from '../values/stage.js';
import type { Party } from '../values/words.js';
import type * as commands from './pledge.commands.js';
import type { Kind } from './pledge.commands.js';

export type PledgeCommand = CommandsOf<typeof commands>;

/** What was handed over of an allocation in total; without a value, all that the allocation is worth. */
export interface Delivered {
  readonly value?: string | undefined;
  readonly lines: readonly Goods[];
}

/** What a consignment carries of an allocation, and what it handed over of it, once it has. */
export interface Consigned {
  readonly lines: readonly Loaded[];
  readonly handedOver?: readonly Loaded[];
}

/** What an allocation is for: a requirement, perhaps by a match, or a pooled package. */
export interface Ground {
  readonly requirementId?: string;
  readonly matchId?: string;
  readonly packageId?: string;
}

/** A package set apart; `against` is its value in the pledge's currency, `said` what was asked for. */
export interface Allocation {
  readonly status: 'open' | 'released' | 'orphaned';
  readonly said: object;
  readonly ground: Ground;
  readonly kind: Kind;
  readonly amount?: Amount | undefined;
  readonly against?: string | undefined;
  readonly lines: readonly Goods[];
  readonly delivered?: Delivered;
  /** What its consignments carry, by their ids. */
  readonly consigned?: ReadonlyMap<string, Consigned>;
}

/** What is said in every event of an allocation. */
export interface OfAllocation extends Ground {
  pledgeId: string;
  allocationId: string;
  donor: Party;
  kind: Kind;
  drawsOn?: string;
}

/** A change that somebody proposed and nobody has approved yet. */
export type Proposal = { readonly subject: string; readonly said: object } & (
  | { readonly of: 'merge'; readonly into: string }
  | {
      readonly of: 'revaluation';
      readonly amount: Amount;
      readonly committed?: Amount | undefined;
      readonly method: string;
    }
);

/** What a conditional pledge waits for; `since` is when it was met. */
export interface Waiting {
  readonly until: string;
  readonly met: boolean;
  readonly since?: string;
  readonly threshold?: Plain<Threshold> | undefined;
}

/** A pledge that was made; not `committed` at all is different from committed to an unknown amount. */
export interface Pledge {
  readonly status: 'standing' | 'withdrawn' | 'lapsed' | 'merged';
  readonly donor: Party;
  readonly kind: Kind;
  readonly said: object;
  readonly lines: readonly Goods[];
  readonly asFund: boolean;
  readonly currency?: string | undefined;
  readonly total: Figure;
  /** What the lines were said for: the first total, as it is valued now. */
  readonly worth: Figure;
  readonly committed?: Figure | undefined;
  /** When the totals took their present values in the world, where they were changed since the pledge was made. */
  readonly since: { readonly total?: string; readonly committed?: string };
  readonly condition?: Waiting | undefined;
  readonly drawsOn?: string | undefined;
  readonly into?: string;
  readonly allocations: ReadonlyMap<string, Allocation>;
  /** The allocations that the ledger itself was refused, or took back before they came. */
  readonly refused: ReadonlySet<string>;
  readonly proposals: ReadonlyMap<string, Proposal>;
  /** The proposals that were carried out. */
  readonly carriedOut: ReadonlySet<string>;
  /** Whether something was reported in the donor's name that it has not confirmed. */
  readonly unconfirmed: boolean;
}

export type PledgeState = { readonly status: 'unmade' } | Pledge;

/** What other aggregates and rules about chains read of a pledge. */
export const pledges = { stream: 'pledge', initial: { status: 'unmade' } as PledgeState };

/** The rows of one stage of a pledge's life. */
export type PledgeStage<Type extends PledgeCommand['type'], E extends Event, Also extends Event = never> = Stage<
  Extract<PledgeCommand, { type: Type }>,
  E,
  PledgeState,
  Also
>;

/** The pledge, or `NoSuchPledge`. */
export function madePledge(state: PledgeState, pledgeId: string): Pledge {
  ensure(state.status !== 'unmade', 'NoSuchPledge', { pledgeId });
  return state;
}

/** The pledge if it is the actor's own, or `NotTheDonor` (R1). */
export function ownPledge(state: PledgeState, pledgeId: string, { party }: { readonly party: Party }): Pledge {
  const pledge = madePledge(state, pledgeId);
  ensure(pledge.donor === party, 'NotTheDonor', { donor: pledge.donor });
  return pledge;
}

/** States that a pledge still stands. */
export function ensureStanding({ status }: Pledge): void {
  ensure(status === 'standing', 'PledgeNotStanding', { status });
}

const going = goingOn<PledgeState, 'unmade'>('unmade', 'made');

/** A row of evolve for events of a pledge that was made. */
export function changing<E extends Event>(change: (pledge: Pledge, event: InStream<E>) => Pledge) {
  return going<E>((state, event) => {
    const pledge = change(state, event);
    return event.metadata.reported ? { ...pledge, unconfirmed: true } : pledge;
  });
}

/** What is said of a pledge in every event on which a figure may depend. */
export function factsOfPledge({ donor, kind, drawsOn }: Pledge): {
  donor: Party;
  kind: Kind;
  drawsOn: string | undefined;
} {
  return { donor, kind, drawsOn };
}

/** What a pledge is committed to; 0 if it is not committed. */
export function committedOf({ committed }: Pledge): Figure {
  return committed ?? ZERO;
}

/** An allocation of the pledge, or `NoSuchAllocation`. */
export function allocationOf({ allocations }: Pledge, allocationId: string): Allocation {
  const one = allocations.get(allocationId);
  ensure(one, 'NoSuchAllocation', { allocationId });
  return one;
}

/** The value of what was handed over of an allocation, in the pledge's currency. */
export function handedOver({ amount, against = '0', delivered }: Allocation): string {
  if (!delivered) return '0';
  return delivered.value === undefined || !amount ? against : share(against, delivered.value, amount.amount);
}

/** Whether nothing of an allocation is left to hand over. */
export function isHandedOver({ amount, lines, delivered }: Allocation): boolean {
  if (!delivered) return false;
  if (delivered.value !== undefined && amount) return compareCents(delivered.value, amount.amount) >= 0;
  const items = [...new Set(lines.map(({ item }) => item))];
  return items.every((item) => {
    const whole = quantityOf(lines, item);
    return whole === undefined || compareCents(quantityOf(delivered.lines, item) ?? '0', whole) >= 0;
  });
}

/** The allocation with what a consignment carries of it. */
export function withConsigned(one: Allocation, consignmentId: string, consigned: Consigned): Allocation {
  return { ...one, consigned: new Map(one.consigned).set(consignmentId, consigned) };
}

/** The consignments that carry something of an allocation and have not handed it over. */
export function underWay({ consigned = new Map() }: Allocation): readonly string[] {
  return [...consigned].flatMap(([id, { lines, handedOver: part }]) => (lines.length > 0 && !part ? id : []));
}

/** What the allocations take of a pledge, in its currency: open ones whole, others what was handed over. */
export function allocatedOf({ allocations }: Pledge): string {
  return sum([...allocations.values()].map((one) => (one.status === 'open' ? (one.against ?? '0') : handedOver(one))));
}

/** What was handed over of a pledge, in its currency. */
export function deliveredOf({ allocations }: Pledge): string {
  return sum([...allocations.values()].map(handedOver));
}

/** The quantity of an item over all lines; `undefined` where a line does not say or none names it. */
export function quantityOf(lines: readonly Goods[], item: string): string | undefined {
  const named = lines.filter((line) => line.item === item);
  const known = named.flatMap(({ quantity }) => quantity ?? []);
  return named.length > 0 && known.length === named.length ? sum(known) : undefined;
}

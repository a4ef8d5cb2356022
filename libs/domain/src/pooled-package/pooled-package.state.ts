import { ensure, type CommandsOf, type Event } from '#eventsourcing';
import { compareCents, remainder, sum } from '../values/decimal.js';
import type { Amount } from '../values/money.js';
import { goingOn, type Stage } from '../values/stage.js';
import type * as commands from './pooled-package.commands.js';

export type PooledPackageCommand = CommandsOf<typeof commands>;

/** A package that was proposed. */
export interface PooledPackage {
  readonly status: 'proposed' | 'validated' | 'released';
  readonly said: object;
  /** The person who proposed it. */
  readonly subject: string;
  readonly target: Amount;
  /** What each contribution said, by its id. */
  readonly contributions: ReadonlyMap<string, object>;
  /** What is paid in, by pledge and allocation. */
  readonly drawn: ReadonlyMap<string, string>;
  /** The allocations that have ended and pay nothing in any more. */
  readonly ended: ReadonlySet<string>;
}

export type PooledPackageState = { readonly status: 'unproposed' } | PooledPackage;

/** The rows of one stage of a package's life. */
export type PooledPackageStage<
  Type extends PooledPackageCommand['type'],
  E extends Event,
  Also extends Event = never,
> = Stage<Extract<PooledPackageCommand, { type: Type }>, E, PooledPackageState, Also>;

/** The package, or `NoSuchPackage`. */
export function proposedPackage(state: PooledPackageState, packageId: string): PooledPackage {
  ensure(state.status !== 'unproposed', 'NoSuchPackage', { packageId });
  return state;
}

/** The name of an allocation within a package. */
export function allocationOf({ pledgeId, allocationId }: { readonly pledgeId: string; readonly allocationId: string }) {
  return `${pledgeId}/${allocationId}`;
}

/** What is paid in, in the target's currency. */
export function paidIn({ drawn }: PooledPackage): string {
  return sum(drawn.values());
}

/** Whether the target is reached, and what remains to it. */
export function fundingOf(pooled: PooledPackage, paid = paidIn(pooled)) {
  const { amount, currency } = pooled.target;
  return { funded: compareCents(paid, amount) >= 0, remaining: remainder(amount, paid), currency };
}

/** The package with what an allocation pays in. */
export function withDrawn(pooled: PooledPackage, allocation: string, amount: string): PooledPackage {
  return { ...pooled, drawn: new Map(pooled.drawn).set(allocation, amount) };
}

/** A row of evolve for events of a package that was proposed. */
export const changing = goingOn<PooledPackageState, 'unproposed'>('unproposed', 'proposed');

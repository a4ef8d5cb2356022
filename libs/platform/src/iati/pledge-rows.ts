import type { AnyView } from '#eventsourcing';
import type { RowAnswer } from '#read-side';
import type { allocations, commitments, pledges } from '#views';

/** A row as its view folds it. */
type RowOf<V extends AnyView> = NonNullable<Parameters<NonNullable<V['any']>>[0]>;

/** What an activity is made of, of the row of a pledge. */
export type PledgeRow = Pick<
  RowOf<typeof pledges>,
  | ('donor' | 'kind' | 'title' | 'status' | 'currency' | 'since')
  | ('made' | 'madeUnknown' | 'committed' | 'committedUnknown' | 'delivered' | 'deliveredAtLeast')
  | ('drawsOn' | 'mergedInto' | 'conditional' | 'conditionUntil' | 'reported' | 'breaches')
  | ('source' | 'release' | 'foreignId')
>;

/** What an activity is made of, of the row of a movement of a committed total. */
export type CommitmentRow = Pick<RowOf<typeof commitments>, 'pledge' | 'currency' | 'amount' | 'counts'>;

/** What an activity is made of, of the row of an allocation: what was handed over of it, in the currency of the pledge. */
export type AllocationRow = Pick<RowOf<typeof allocations>, 'pledge' | 'delivered'>;

/** A row with its key, and since when it is so. */
export interface Keyed<R> {
  readonly key: string;
  readonly validFrom: string;
  readonly row: R;
}

/** A pledge and everything that its activity is made of. */
export interface Given {
  readonly pledge: Keyed<PledgeRow>;
  readonly commitments: readonly Keyed<CommitmentRow>[];
  readonly allocations: readonly Keyed<AllocationRow>[];
  /** The party that gives the pledge which this one draws on, where it is known. */
  readonly drawnFrom?: string | undefined;
}

/** A row as the view of its name declares it. */
export function keyed<R>({ key, validFrom, row }: RowAnswer): Keyed<R> {
  return { key, validFrom, row: row as unknown as R };
}

/** Whether a decimal is something other than zero. */
export function isSome(amount: string | null): amount is string {
  return amount !== null && /[1-9]/.test(amount);
}

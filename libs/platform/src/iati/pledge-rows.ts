import type { RowAnswer } from '#read-side';

/** What an activity is made of, of the row of a pledge. */
export interface PledgeRow {
  readonly donor: string;
  readonly kind: string | null;
  readonly title: string | null;
  readonly status: 'made' | 'committed' | 'withdrawn' | 'lapsed' | 'merged';
  readonly currency: string | null;
  readonly made: string | null;
  readonly madeUnknown: string | null;
  readonly committed: string | null;
  readonly committedUnknown: string | null;
  readonly delivered: string;
  readonly deliveredAtLeast: boolean;
  readonly drawsOn: string | null;
  readonly mergedInto: string | null;
  readonly conditional: boolean;
  readonly conditionUntil: string | null;
  readonly reported: boolean;
  readonly source: string | null;
  readonly release: string | null;
  readonly foreignId: string | null;
  readonly breaches: number;
  readonly since: string | null;
}

/** What an activity is made of, of the row of a movement of a committed total. */
export interface CommitmentRow {
  readonly pledge: string;
  readonly currency: string | null;
  readonly amount: string;
  readonly counts: boolean;
}

/** What an activity is made of, of the row of an allocation: what was handed over of it, in the currency of the pledge. */
export interface AllocationRow {
  readonly pledge: string;
  readonly delivered: string;
}

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

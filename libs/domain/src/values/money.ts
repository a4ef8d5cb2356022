import { IsIn, ValidateBy } from 'class-validator';
import type { Plain } from './plain.js';
import { all, IsCurrency, IsDay, IsDifference, IsQuantity, IsText, ListOf, Optional } from './words.js';

const BASES = ['claimed', 'book', 'replacement', 'contract'] as const;
const REASONS = ['notReported', 'notApplicable', 'withheld'] as const;

/** What an amount rests on: a statement, the book value, the cost of replacement, or a contract (R6). */
export type Basis = (typeof BASES)[number];

/** Why a figure is not there; 0 is none of these, and "undisclosed" is `withheld`. */
export type Unknown = (typeof REASONS)[number];

/** What an amount rests on, as one of the four bases. */
export const IsBasis = () => IsIn(BASES);

/** The reason why `field` is missing, refused where it is not. */
export const IsReasonWithout = (field: string) =>
  all(
    IsIn(REASONS),
    ValidateBy({
      name: 'isAlone',
      validator: {
        validate: (_, args) => (args?.object as Record<string, unknown>)[field] === undefined,
        defaultMessage: () => `$property goes without ${field}`,
      },
    }),
  );

/** An amount of money as it was stated, never converted (R6: refused without currency and basis). */
export class Money {
  @IsQuantity() amount!: string;
  @Optional() @IsCurrency() currency?: string;
  @Optional() @IsBasis() basis?: Basis;
}

/** By how much a value changes, up or down, and what it rests on from then on (R6: refused without currency and basis). */
export class Difference {
  @IsDifference() amount!: string;
  @Optional() @IsCurrency() currency?: string;
  @Optional() @IsBasis() basis?: Basis;
}

/** A line of a list of goods; lines of the same item are one sum. */
export class Line {
  @IsText(500) item!: string;
  @Optional() @IsText(200) category?: string;
  @Optional() @IsQuantity() quantity?: string;
  @Optional() @IsReasonWithout('quantity') quantityUnknown?: Unknown;
  @Optional() @IsText(50) unit?: string;
}

/** Who said so, when it was said, and when the ledger's keepers learnt it (R7). */
export class Claim {
  @IsText(1000) source!: string;
  @Optional() @IsDay() said?: string;
  @Optional() @IsDay() learnt?: string;
  @Optional() @IsText(1000) note?: string;
}

/** The claims behind a figure. */
export const AreClaims = () => ListOf(() => Claim, 50);

/** A line in an event. */
export type Goods = Plain<Line>;

/** A claim in an event. */
export type Source = Plain<Claim>;

/** An amount in an event; without a basis only where an import had none. */
export interface Amount {
  readonly amount: string;
  readonly currency: string;
  readonly basis?: Basis;
}

/** A decimal in a currency known beside it, or why there is none. */
export type Figure =
  { readonly amount: string; readonly unknown?: never } | { readonly unknown: Unknown; readonly amount?: never };

/** Both sides of a change. */
export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

/** Nothing, which is an amount. */
export const ZERO: Figure = { amount: '0' };

/** The figure that a pair of fields states. */
export function figureOf(amount: { readonly amount: string } | undefined, unknown: Unknown | undefined): Figure {
  return amount ? { amount: amount.amount } : { unknown: unknown ?? 'notReported' };
}

import { ArrayUnique, IsArray } from 'class-validator';
import { AreClaims, IsReasonWithout, Money, type Claim, type Unknown } from './money.js';
import type { Plain } from './plain.js';
import { all, IsId, IsQuantity, IsText, ListOf, One, Optional } from './words.js';

/** A line of a requirement; each item stands in one. */
export class RequiredLine {
  @IsText(500) item!: string;
  @Optional() @IsText(200) category?: string;
  @IsQuantity() quantity!: string;
  @Optional() @IsText(50) unit?: string;
  /** How much more than what is validated may be matched (R4). */
  @Optional() @IsQuantity() tolerance?: string;
}

/** How much of a line is validated. */
export class ValidatedLine {
  @IsText(500) item!: string;
  @IsQuantity() quantity!: string;
}

/** How much of a required item is matched, and what the pledge calls it where it gives something else instead. */
export class MatchedLine {
  @IsText(500) item!: string;
  @IsQuantity() quantity!: string;
  @Optional() @IsText(500) offered?: string;
}

/** An item that the pledge names, and how much of it was handed over. */
export class KeptLine {
  @IsText(500) item!: string;
  @Optional() @IsQuantity() quantity?: string;
}

/** What a matched pledge is worth: what its allocation will say. */
export class Terms {
  @Optional() @One(() => Money) amount?: Money;
  @Optional() @IsReasonWithout('amount') amountUnknown?: Unknown;
  /** The published rates by which an amount in another currency is held against the pledge. */
  @Optional() @IsId() rates?: string;
  @Optional() @AreClaims() claims?: Claim[];
}

/** A list of lines in which each item stands once. */
export const LinesOf = (of: () => new () => object) =>
  all(
    IsArray(),
    ArrayUnique((line: { item?: unknown } | null) => line?.item, {
      message: 'each item of $property stands in one line',
    }),
    ListOf(of, 500, 1),
  );

/** A required line in an event. */
export type Required = Plain<RequiredLine>;

/** A matched line in an event. */
export type Matched = Plain<MatchedLine>;

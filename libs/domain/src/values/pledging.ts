import { IsDay, IsId, IsParty, IsQuantity, IsText, One, Optional, type Party } from './words.js';

/** How much of an item other donors must be committed to (R30). */
export class Threshold {
  @IsText(500) item!: string;
  @IsQuantity() quantity!: string;
}

/** What a conditional pledge waits for, and its last day (R30). */
export class Condition {
  @IsText(1000) text!: string;
  @IsDay() until!: string;
  /** What the ledger counts by itself; without it, somebody says that the condition is met. */
  @Optional() @One(() => Threshold) threshold?: Threshold;
}

/** How much of a threshold's item another donor's pledge is committed to. */
export class Counted {
  @IsId() pledgeId!: string;
  @IsParty() donor!: Party;
  @IsQuantity() quantity!: string;
}

/** What a release of a source calls a thing (R31). */
export class Foreign {
  @IsText(100) source!: string;
  @IsText(100) release!: string;
  @IsText(100) id!: string;
}

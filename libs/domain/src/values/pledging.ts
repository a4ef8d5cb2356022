import { IsDay, IsText } from './words.js';

/** What a conditional pledge waits for, and its last day (R30). */
export class Condition {
  @IsText(1000) text!: string;
  @IsDay() until!: string;
}

/** What a release of a source calls a thing (R31). */
export class Foreign {
  @IsText(100) source!: string;
  @IsText(100) release!: string;
  @IsText(100) id!: string;
}

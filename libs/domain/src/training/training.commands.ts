import { IsInt, Max, Min } from 'class-validator';
import { AreClaims, type Claim } from '../values/money.js';
import { IsDay, IsId, IsParty, IsText, Optional, type Party } from '../values/words.js';

/** Offers a course, or states anew how many seats it has. */
export class OfferSeats {
  @IsId() courseId!: string;
  /** Who trains. */
  @IsParty() provider!: Party;
  @IsText(300) title!: string;
  @Optional() @IsText(200) place?: string;
  @IsDay() from!: string;
  @Optional() @IsDay() until?: string;
  /** How many seats there are in total. */
  @IsInt() @Min(0) @Max(1_000_000) seats!: number;
  @Optional() @AreClaims() claims?: Claim[];
}

/** States how many seats of a course a unit takes in total; 0 gives them back. */
export class AssignUnit {
  @IsId() courseId!: string;
  @IsText(200) unit!: string;
  @IsInt() @Min(0) @Max(1_000_000) seats!: number;
}

/** Ends a course, and states how many completed it. */
export class CompleteCourse {
  @IsId() courseId!: string;
  @IsInt() @Min(0) @Max(1_000_000) trained!: number;
}

import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import { IsId, IsParty, IsText, Optional, type Party } from '../values/words.js';

const STAGES = ['dispatch', 'handOver'] as const;

/** A step of a consignment that a hold stops. */
export type HeldStage = (typeof STAGES)[number];

/** Stops deliveries of the donor's in a scope, from `Occurred-At` on. */
export class PlaceHold {
  @IsParty() donor!: Party;
  /** Names the hold among the donor's. */
  @IsId() holdId!: string;
  /** The items or categories it is about; everything if it is not said. */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsText(500, { each: true })
  items?: string[];
  /** What it stops; both dispatch and hand-over if it is not said. */
  @Optional() @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsIn(STAGES, { each: true }) stages?: HeldStage[];
  /** Whether it was found out rather than declared. */
  @Optional() @IsBoolean() discovered?: boolean;
  @Optional() @IsText(1000) reason?: string;
}

/** Lets deliveries go on from `Occurred-At` on. */
export class LiftHold {
  @IsParty() donor!: Party;
  @IsId() holdId!: string;
  @Optional() @IsText(1000) reason?: string;
}

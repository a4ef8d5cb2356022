import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsDay, IsId, IsParty, IsQuantity, IsText, Optional, type Party } from '../values/words.js';

const OUTCOMES = ['repaired', 'beyondRepair'] as const;

/** What came of a repair. */
export type RepairOutcome = (typeof OUTCOMES)[number];

/** Asks for the repair of equipment. */
export class OpenRepair {
  @IsId() repairId!: string;
  /** Whose equipment it is. */
  @IsParty() owner!: Party;
  @IsText(500) item!: string;
  @IsQuantity() quantity!: string;
  @Optional() @IsArray() @ArrayMaxSize(500) @ArrayUnique() @IsText(100, { each: true }) serials?: string[];
  @Optional() @IsText(2000) damage?: string;
}

/** Takes the equipment in for repair. */
export class AcceptForRepair {
  @IsId() repairId!: string;
  /** The nation that repairs it. */
  @IsParty() repairer!: Party;
  @IsText(200) workshop!: string;
  /** The day it is expected back. */
  @Optional() @IsDay() expected?: string;
}

/** Returns the equipment, repaired or not. */
export class ReturnRepaired {
  @IsId() repairId!: string;
  @IsIn(OUTCOMES) outcome!: RepairOutcome;
  @Optional() @IsText(1000) note?: string;
}

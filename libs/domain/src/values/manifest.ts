import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean } from 'class-validator';
import type { Plain } from './plain.js';
import { IsId, IsParty, IsPositiveQuantity, IsQuantity, IsText, Optional, type Party } from './words.js';

/** A line of a manifest: goods of one item out of one allocation. */
export class ManifestLine {
  @IsId() lineId!: string;
  @IsId() pledgeId!: string;
  @IsId() allocationId!: string;
  @IsText(500) item!: string;
  @Optional() @IsText(200) category?: string;
  @IsPositiveQuantity() quantity!: string;
  @Optional() @IsText(50) unit?: string;
  /** The nation that made them, where it is not the donor: it consents before dispatch (R15). */
  @Optional() @IsParty() origin?: Party;
  /** Whether they are under end-use monitoring: their serial numbers are recorded before hand-over (R16). */
  @Optional() @IsBoolean() monitored?: boolean;
}

/** How much of a line. */
export class LineQuantity {
  @IsId() lineId!: string;
  @IsQuantity() quantity!: string;
}

/** The serial numbers of a line's goods. */
export class LineSerials {
  @IsId() lineId!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(5000) @ArrayUnique() @IsText(100, { each: true }) serials!: string[];
}

/** A manifest's line in an event. */
export type Listed = Plain<ManifestLine>;

/** How much of a line in an event, with what it is and where it comes from. */
export interface Moved {
  readonly lineId: string;
  readonly pledgeId: string;
  readonly allocationId: string;
  readonly item: string;
  readonly quantity: string;
}

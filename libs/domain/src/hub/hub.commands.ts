import { IsInt, Max, Min } from 'class-validator';
import { IsDay, IsId, IsParty, IsText, type Party } from '../values/words.js';

/** Opens a logistics hub that takes so many consignments a day. */
export class OpenHub {
  @IsId() hubId!: string;
  @IsText(200) name!: string;
  /** The nation on whose ground it lies. */
  @IsParty() host!: Party;
  @IsInt() @Min(1) @Max(100_000) capacityPerDay!: number;
}

/** States how many consignments a hub takes a day from now on; what is booked beyond that stays booked. */
export class ChangeHubCapacity {
  @IsId() hubId!: string;
  @IsInt() @Min(0) @Max(100_000) capacityPerDay!: number;
}

/** Books a consignment's day at a hub, or moves it to another day; the consignment is planned on it afterwards. */
export class BookSlot {
  @IsId() hubId!: string;
  @IsId() consignmentId!: string;
  @IsDay() day!: string;
}

/** Gives a consignment's day at a hub back. */
export class FreeSlot {
  @IsId() hubId!: string;
  @IsId() consignmentId!: string;
}

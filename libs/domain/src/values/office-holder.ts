import type { Plain } from './plain.js';
import { IsParty, IsText, type Party } from './words.js';

/** The person through whom a party holds the chair. */
export class OfficeHolder {
  @IsParty() party!: Party;
  @IsText(200) holder!: string;
  @IsText(200) office!: string;
}

/** An office-holder in an event. */
export type Holder = Plain<OfficeHolder>;

import { IsParty, IsPositiveQuantity, type Party } from './words.js';

/** The gross domestic product of a party in the year and currency of its table. */
export class PartyGdp {
  @IsParty() party!: Party;
  @IsPositiveQuantity() amount!: string;
}

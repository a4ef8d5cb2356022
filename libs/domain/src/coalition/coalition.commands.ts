import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray } from 'class-validator';
import { AreClaims, Money, type Claim } from '../values/money.js';
import { all, IsDay, IsId, IsParty, IsText, One, Optional, type Party } from '../values/words.js';

const AreParties = (min: number) =>
  all(IsArray(), ArrayMinSize(min), ArrayMaxSize(100), ArrayUnique(), IsParty({ each: true }));

/** Forms a coalition of parties of the group, which jointly build one capability; those that lead it are members of it (R21). */
export class FormCoalition {
  @IsId() coalitionId!: string;
  @IsId() groupId!: string;
  @IsText(300) capability!: string;
  /** Two or more; with one, the coalition is under strength until another leads it too. */
  @AreParties(1) leads!: Party[];
  /** Those that take part from the first day without leading. */
  @Optional() @AreParties(0) members?: Party[];
  @Optional() @IsText(5000) description?: string;
  @Optional() @AreClaims() claims?: Claim[];
}

/** Lets a party of the group take part in a coalition, by that party itself or a coordinator (R21). */
export class JoinCoalition {
  @IsId() coalitionId!: string;
  @IsParty() party!: Party;
}

/** Ends a party's part in a coalition, and with it its lead, if it had one. */
export class LeaveCoalition {
  @IsId() coalitionId!: string;
  @IsParty() party!: Party;
  @Optional() @IsText(1000) reason?: string;
}

/** Puts a member in the place of a lead, one beside the leads where `from` is left out, or nobody where `to` is left out (refused with `NobodyNamed` without both). */
export class ReplaceLead {
  @IsId() coalitionId!: string;
  @Optional() @IsParty() from?: Party;
  @Optional() @IsParty() to?: Party;
  @Optional() @IsText(1000) reason?: string;
}

/** Endorses, by a lead for all of them, how the capability is built up; a later roadmap takes the place of the one before. */
export class EndorseRoadmap {
  @IsId() coalitionId!: string;
  @IsText(1000) roadmap!: string;
  /** The last day that it covers. */
  @IsDay() until!: string;
  @Optional() @AreClaims() claims?: Claim[];
}

/** Records what the actor's party paid into the coalition's fund; one that draws on a pledge adds nothing to totals (R9). */
export class RecordFundPayment {
  @IsId() coalitionId!: string;
  @IsId() paymentId!: string;
  @One(() => Money) amount!: Money;
  /** The pledge that it is paid out of: one of the same donor, or a fund's. */
  @Optional() @IsId() drawsOn?: string;
  @Optional() @IsText(1000) purpose?: string;
  @Optional() @AreClaims() claims?: Claim[];
}

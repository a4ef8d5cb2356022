import { IsIn } from 'class-validator';
import { KeptLine, LinesOf, MatchedLine, RequiredLine, Terms, ValidatedLine } from '../values/matching.js';
import { AreClaims, type Claim } from '../values/money.js';
import { IsDay, IsId, IsParty, IsText, ListOf, One, Optional, type Party } from '../values/words.js';

const PRIORITIES = ['critical', 'high', 'medium', 'low'] as const;
const OUTCOMES = ['satisfied', 'withdrawn', 'superseded'] as const;

/** How urgent a requirement is. */
export type Priority = (typeof PRIORITIES)[number];

/** Why a requirement is closed. */
export type Outcome = (typeof OUTCOMES)[number];

const IsPriority = () => IsIn(PRIORITIES);

/** States what the recipient needs; the recipient is the party that the sender speaks for. */
export class SubmitRequirement {
  @IsId() requirementId!: string;
  @IsParty() recipient!: Party;
  @IsText(300) title!: string;
  @Optional() @IsText(5000) description?: string;
  @LinesOf(() => RequiredLine) lines!: RequiredLine[];
  @IsPriority() priority!: Priority;
  @Optional() @IsDay() neededBy?: string;
  @Optional() @AreClaims() claims?: Claim[];
}

/** States anew what the recipient needs; it is then validated anew. */
export class ReviseRequirement {
  @IsId() requirementId!: string;
  /** All lines, none below what is matched of it (R4). */
  @LinesOf(() => RequiredLine) lines!: RequiredLine[];
  @Optional() @IsDay() neededBy?: string;
  @Optional() @IsText(1000) reason?: string;
  @Optional() @AreClaims() claims?: Claim[];
}

/** States how urgent a requirement is from now on. */
export class ReprioritiseRequirement {
  @IsId() requirementId!: string;
  @IsPriority() priority!: Priority;
  @Optional() @IsText(1000) reason?: string;
}

/** Validates a requirement until a day, so that it may be matched (R5); also one that has expired. */
export class ValidateRequirement {
  @IsId() requirementId!: string;
  /** How much of each line is validated, nothing of those left out; all as it is required where no line is given. */
  @Optional() @LinesOf(() => ValidatedLine) quantities?: ValidatedLine[];
  /** The last day on which it may be matched. */
  @IsDay() until!: string;
}

/** Rejects a requirement that was not validated; the recipient may revise it. */
export class RejectRequirement {
  @IsId() requirementId!: string;
  @IsText(1000) reason!: string;
}

/** Reserves lines of a requirement for an allocation (R4, R5); asked by a policy, a refusal is recorded. */
export class ReserveRequirement {
  @IsId() requirementId!: string;
  @IsParty() donor!: Party;
  @IsId() pledgeId!: string;
  @IsId() allocationId!: string;
  /** The match that it is reserved for; only the ledger itself reserves for a match. */
  @Optional() @IsId() matchId?: string;
  @ListOf(() => MatchedLine, 500, 1) lines!: MatchedLine[];
  /** What the allocation of a match will say. */
  @Optional() @One(() => Terms) terms?: Terms;
}

/** Gives back what was reserved for an allocation, but for what was handed over of it. */
export class ReleaseReservation {
  @IsId() requirementId!: string;
  @IsId() pledgeId!: string;
  @IsId() allocationId!: string;
  /** What was handed over, as the pledge names it; it stays matched. */
  @Optional() @ListOf(() => KeptLine, 500) kept?: KeptLine[];
  @Optional() @IsText(1000) reason?: string;
}

/** Lets a requirement expire once the last day of its validity has passed (R5). */
export class ExpireRequirement {
  @IsId() requirementId!: string;
}

/** Closes a requirement for good. */
export class CloseRequirement {
  @IsId() requirementId!: string;
  @IsIn(OUTCOMES) outcome!: Outcome;
  /** The requirement that takes its place. */
  @Optional() @IsId() supersededBy?: string;
  @Optional() @IsText(1000) reason?: string;
}

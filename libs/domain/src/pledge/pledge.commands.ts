import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { Condition, Counted, Foreign } from '../values/pledging.js';
import { Load } from '../values/load.js';
import { AreClaims, IsReasonWithout, Line, Money, type Claim, type Unknown } from '../values/money.js';
import { IsCurrency, IsId, IsParty, IsText, ListOf, One, Optional, type Party } from '../values/words.js';

const KINDS = ['military', 'humanitarian', 'financial'] as const;

/** What a donation is of. */
export type Kind = (typeof KINDS)[number];

const IsKind = () => IsIn(KINDS);
const AreLines = () => ListOf(() => Line, 500);
const AreLoads = () => ListOf(() => Load, 500);
const IsMoney = () => One(() => Money);

/** Records that a donor said it would give (made); the donor is the party that the sender speaks for. */
export class MakePledge {
  @IsId() pledgeId!: string;
  @IsParty() donor!: Party;
  @IsKind() kind!: Kind;
  @IsText(300) title!: string;
  @Optional() @IsText(5000) description?: string;
  @Optional() @AreLines() lines?: Line[];
  @Optional() @IsMoney() amount?: Money;
  /** Why there is no amount; `notReported` if it is not said. */
  @Optional() @IsReasonWithout('amount') amountUnknown?: Unknown;
  /** What the pledge is counted in; the amount's own currency if it is not said. */
  @Optional() @IsCurrency() currency?: string;
  /** The years it is spread over. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1990, { each: true })
  @Max(2199, { each: true })
  years?: number[];
  @Optional() @One(() => Condition) condition?: Condition;
  /** The pledge this one is paid out of: it adds nothing to totals (R9). */
  @Optional() @IsId() drawsOn?: string;
  /** Whether it is a fund, on which other donors' pledges may draw. */
  @Optional() @IsBoolean() asFund?: boolean;
  @Optional() @IsId() meetingId?: string;
  /** Whether the donor sat in the meeting or sent a statement (R20). */
  @Optional() @IsIn(['attended', 'statement']) attendance?: 'attended' | 'statement';
  /** What a source calls it; an identity in that release alone (R31). */
  @Optional() @One(() => Foreign) foreign?: Foreign;
  @Optional() @AreClaims() claims?: Claim[];
}

/** States what the donor is bound to in total, more or less than before (committed). */
export class CommitPledge {
  @IsId() pledgeId!: string;
  /** The new total. */
  @Optional() @IsMoney() amount?: Money;
  @Optional() @IsReasonWithout('amount') amountUnknown?: Unknown;
  @Optional() @AreClaims() claims?: Claim[];
}

/** States a higher total of what is pledged. */
export class IncreasePledge {
  @IsId() pledgeId!: string;
  /** The new total. */
  @IsMoney() amount!: Money;
  @Optional() @AreClaims() claims?: Claim[];
}

/** States a lower total of what is pledged; what is committed beyond it is lowered with it. */
export class DecreasePledge {
  @IsId() pledgeId!: string;
  /** The new total, not below what was handed over (R10) nor what is allocated (R2). */
  @IsMoney() amount!: Money;
  @Optional() @IsText(1000) reason?: string;
  @Optional() @AreClaims() claims?: Claim[];
}

/** Withdraws what was not handed over; open allocations become orphaned (R10, R11). Refused with `AlreadyDelivered` where all was. */
export class WithdrawPledge {
  @IsId() pledgeId!: string;
  @IsText(1000) reason!: string;
}

/** Sets a specific package apart, out of what is committed (allocated). */
export class AllocatePledge {
  @IsId() pledgeId!: string;
  @IsId() allocationId!: string;
  /** The pledge's own kind if it is not said. */
  @Optional() @IsKind() kind?: Kind;
  /** The requirement that it goes to; what the requirement does not wait for is refused (R4, R5). */
  @Optional() @IsId() requirementId?: string;
  /** The match that it comes of; only the ledger itself allocates for a match. */
  @Optional() @IsId() matchId?: string;
  /** The one pooled package that it may be paid into (R29). */
  @Optional() @IsId() packageId?: string;
  @Optional() @AreLines() lines?: Line[];
  @Optional() @IsMoney() amount?: Money;
  @Optional() @IsReasonWithout('amount') amountUnknown?: Unknown;
  /** The published rates by which an amount in another currency is held against the pledge. */
  @Optional() @IsId() rates?: string;
  @Optional() @AreClaims() claims?: Claim[];
}

/** Gives back what was not handed over of an allocation. */
export class ReleaseAllocation {
  @IsId() pledgeId!: string;
  @IsId() allocationId!: string;
  @Optional() @IsText(1000) reason?: string;
}

/** Notes that an allocation lost what it stood on. */
export class OrphanAllocation {
  @IsId() pledgeId!: string;
  @IsId() allocationId!: string;
  @Optional() @IsText(1000) reason?: string;
}

/** States what was handed over of an allocation in total, where no consignment is tracked. */
export class ReportDelivery {
  @IsId() pledgeId!: string;
  @IsId() allocationId!: string;
  @Optional() @AreLines() lines?: Line[];
  /** In the allocation's currency; where it is left out, all of the allocation counts as handed over. */
  @Optional() @IsMoney() value?: Money;
  @Optional() @AreClaims() claims?: Claim[];
}

/**
 * States what a consignment carries of an allocation, so that its consignments together carry no more than it holds (R12);
 * later only less of it, and nothing once the consignment is cancelled.
 */
export class ConsignAllocation {
  @IsId() pledgeId!: string;
  @IsId() allocationId!: string;
  @IsId() consignmentId!: string;
  @AreLoads() lines!: Load[];
}

/** Counts what a consignment handed over of an allocation. */
export class RecordHandOver {
  @IsId() pledgeId!: string;
  @IsId() allocationId!: string;
  @IsId() consignmentId!: string;
  @AreLoads() lines!: Load[];
}

/** Notes that what a conditional pledge waited for has come about, by its last day (R30). */
export class MeetCondition {
  @IsId() pledgeId!: string;
  /** What other donors are committed to, where the condition has a threshold: that is for the ledger itself to count. */
  @Optional() @ListOf(() => Counted, 2000) counted?: Counted[];
}

/** Lets a conditional pledge lapse once its last day has passed (R30). */
export class LapseCondition {
  @IsId() pledgeId!: string;
}

/** Confirms, by the donor itself, what was reported in its name. */
export class ConfirmReport {
  @IsId() pledgeId!: string;
}

/** Links a pledge to the one it announces again: from then on it adds nothing to totals (R9). */
export class LinkReannouncement {
  @IsId() pledgeId!: string;
  @IsId() drawsOn!: string;
}

/** Proposes that a pledge is the same as another one; somebody else merges them (R33). */
export class ProposeMerge {
  @IsId() pledgeId!: string;
  @IsId() proposalId!: string;
  @IsId() into!: string;
  @IsText(1000) reason!: string;
}

/** Merges a pledge into another as was proposed: from then on only the other counts. */
export class MergePledge {
  @IsId() pledgeId!: string;
  @IsId() proposalId!: string;
}

/** Proposes another valuation of what is pledged; somebody else revalues it (R33). */
export class ProposeRevaluation {
  @IsId() pledgeId!: string;
  @IsId() proposalId!: string;
  /** The new total on the new basis. */
  @IsMoney() amount!: Money;
  /** The new committed total, where it changes too. */
  @Optional() @IsMoney() committed?: Money;
  @IsText(1000) method!: string;
  @Optional() @AreClaims() claims?: Claim[];
}

/** Values a pledge anew as was proposed. */
export class RevaluePledge {
  @IsId() pledgeId!: string;
  @IsId() proposalId!: string;
}

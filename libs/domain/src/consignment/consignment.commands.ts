import { ArrayUnique, IsIn } from 'class-validator';
import { Load } from '../values/load.js';
import { LineQuantity, LineSerials, ManifestLine } from '../values/manifest.js';
import { all, IsDay, IsId, IsParty, IsQuantity, IsText, ListOf, Optional, type Party } from '../values/words.js';

const MODES = ['road', 'rail', 'air', 'sea'] as const;

const byLine = ({ lineId }: { lineId: string }) => lineId;
const AreOfLines = (of: () => new () => { lineId: string }, min = 0) =>
  all(ListOf(of, 500, min), ArrayUnique(byLine, { message: '$property must name each lineId once' }));
const AreQuantities = () => AreOfLines(() => LineQuantity);

/** Plans what goes together from one donor to the recipient; its day at a hub is booked before. */
export class PlanConsignment {
  @IsId() consignmentId!: string;
  @IsParty() donor!: Party;
  @IsParty() recipient!: Party;
  @AreOfLines(() => ManifestLine, 1) manifest!: ManifestLine[];
  @Optional() @IsText(1000) route?: string;
  @Optional() @IsIn(MODES) mode?: (typeof MODES)[number];
  /** The hub that it goes over, if it goes over one. */
  @Optional() @IsId() hubId?: string;
}

/** Notes the day that a consignment has at its hub now, or that it has none. */
export class RescheduleConsignment {
  @IsId() consignmentId!: string;
  @IsId() hubId!: string;
  @Optional() @IsDay() day?: string;
}

/** Notes that a consignment is packed and its papers are complete. */
export class ReadyConsignment {
  @IsId() consignmentId!: string;
}

/** Consents, as the nation that made them, that goods of a consignment are handed on (R15). */
export class GrantConsent {
  @IsId() consignmentId!: string;
  /** The paper that says so. */
  @Optional() @IsText(500) document?: string;
}

/** Refuses, as the nation that made them, that goods of a consignment are handed on. */
export class RefuseConsent {
  @IsId() consignmentId!: string;
  @IsText(1000) reason!: string;
}

/** Adds serial numbers to the inventory of a consignment (R16). */
export class RecordSerials {
  @IsId() consignmentId!: string;
  @AreOfLines(() => LineSerials, 1) lines!: LineSerials[];
}

/** Strikes serial numbers that were recorded in error. */
export class StrikeSerials {
  @IsId() consignmentId!: string;
  @AreOfLines(() => LineSerials, 1) lines!: LineSerials[];
  @IsText(1000) reason!: string;
}

/** Sends a consignment on its way. */
export class DispatchConsignment {
  @IsId() consignmentId!: string;
  /** The lines of which less goes than was planned; all of every other line goes. */
  @Optional() @AreQuantities() lines?: LineQuantity[];
}

/** Notes that a consignment came to the hub, and what was counted there. */
export class ReceiveAtHub {
  @IsId() consignmentId!: string;
  /** What was counted, never clipped: a count that differs from what was dispatched opens a discrepancy (R12). */
  @Optional() @AreQuantities() counts?: LineQuantity[];
  /** What came along that the manifest does not list. */
  @Optional() @ListOf(() => Load, 500) unlisted?: Load[];
}

/** Hands a consignment over to the recipient: title passes. */
export class HandOver {
  @IsId() consignmentId!: string;
  /** The lines of which less is handed over than there is; all of every other line is. */
  @Optional() @AreQuantities() lines?: LineQuantity[];
}

/** Confirms, as the recipient, what was received, which may differ from what was handed over. */
export class ConfirmReceipt {
  @IsId() consignmentId!: string;
  /** The lines of which another quantity was received than handed over. */
  @Optional() @AreQuantities() lines?: LineQuantity[];
}

/** Says, as the recipient, that what was said to be handed over was not received as it should. */
export class DisputeReceipt {
  @IsId() consignmentId!: string;
  @IsText(1000) reason!: string;
}

/** Settles a discrepancy by the quantity that is taken as true, and why. */
export class ResolveDiscrepancy {
  @IsId() consignmentId!: string;
  @IsText(120) discrepancyId!: string;
  @IsQuantity() quantity!: string;
  @IsText(1000) reason!: string;
}

/** States what was lost on the way in total. */
export class ReportLoss {
  @IsId() consignmentId!: string;
  /** How much of each line is lost; everything if it is not said. */
  @Optional() @AreQuantities() lines?: LineQuantity[];
  @IsText(1000) reason!: string;
}

/** Calls a consignment off, before it is handed over. */
export class CancelConsignment {
  @IsId() consignmentId!: string;
  @IsText(1000) reason!: string;
}

/** Notes on a consignment that a hold of its donor stops it, or was broken by it (R14). */
export class HoldConsignment {
  @IsId() consignmentId!: string;
  @IsId() holdId!: string;
}

/** Notes on a consignment that a hold of its donor was lifted. */
export class FreeConsignment {
  @IsId() consignmentId!: string;
  @IsId() holdId!: string;
}

import { IsBoolean, IsIn } from 'class-validator';
import { AreClaims, type Claim } from '../values/money.js';
import { IsDay, IsId, IsParty, IsText, Optional, type Party } from '../values/words.js';

const FORMATS = ['inPerson', 'virtual', 'hybrid'] as const;
const LEVELS = ['ministers', 'leaders'] as const;
const MODES = ['inPerson', 'virtual', 'statement'] as const;

/** How a meeting is held. */
export type Format = (typeof FORMATS)[number];

/** Who meets. */
export type Level = (typeof LEVELS)[number];

/** How a party took part. */
export type Mode = (typeof MODES)[number];

/** Calls a meeting of the group; under a vacant chair it is only tentative (R19). */
export class ScheduleMeeting {
  @IsId() meetingId!: string;
  @IsId() groupId!: string;
  @IsDay() on!: string;
  @IsIn(FORMATS) format!: Format;
  /** Ministers if it is not said. */
  @Optional() @IsIn(LEVELS) level?: Level;
  @Optional() @IsText(300) place?: string;
}

/** Moves a meeting to another day, place or format. */
export class RescheduleMeeting {
  @IsId() meetingId!: string;
  @IsDay() on!: string;
  @Optional() @IsIn(FORMATS) format?: Format;
  @Optional() @IsText(300) place?: string;
}

/** Makes a tentative meeting a firm one, once the chair is held again. */
export class ConfirmMeeting {
  @IsId() meetingId!: string;
}

/** Makes a coming meeting tentative, as the chair has fallen vacant (R19). */
export class MakeMeetingTentative {
  @IsId() meetingId!: string;
}

/** Cancels a meeting, which then takes no number. */
export class CancelMeeting {
  @IsId() meetingId!: string;
  @IsText(1000) reason!: string;
}

/** Opens a meeting, which takes the number after that of the one held before it, or 1 (R19). */
export class OpenMeeting {
  @IsId() meetingId!: string;
  /** The meeting of the group that was held before this one; left out for the first. */
  @Optional() @IsId() after?: string;
}

/** Records how a party took part; a later record takes the place of the one before. */
export class RecordAttendance {
  @IsId() meetingId!: string;
  @IsParty() party!: Party;
  @IsIn(MODES) mode!: Mode;
  /** Whether it may be told; yes if it is not said. */
  @Optional() @IsBoolean() disclosed?: boolean;
  @Optional() @IsText(200) representative?: string;
}

/** Closes a meeting with what its chairs stated. */
export class CloseMeeting {
  @IsId() meetingId!: string;
  @Optional() @IsText(20_000) statement?: string;
  /** The sources of the statement (R7). */
  @Optional() @AreClaims() claims?: Claim[];
}

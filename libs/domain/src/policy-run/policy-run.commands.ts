import { IsInt, IsObject, Matches, Max, Min } from 'class-validator';
import { IsId, IsParty, IsText, Optional, type Party } from '../values/words.js';

const IsPosition = () => Matches(/^\d{1,19}$/, { message: '$property must be a position of the log, in digits' });
const IsName = () => Matches(/^[A-Z][A-Za-z]{0,99}$/, { message: '$property must be a name such as OverAllocation' });

/** Keeps a command that a policy sent and the law refused. */
export class ParkCommand {
  @IsId() policy!: string;
  /** The command's own id. */
  @IsId() parkedId!: string;
  /** The event that the command follows from, and where the log holds it. */
  @IsId() eventId!: string;
  @IsPosition() position!: string;
  /** Which of the commands that follow from the event it is, counted from 0. */
  @IsInt() @Min(0) @Max(100_000) index!: number;
  @IsName() command!: string;
  @IsObject() data!: object;
  @IsParty() party!: Party;
  /** When the command occurs, in ISO 8601. */
  @IsText(30) occurredAt!: string;
  /** Why it was refused. */
  @IsName() code!: string;
  @Optional() @IsObject() facts?: object;
}

/** Has a parked command sent once more, now that what stood against it may be gone. */
export class RetryParked {
  @IsId() policy!: string;
  @IsId() parkedId!: string;
}

/** Notes that a parked command that was sent once more was taken. */
export class ResolveParked {
  @IsId() policy!: string;
  @IsId() parkedId!: string;
}

/** Gives a parked command up, with a reason: it is never sent again. */
export class DismissParked {
  @IsId() policy!: string;
  @IsId() parkedId!: string;
  @IsText(1000) reason!: string;
}

/** Notes the position up to which a policy has seen the log, all that followed from it done or parked. */
export class AdvancePolicy {
  @IsId() policy!: string;
  @IsPosition() position!: string;
}

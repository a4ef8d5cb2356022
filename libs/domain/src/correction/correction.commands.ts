import { IsObject, Matches } from 'class-validator';
import { IsId, IsText, Optional } from '../values/words.js';

/** The name of a stream, as receipts and rows give it. */
const IsStream = () =>
  Matches(/^[A-Za-z]{1,50}-[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, {
    message: '$property must be the name of a stream such as pledge-p-1',
  });

/** A time with its zone, in ISO 8601, from 1900 to 2199. */
const IsTimeOfEvent = () =>
  Matches(
    /^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/,
    { message: '$property must be a time with zone such as 2024-07-10T14:30:00Z' },
  );

/** Says that an event is wrong and what is right; it counts once somebody else approves it (R8, R33). */
export class ProposeCorrection {
  @IsStream() stream!: string;
  /** The event that is wrong. */
  @IsId() eventId!: string;
  @IsText(1000) reason!: string;
  /** The right values of those fields of the event's data that are wrong, each whole; none where only its time is. */
  @IsObject() values!: Record<string, unknown>;
  /** When it was true in the world, where that is wrong. */
  @Optional() @IsTimeOfEvent() occurredAt?: string;
}

/** Puts a correction into force that somebody else proposed (R33). */
export class ApproveCorrection {
  @IsStream() stream!: string;
  /** The id of the event that proposed it. */
  @IsId() correctionId!: string;
}

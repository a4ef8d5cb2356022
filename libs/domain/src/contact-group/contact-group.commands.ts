import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, Max, Min } from 'class-validator';
import { OfficeHolder } from '../values/office-holder.js';
import { all, IsId, IsParty, IsText, ListOf, Optional, type Party } from '../values/words.js';

const AreChairs = () => all(IsArray(), ArrayMinSize(1), ArrayMaxSize(2), ArrayUnique(), IsParty({ each: true }));

/** Takes a party into the group; the first founds it. */
export class AdmitParty {
  @IsId() groupId!: string;
  @IsParty() party!: Party;
}

/** Strikes a party off the group. */
export class RemoveParty {
  @IsId() groupId!: string;
  @IsParty() party!: Party;
}

/** Appoints one or two parties to a vacant chair, or one beside the party that holds it. */
export class AppointChair {
  @IsId() groupId!: string;
  @AreChairs() parties!: Party[];
  @Optional() @ListOf(() => OfficeHolder, 2) holders?: OfficeHolder[];
}

/** Proposes, for the chair, whom it goes to; somebody else of the chair then transfers it (R33). */
export class ProposeChairTransfer {
  @IsId() groupId!: string;
  @IsId() proposalId!: string;
  @AreChairs() to!: Party[];
  @Optional() @IsId() decisionId?: string;
}

/** Hands the chair to whom it was proposed for, from `Occurred-At` on, which may be in the future (R35). */
export class TransferChair {
  @IsId() groupId!: string;
  @AreChairs() to!: Party[];
  @Optional() @ListOf(() => OfficeHolder, 2) holders?: OfficeHolder[];
  @Optional() @IsId() decisionId?: string;
}

/** Takes back the change of the chair that is to take effect at `Occurred-At`, before it has. */
export class RevokeChairChange {
  @IsId() groupId!: string;
}

/** Ends a party's term; the chair is vacant where no other party is left in it. */
export class EndChairTerm {
  @IsId() groupId!: string;
  @IsParty() party!: Party;
  @IsText(1000) reason!: string;
}

/** Names the person who holds a chair party's office; the person may go while the nation stays. */
export class NameOfficeHolder {
  @IsId() groupId!: string;
  @IsParty() party!: Party;
  @IsText(200) holder!: string;
  @IsText(200) office!: string;
}

/** Notes in the group which of its meetings bears a number, so that no other one takes it (R19). */
export class CountMeeting {
  @IsId() groupId!: string;
  @IsId() meetingId!: string;
  @IsInt() @Min(1) @Max(100_000) number!: number;
}

import { AreClaims, Difference, Money, type Claim } from '../values/money.js';
import { IsDay, IsId, IsParty, IsText, One, Optional, type Party } from '../values/words.js';

/** Opens an authority under which a donor draws packages, from the day of `Occurred-At` on, which may be in the future (R3, R35). */
export class OpenAuthority {
  @IsId() authorityId!: string;
  @IsParty() donor!: Party;
  @One(() => Money) ceiling!: Money;
  /** The last day on which it is drawn on; without one it does not lapse. */
  @Optional() @IsDay() until?: string;
  @IsText(1000) legalBasis!: string;
  @Optional() @AreClaims() claims?: Claim[];
}

/** States a higher ceiling, from the day of `Occurred-At` on, which may be in the future (R3, R35). */
export class RaiseCeiling {
  @IsId() authorityId!: string;
  /** The new ceiling in total. */
  @One(() => Money) ceiling!: Money;
  @IsText(1000) legalBasis!: string;
  @Optional() @AreClaims() claims?: Claim[];
}

/** Takes back the raise that is to take effect on the day of `Occurred-At`, before it has (R35). */
export class RevokeCeiling {
  @IsId() authorityId!: string;
}

/** Draws a package on an authority, within what remains of its ceiling (R3). */
export class DrawOnAuthority {
  @IsId() authorityId!: string;
  @IsId() drawId!: string;
  /** The pledge that what is drawn is given under. */
  @IsId() pledgeId!: string;
  @One(() => Money) amount!: Money;
  @Optional() @AreClaims() claims?: Claim[];
}

/** Proposes another valuation of what was drawn; somebody else revalues it (R33). */
export class ProposeDrawsRevaluation {
  @IsId() authorityId!: string;
  @IsId() proposalId!: string;
  /** By how much the value of what was drawn changes; less than zero gives authority back. */
  @One(() => Difference) delta!: Difference;
  @IsText(1000) method!: string;
  @Optional() @AreClaims() claims?: Claim[];
}

/** Values what was drawn anew as was proposed (R3, R33). */
export class RevalueDraws {
  @IsId() authorityId!: string;
  @IsId() proposalId!: string;
}

/** Lets what is unused of an authority lapse once its last day has passed (R3). */
export class LapseAuthority {
  @IsId() authorityId!: string;
}

import { AreClaims, Line, Money, type Claim } from '../values/money.js';
import { IsId, IsQuantity, IsText, ListOf, One, Optional } from '../values/words.js';

/** Proposes one basket that several donors pay into. */
export class ProposePackage {
  @IsId() packageId!: string;
  @IsText(300) title!: string;
  @Optional() @IsText(5000) description?: string;
  @Optional() @ListOf(() => Line, 500) lines?: Line[];
  /** What it costs in all; contributions are in its currency. */
  @One(() => Money) target!: Money;
  /** The requirement that it answers. */
  @Optional() @IsId() requirementId?: string;
  @Optional() @AreClaims() claims?: Claim[];
}

/** Validates a package, by somebody else than who proposed it. */
export class ValidatePackage {
  @IsId() packageId!: string;
}

/** Pays into a package, out of an allocation of the donor's own pledge that names the package (R29). */
export class ContributeToPackage {
  @IsId() packageId!: string;
  @IsId() contributionId!: string;
  @IsId() pledgeId!: string;
  @IsId() allocationId!: string;
  @One(() => Money) amount!: Money;
}

/** Takes out of a package what an allocation paid in that has ended, but for what was handed over of it. */
export class WithdrawContributions {
  @IsId() packageId!: string;
  @IsId() pledgeId!: string;
  @IsId() allocationId!: string;
  /** What was handed over, in the allocation's currency. */
  @Optional() @IsQuantity() kept?: string;
  @Optional() @IsText(1000) reason?: string;
}

/** Releases a package that is validated and funded (R29). */
export class ReleasePackage {
  @IsId() packageId!: string;
}

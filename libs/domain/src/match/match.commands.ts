import { IsIn } from 'class-validator';
import { MatchedLine, Terms } from '../values/matching.js';
import { IsId, IsText, ListOf, One, Optional } from '../values/words.js';

/** Proposes, by a coordinator or one of both sides, what of a pledge goes to a requirement. */
export class ProposeMatch {
  @IsId() matchId!: string;
  @IsId() pledgeId!: string;
  @IsId() requirementId!: string;
  @ListOf(() => MatchedLine, 500, 1) lines!: MatchedLine[];
  @One(() => Terms) terms!: Terms;
}

/** Accepts a match for the donor or the recipient; once both have, it is reserved, allocated and made, or aborted. */
export class AcceptMatch {
  @IsId() matchId!: string;
}

/** Declines a match for the donor or the recipient. */
export class DeclineMatch {
  @IsId() matchId!: string;
  @Optional() @IsText(1000) reason?: string;
}

/** Aborts a match that is not made yet; what was reserved and allocated for it is given back. */
export class AbortMatch {
  @IsId() matchId!: string;
  @IsText(1000) reason!: string;
  /** Which side's law refused it, where one did. */
  @Optional() @IsIn(['requirement', 'pledge']) refusedBy?: 'requirement' | 'pledge';
}

/** Notes that an accepted match is made, once its allocation is there. */
export class ConcludeMatch {
  @IsId() matchId!: string;
}

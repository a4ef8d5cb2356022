import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { SCOPES, type Scope } from '../values/scope.js';
import { IsId, IsText, IsTime, One, Optional } from '../values/words.js';
import { Subject } from './decision.subject.js';

/** Circulates a draft among the members of a forum: who is silent until the deadline consents. */
export class CirculateDraft {
  @IsId() decisionId!: string;
  @IsId() forumId!: string;
  @One(() => Subject) subject!: Subject;
  @IsText(20_000) text!: string;
  @IsTime() deadline!: string;
}

/** Objects to a draft before its deadline; one objection stops it (R23, refused with `NoReason` without one). */
export class BreakSilence {
  @IsId() decisionId!: string;
  @Optional() @IsText(5000) reason?: string;
}

/** Puts the deadline off, before it has come (R25). */
export class ExtendSilence {
  @IsId() decisionId!: string;
  @IsTime() deadline!: string;
  @Optional() @IsText(1000) reason?: string;
}

/** States in what the actor's party takes no part, though it does not stand in the way of the others (R26). */
export class RegisterOptOut {
  @IsId() decisionId!: string;
  /** All of it: what is not named is no longer opted out of. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(SCOPES.length)
  @ArrayUnique()
  @IsIn(SCOPES, { each: true })
  scope!: Scope[];
}

/** Circulates a new version of the draft with a new deadline; all positions are taken anew (R24). */
export class AmendDraft {
  @IsId() decisionId!: string;
  @IsText(20_000) text!: string;
  @IsTime() deadline!: string;
}

/** Says what came of the draft once its deadline has passed: adopted, or failed where silence was broken (R23). */
export class ConcludeSilence {
  @IsId() decisionId!: string;
}

/** Records that an adopted decision was endorsed. */
export class EndorseDecision {
  @IsId() decisionId!: string;
  /** Where, such as `Washington summit`; when is `Occurred-At`. */
  @IsText(300) at!: string;
}

import { IsBoolean, IsIn } from 'class-validator';
import { ReadinessItem } from '../values/readiness.js';
import { SCOPES, type Scope } from '../values/scope.js';
import { IsId, IsParty, IsText, ListOf, Optional, type Party } from '../values/words.js';

/** Registers a responsibility and the one party that is accountable for it. */
export class RegisterTask {
  @IsId() taskId!: string;
  @IsText(300) title!: string;
  @Optional() @IsText(5000) description?: string;
  @IsParty() owner!: Party;
  /** Whether anybody else could do it. */
  @IsBoolean() transferable!: boolean;
}

/** Allows, by its owner, that a task that only it can do is proposed for transfer after all (R28). */
export class WaiveRestriction {
  @IsId() taskId!: string;
  @IsText(1000) reason!: string;
}

/** Lays a task down: from then on nobody is accountable for it, until it is transferred to somebody. */
export class RelinquishTask {
  @IsId() taskId!: string;
  @IsText(1000) reason!: string;
}

/** Proposes that a task passes to another party. */
export class ProposeTransfer {
  @IsId() taskId!: string;
  @IsId() transferId!: string;
  @IsParty() to!: Party;
  /** The forum that decides on it; without one, both owners agree. */
  @Optional() @IsId() forumId?: string;
  @Optional() @IsText(1000) reason?: string;
}

/** Agrees the transfer that was proposed: by an adopted decision, or for one of its two owners; not by who proposed it (R27, R33). */
export class AgreeTransfer {
  @IsId() taskId!: string;
  @Optional() @IsId() decisionId?: string;
}

/** Begins the handover; the old owner stays accountable until the transfer takes effect. */
export class StartTransition {
  @IsId() taskId!: string;
  /** What has to be in place before the task passes. */
  @Optional() @ListOf(() => ReadinessItem, 100) readiness?: ReadinessItem[];
}

/** Reports whether something that the handover waits for is in place. */
export class ReportReadiness {
  @IsId() taskId!: string;
  @IsText(300) what!: string;
  @IsBoolean() ready!: boolean;
}

/** Passes the task to its new owner, with effect from `Occurred-At`, which may be in the future (R35). */
export class CompleteTransfer {
  @IsId() taskId!: string;
}

/** Calls a transfer off, revokes one that has not taken effect, or, by the new owner, gives the task back. */
export class ReverseTransfer {
  @IsId() taskId!: string;
  @IsText(1000) reason!: string;
}

/** States what the actor's party, member or partner, gives to a task (refused with `OptedOut` in what it opted out of, R26). */
export class ContributeToTask {
  @IsId() taskId!: string;
  @IsId() contributionId!: string;
  @IsIn(SCOPES) scope!: Scope;
  @IsText(1000) what!: string;
}

/** Ends what the actor's party gave to a task. */
export class EndTaskContribution {
  @IsId() taskId!: string;
  @IsId() contributionId!: string;
  @Optional() @IsText(1000) reason?: string;
}

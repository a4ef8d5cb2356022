import { decider } from '#eventsourcing';
import { ending, type EndingEvent } from './requirement.ending.js';
import { reserving, type ReservingEvent } from './requirement.reserving.js';
import { stating, type StatingEvent } from './requirement.stating.js';
import type { RequirementCommand, RequirementState } from './requirement.state.js';

export type RequirementEvent = StatingEvent | ReservingEvent | EndingEvent;

/** What a recipient needs, from its statement to its end, and what of it is matched (R4, R5, R7, R34). */
export const Requirement = decider<RequirementCommand, RequirementEvent, RequirementState>({
  stream: 'requirement',
  id: 'requirementId',
  initial: { status: 'unsubmitted' },
  may: { ...stating.may, ...reserving.may, ...ending.may },
  decide: { ...stating.decide, ...reserving.decide, ...ending.decide },
  evolve: { ...stating.evolve, ...reserving.evolve, ...ending.evolve },
});

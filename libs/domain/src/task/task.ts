import { decider } from '#eventsourcing';
import { Decision } from '../decision/decision.js';
import { agreement, type AgreementEvent } from './task.agreement.js';
import { contributions, type TaskContributionEvent } from './task.contributions.js';
import { ownership, type OwnershipEvent } from './task.ownership.js';
import type { TaskCommand, TaskState } from './task.state.js';
import { transition, type TransitionEvent } from './task.transition.js';

export type TaskEvent = OwnershipEvent | AgreementEvent | TransitionEvent | TaskContributionEvent;

/** A responsibility with one accountable owner, and how it passes from one to another (R26 to R28, R33, R35). */
export const Task = decider<TaskCommand, TaskEvent, TaskState>({
  stream: 'task',
  id: 'taskId',
  initial: { status: 'unregistered' },
  may: { ...ownership.may, ...agreement.may, ...transition.may, ...contributions.may },
  ahead: ['CompleteTransfer'],
  facts: {
    AgreeTransfer: ({ data: { decisionId } }) => (decisionId === undefined ? [] : [{ from: Decision, id: decisionId }]),
    ContributeToTask: (_, state) =>
      state.status === 'unregistered' || state.boundBy === undefined ? [] : [{ from: Decision, id: state.boundBy }],
  },
  decide: { ...ownership.decide, ...agreement.decide, ...transition.decide, ...contributions.decide },
  evolve: { ...ownership.evolve, ...agreement.evolve, ...transition.evolve, ...contributions.evolve },
});

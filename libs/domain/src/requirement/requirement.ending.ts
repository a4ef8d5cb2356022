import { ensure, type Event } from '#eventsourcing';
import { dayOf, endOf } from '../values/days.js';
import { plain } from '../values/plain.js';
import type { Party } from '../values/words.js';
import type { Outcome } from './requirement.commands.js';
import {
  changing,
  heldOf,
  ownRequirement,
  submittedRequirement,
  type Held,
  type RequirementStage,
} from './requirement.state.js';

/** `held` is what is reserved still, and is to be freed. */
interface Ending {
  requirementId: string;
  recipient: Party;
  held: readonly Held[];
}

/** It occurred when the last day of its validity was over. */
export type RequirementExpired = Event<'RequirementExpired', Ending & { until: string }>;
/** Nothing is to be freed of what is satisfied. */
export type RequirementClosed = Event<
  'RequirementClosed',
  Ending & { outcome: Outcome; supersededBy?: string; reason?: string }
>;

export type EndingEvent = RequirementExpired | RequirementClosed;
type EndingCommand = 'ExpireRequirement' | 'CloseRequirement';

/** A requirement expires, until it is validated anew, or is closed for good. */
export const ending: RequirementStage<EndingCommand, EndingEvent> = {
  may: {
    ExpireRequirement: ['policy', 'coordinator', 'historian'],
    CloseRequirement: ['recipient', 'coordinator', 'historian'],
  },

  decide: {
    ExpireRequirement: ({ data: { requirementId }, metadata: { at } }, state) => {
      const requirement = submittedRequirement(state, requirementId);
      const { status, recipient, until } = requirement;
      if (status === 'expired') return [];
      ensure(status === 'validated' && until !== undefined, 'RequirementNotValidated', { status });
      ensure(dayOf(at) > until, 'NotYet', { until });
      const data = plain({ requirementId, recipient, until, held: heldOf(requirement) });
      return [{ type: 'RequirementExpired', data, occurredAt: endOf(until) }];
    },

    CloseRequirement: ({ data: { requirementId, outcome, supersededBy, reason }, metadata }, state) => {
      const requirement = ownRequirement(state, requirementId, metadata.by, true);
      const { status, recipient } = requirement;
      if (status === 'closed' && requirement.outcome === outcome) return [];
      ensure(status !== 'closed', 'RequirementNotOpen', { status });
      const held = outcome === 'satisfied' ? [] : heldOf(requirement);
      const event = { requirementId, recipient, outcome, supersededBy, reason, held };
      return [{ type: 'RequirementClosed', data: plain(event) }];
    },
  },

  evolve: {
    RequirementExpired: changing<RequirementExpired>((requirement) => ({ ...requirement, status: 'expired' })),
    RequirementClosed: changing<RequirementClosed>((requirement, { data: { outcome } }) => ({
      ...requirement,
      status: 'closed',
      outcome,
    })),
  },
};

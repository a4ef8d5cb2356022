import { ensure, type Event } from '#eventsourcing';
import { Decision } from '../decision/decision.js';
import { optedOut } from '../decision/decision.state.js';
import { plain } from '../values/plain.js';
import type { Scope } from '../values/scope.js';
import { ensureSince } from '../values/time.js';
import type { Party } from '../values/words.js';
import { going, registered, type TaskStage } from './task.state.js';

interface OfContribution {
  taskId: string;
  contributionId: string;
  party: Party;
  scope: Scope;
  what: string;
}

export type TaskContributionMade = Event<'TaskContributionMade', OfContribution>;
export type TaskContributionEnded = Event<'TaskContributionEnded', OfContribution & { reason?: string }>;

export type TaskContributionEvent = TaskContributionMade | TaskContributionEnded;
type ContributionCommand = 'ContributeToTask' | 'EndTaskContribution';

/** What members and partners give to a task, each within what it did not opt out of (R26). */
export const contributions: TaskStage<ContributionCommand, TaskContributionEvent> = {
  may: { ContributeToTask: ['operator', 'historian'], EndTaskContribution: ['operator', 'historian'] },

  decide: {
    ContributeToTask: ({ data, metadata: { by, occurredAt } }, state, facts) => {
      const { taskId, contributionId, scope, what } = data;
      const { party } = by;
      const task = registered(state, taskId);
      const before = task.contributions.get(contributionId);
      if (before?.party === party && before.scope === scope && before.what === what && !before.ended) return [];
      ensure(!before, 'ContributionExists', { contributionId });
      ensureSince(task.since, occurredAt);
      const { boundBy: decisionId } = task;
      const outOf = optedOut(decisionId === undefined ? undefined : facts.of(Decision, decisionId), party);
      ensure(!outOf.includes(scope), 'OptedOut', { party, scope: outOf, decisionId });
      return [{ type: 'TaskContributionMade', data: { taskId, contributionId, party, scope, what } }];
    },

    EndTaskContribution: ({ data: { taskId, contributionId, reason }, metadata: { by, occurredAt } }, state) => {
      const task = registered(state, taskId);
      const contribution = task.contributions.get(contributionId);
      ensure(contribution, 'NoSuchContribution', { contributionId });
      const { party, scope, what, since, ended } = contribution;
      ensure(party === by.party, 'NotTheContributor', { party });
      if (ended) return [];
      ensureSince(since, occurredAt);
      return [{ type: 'TaskContributionEnded', data: plain({ taskId, contributionId, party, scope, what, reason }) }];
    },
  },

  evolve: {
    TaskContributionMade: going<TaskContributionMade>((task, { occurredAt, data }) => {
      const { contributionId, party, scope, what } = data;
      const contribution = { party, scope, what, since: occurredAt, ended: false };
      return { ...task, contributions: new Map(task.contributions).set(contributionId, contribution) };
    }),
    TaskContributionEnded: going<TaskContributionEnded>((task, { data: { contributionId } }) => {
      const ended = new Map(task.contributions);
      const contribution = ended.get(contributionId);
      if (contribution) ended.set(contributionId, { ...contribution, ended: true });
      return { ...task, contributions: ended };
    }),
  },
};

import type { Scope, TaskContributionEnded, TaskContributionMade } from '#domain';
import { text, timestamp, view } from '#eventsourcing';

type TaskContributionRow = {
  readonly task: string;
  readonly contribution: string;
  readonly party: string;
  readonly scope: Scope;
  readonly what: string;
  readonly since: string;
};

/** What members and partners give to tasks, by `task/contribution`, as long as they do. */
export const taskContributions = view<TaskContributionRow, TaskContributionMade | TaskContributionEnded>(
  'task-contributions',
  {
    columns: {
      task: text('The task.'),
      contribution: text('Its id within the task.'),
      party: text('The party that gives it.', 'party'),
      scope: text('What is given: personnel, funds, territory or statements.'),
      what: text('What it is, in words.'),
      since: timestamp('Since when it is given.'),
    },
    key: ({ data: { taskId, contributionId } }) => `${taskId}/${contributionId}`,
    on: {
      TaskContributionMade: (_, { data: { taskId, contributionId, party, scope, what }, occurredAt }) => ({
        ...{ task: taskId, contribution: contributionId, party, scope, what, since: occurredAt },
      }),
      TaskContributionEnded: () => undefined,
    },
  },
);

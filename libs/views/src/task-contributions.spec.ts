import { specifyView } from '#testing';
import { taskContributions } from './task-contributions.js';

const given = specifyView(taskContributions);
const said = { party: 'JPN', scope: 'personnel' as const, what: 'four officers' };
const data = { taskId: 'training', contributionId: 'officers', ...said };
const made = { type: 'TaskContributionMade', data, occurredAt: '2026-05-01T00:00:00.000Z' } as const;
const key = 'training/officers';

describe('contributions to tasks', () => {
  it('stand as long as their party gives them', () => {
    given(made).then(key, { task: 'training', contribution: 'officers', ...said, since: made.occurredAt });
    given(made, { type: 'TaskContributionEnded', data, occurredAt: '2026-06-01T00:00:00.000Z' }).then(key, undefined);
  });
});

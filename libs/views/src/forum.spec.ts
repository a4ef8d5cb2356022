import { specifyView } from '#testing';
import { forum } from './forum.js';

const given = specifyView(forum);
const data = { forumId: 'nac', party: 'SWE' };
const joined = { type: 'ForumJoined', data, occurredAt: '2024-03-07T00:00:00.000Z' } as const;
const row = { forum: 'nac', party: 'SWE', since: '2024-03-07T00:00:00.000Z' };

describe('the forum', () => {
  it('has its members from the day they joined', () => {
    given(joined).then('nac/SWE', row);
  });
  it('keeps the first day where a membership is told twice', () => {
    given({ ...joined, occurredAt: '2024-05-01T00:00:00.000Z' }, joined).then('nac/SWE', row);
  });
  it('loses a member who leaves', () => {
    given(joined, { type: 'ForumLeft', data, occurredAt: '2025-01-01T00:00:00.000Z' }).then('nac/SWE', undefined);
  });
});

import { specifyPolicy } from '#testing';
import { countMeetings } from './count-meetings.js';
import { makeMeetingsTentative } from './make-meetings-tentative.js';

describe('a meeting that is opened', () => {
  it('is counted in its group', () => {
    const count = { groupId: 'udcg', meetingId: 'udcg-26', number: 26 };
    specifyPolicy(countMeetings)({
      type: 'MeetingOpened',
      data: { ...count, on: '2025-02-12', chairs: ['GBR'], after: 'udcg-25' },
    }).then({ type: 'CountMeeting', data: count });
  });
});

describe('a chair that falls vacant', () => {
  const row = { group: 'udcg', status: 'scheduled' };
  it('leaves the coming meetings tentative, and no others', () => {
    specifyPolicy(makeMeetingsTentative)({
      type: 'ChairFellVacant',
      data: { groupId: 'udcg', last: 'USA' },
      occurredAt: '2025-01-20T17:00:00.000Z',
    })
      .reading(
        'meetings',
        { ...row, key: 'coming', on: '2025-02-12' },
        { ...row, key: 'past', on: '2025-01-09' },
        { ...row, key: 'cancelled', status: 'cancelled', on: '2025-02-12' },
        { ...row, key: 'elsewhere', group: 'other', on: '2025-02-12' },
      )
      .then({ type: 'MakeMeetingTentative', data: { meetingId: 'coming' } });
  });
});

import { specifyView, type Told } from '#testing';
import type {
  AttendanceRecorded,
  MeetingCancelled,
  MeetingClosed,
  MeetingConfirmed,
  MeetingMadeTentative,
  MeetingOpened,
  MeetingRescheduled,
  MeetingScheduled,
} from '#domain';
import { meetings } from './meetings.js';

const given = specifyView(meetings);
const meetingId = 'udcg-32';
const of = { meetingId, groupId: 'udcg' };
const time = (day: string) => `${day}T09:00:00.000Z`;

const scheduled: Told<MeetingScheduled> = {
  type: 'MeetingScheduled',
  data: { ...of, on: '2025-12-03', format: 'virtual', level: 'ministers', tentative: false },
  occurredAt: time('2025-11-14'),
};
const moved: Told<MeetingRescheduled> = {
  type: 'MeetingRescheduled',
  data: {
    ...{ ...of, from: { on: '2025-12-03', format: 'virtual' }, to: { on: '2025-12-16', format: 'virtual' } },
    tentative: false,
  },
  occurredAt: time('2025-11-28'),
};
const opened: Told<MeetingOpened> = {
  type: 'MeetingOpened',
  data: { ...of, on: '2025-12-16', number: 32, chairs: ['GBR', 'DEU'], after: 'udcg-31' },
  occurredAt: time('2025-12-16'),
};
const present: Told<AttendanceRecorded> = {
  type: 'AttendanceRecorded',
  data: { ...of, party: 'QAT', mode: 'virtual', disclosed: false },
  occurredAt: time('2025-12-16'),
};
const claims = [{ source: 'joint statement' }];
const closed: Told<MeetingClosed> = {
  type: 'MeetingClosed',
  data: { ...of, number: 32, statement: 'Air defence first.', claims },
  occurredAt: time('2025-12-17'),
};
const made: Told<MeetingMadeTentative> = {
  type: 'MeetingMadeTentative',
  data: { ...of, on: '2025-12-03' },
  occurredAt: time('2025-11-20'),
};
const row = {
  ...{ group: 'udcg', number: null, status: 'scheduled' as const, tentative: false, on: '2025-12-03' },
  ...{ firstOn: '2025-12-03', format: 'virtual' as const, level: 'ministers' as const, place: null, chairs: [] },
  ...{ after: null, opened: null, attendance: [], statement: null, claims: [], reason: null },
};

describe('meetings', () => {
  it('are announced and moved', () => {
    given(scheduled).then(meetingId, row);
    given(scheduled, moved).then(meetingId, { ...row, on: '2025-12-16' });
  });
  it('take a number when they are held', () => {
    given(scheduled, moved, opened, present, closed).then(meetingId, {
      ...{ ...row, on: '2025-12-16', number: 32, status: 'closed', chairs: ['GBR', 'DEU'], after: 'udcg-31' },
      ...{ opened: time('2025-12-16'), attendance: [{ party: 'QAT', mode: 'virtual', disclosed: false }] },
      ...{ statement: 'Air defence first.', claims },
    });
  });
  it('take none when they are cancelled', () => {
    const cancelled: Told<MeetingCancelled> = {
      type: 'MeetingCancelled',
      data: { ...of, on: '2025-12-03', reason: 'hurricane' },
      occurredAt: time('2025-12-01'),
    };
    given(scheduled, cancelled).then(meetingId, { ...row, status: 'cancelled', reason: 'hurricane' });
  });
  it('are tentative until they are confirmed', () => {
    const confirmed: Told<MeetingConfirmed> = {
      type: 'MeetingConfirmed',
      data: { ...of, on: '2025-12-03' },
      occurredAt: time('2025-11-25'),
    };
    given(scheduled, made).then(meetingId, { ...row, tentative: true });
    given(scheduled, made, confirmed).then(meetingId, row);
  });
});

import { specify, type Told } from '#testing';
import type { Event } from '#eventsourcing';
import { ContactGroup } from '../contact-group/contact-group.js';
import { Meeting, type MeetingEvent } from './meeting.js';

const groupId = 'udcg';
const meetingId = 'udcg-26';
const after = 'udcg-25';
const NOW = '2025-01-25T09:00:00.000Z';
const DAY = '2025-02-12';
const HELD = '2025-02-12T12:00:00.000Z';
const VACANT = '2025-01-20T17:00:00.000Z';

const given = specify(Meeting, { by: 'GBR', at: NOW });
type Past = Told<MeetingEvent>;

const admitted = ['USA', 'GBR', 'DEU'].map((party): Told<Event> => ({
  ...{ type: 'PartyAdmitted', data: { groupId, party }, occurredAt: '2022-04-26T00:00:00.000Z' },
}));
const seated = (party: string, occurredAt: string): Told<Event> => ({
  ...{ type: 'ChairAppointed', data: { groupId, parties: [party], from: [], to: [party] }, occurredAt },
});
const ended: Told<Event> = {
  type: 'ChairTermEnded',
  data: { groupId, party: 'USA', reason: 'left office', from: ['USA'], to: [] },
  occurredAt: VACANT,
};
const chairedByUsa = [...admitted, seated('USA', '2022-04-26T00:00:00.000Z')];
const vacant = [...chairedByUsa, ended];
const chairedByUk = [...vacant, seated('GBR', '2025-02-12T09:00:00.000Z')];
const chairedLongByUk = [...admitted, seated('GBR', VACANT)];

const of = { meetingId, groupId };
const call = { ...of, on: DAY, format: 'inPerson' as const, place: 'NATO HQ, Brussels' };
const schedule = (tentative: boolean): Past => ({
  type: 'MeetingScheduled',
  data: { ...call, level: 'ministers', tentative },
});
const scheduled = schedule(false);
const tentative = schedule(true);
const cancelled: Past = { type: 'MeetingCancelled', data: { ...of, on: DAY, reason: 'hurricane' } };
const opened: Past = { type: 'MeetingOpened', data: { ...of, on: DAY, number: 1, chairs: ['GBR'] } };
const present = { party: 'DEU', mode: 'inPerson' as const, disclosed: true };
const recorded: Past = { type: 'AttendanceRecorded', data: { ...of, ...present } };
const claims = [{ source: 'joint statement' }];
const closed: Past = { type: 'MeetingClosed', data: { ...of, number: 1, statement: 'We stand together.', claims } };

const before = { meetingId: after, groupId, on: '2025-01-09', format: 'inPerson' as const };
const twentyFifth: Past[] = [
  { type: 'MeetingScheduled', data: { ...before, level: 'ministers', tentative: false } },
  { type: 'MeetingOpened', data: { meetingId: after, groupId, on: '2025-01-09', number: 25, chairs: ['USA'] } },
];

describe('a meeting that is called (R19)', () => {
  it('is firm under a chair', () =>
    given()
      .and(ContactGroup, ...chairedLongByUk)
      .when('ScheduleMeeting', call)
      .then(scheduled));
  it('is only tentative under a vacant chair, whichever party calls it', () =>
    given()
      .and(ContactGroup, ...vacant)
      .when('ScheduleMeeting', call)
      .then(tentative));
  it('is only tentative where the chair is known to be vacant by then', () =>
    given()
      .and(ContactGroup, ...vacant)
      .when('ScheduleMeeting', call, { by: 'USA', at: '2025-01-10T09:00:00.000Z' })
      .then(tentative));
  it('is called by the chair or the coordinator', async () => {
    await given()
      .and(ContactGroup, ...chairedLongByUk)
      .when('ScheduleMeeting', call, { by: 'DEU' })
      .thenRejected('NotTheChair', { chairs: ['GBR'] });
    await given()
      .and(ContactGroup, ...chairedLongByUk)
      .when('ScheduleMeeting', call, { by: 'NSATU', roles: ['coordinator'] })
      .then(scheduled);
  });
  it('is called by parties of the group', () =>
    given()
      .and(ContactGroup, ...vacant)
      .when('ScheduleMeeting', call, { by: 'CHE' })
      .thenRejected('NotAParticipant', { party: 'CHE' }));
  it('is called in a group that there is', () =>
    given().when('ScheduleMeeting', call).thenRejected('NoSuchGroup', { groupId }));
  it('is called once', async () => {
    const on = given(scheduled).and(ContactGroup, ...chairedLongByUk);
    await on.when('ScheduleMeeting', call).thenNothing();
    await on.when('ScheduleMeeting', { ...call, on: '2025-02-13' }).thenRejected('MeetingExists', { meetingId });
  });
});

describe('a meeting to come', () => {
  const from = { on: DAY, format: 'inPerson' as const, place: 'NATO HQ, Brussels' };
  const to = { on: '2025-02-20', format: 'virtual' as const, place: from.place };
  const moved: Past = { type: 'MeetingRescheduled', data: { ...of, from, to, tentative: false } };
  const move = { meetingId, on: to.on, format: to.format };
  const on = (...events: Past[]) => given(scheduled, ...events).and(ContactGroup, ...chairedLongByUk);
  it('is moved', async () => {
    await on().when('RescheduleMeeting', move).then(moved);
    await on(moved).when('RescheduleMeeting', move).thenNothing();
    await on()
      .when('RescheduleMeeting', move, { by: 'DEU' })
      .thenRejected('NotTheChair', { chairs: ['GBR'] });
    await on(cancelled).when('RescheduleMeeting', move).thenRejected('WrongStage', { status: 'cancelled' });
    await given().when('RescheduleMeeting', move).thenRejected('NoSuchMeeting', { meetingId });
  });
  it('is cancelled', async () => {
    const cancel = { meetingId, reason: 'hurricane' };
    await on().when('CancelMeeting', cancel).then(cancelled);
    await on(cancelled).when('CancelMeeting', cancel).thenNothing();
    await on(opened).when('CancelMeeting', cancel).thenRejected('WrongStage', { status: 'open' });
    await on()
      .when('CancelMeeting', cancel, { by: 'DEU' })
      .thenRejected('NotTheChair', { chairs: ['GBR'] });
  });
});

describe('a tentative meeting (R19)', () => {
  const policy = { by: 'USA', roles: ['policy'], occurredAt: VACANT };
  const earlier = { ...scheduled, occurredAt: '2025-01-10T09:00:00.000Z' };
  const made: Past = { type: 'MeetingMadeTentative', data: { ...of, on: DAY } };
  const confirmed: Past = { type: 'MeetingConfirmed', data: { ...of, on: DAY } };
  const confirm = { meetingId };
  it('is one whose chair fell vacant', async () => {
    await given(earlier).when('MakeMeetingTentative', { meetingId }, policy).then(made);
    await given(earlier, made).when('MakeMeetingTentative', { meetingId }, policy).thenNothing();
  });
  it('is no longer one once it was confirmed, was cancelled or held', async () => {
    for (const event of [confirmed, cancelled, opened])
      await given(earlier, event).when('MakeMeetingTentative', { meetingId }, policy).thenNothing();
  });
  it('is confirmed by a chair', async () => {
    const on = (...group: Told<Event>[]) => given(tentative).and(ContactGroup, ...group);
    await on(...chairedByUk)
      .when('ConfirmMeeting', confirm, { at: HELD })
      .then(confirmed);
    await on(...vacant)
      .when('ConfirmMeeting', confirm)
      .thenRejected('ChairVacant', { at: NOW });
    await on(...chairedByUk)
      .when('ConfirmMeeting', confirm, { at: HELD, by: 'DEU' })
      .thenRejected('NotTheChair', { chairs: ['GBR'] });
    await given(scheduled)
      .and(ContactGroup, ...chairedByUk)
      .when('ConfirmMeeting', confirm, { at: HELD })
      .thenNothing();
  });
});

describe('a meeting that is held (R19)', () => {
  const on = (...events: Past[]) => given(...twentyFifth, tentative, ...events).and(ContactGroup, ...chairedByUk);
  it('takes the number after the one before', () =>
    on()
      .when('OpenMeeting', { meetingId, after }, { at: HELD })
      .then({ type: 'MeetingOpened', data: { ...of, on: DAY, number: 26, chairs: ['GBR'], after } }));
  it('is the first where there is none before', () =>
    on().when('OpenMeeting', { meetingId }, { at: HELD }).then(opened));
  it('takes no number that another meeting was counted under', () =>
    on()
      .and(ContactGroup, { type: 'MeetingCounted', data: { groupId, meetingId: 'udcg-1', number: 1 } })
      .when('OpenMeeting', { meetingId }, { at: HELD })
      .thenRejected('NumberTaken', { number: 1, meetingId: 'udcg-1' }));
  it('follows one that was held', async () => {
    const leaders: Past = { type: 'MeetingScheduled', data: { ...call, meetingId: after, level: 'leaders' } as never };
    const hurricane: Past = { type: 'MeetingCancelled', data: { ...cancelled.data, meetingId: after } };
    await given(leaders, hurricane, tentative)
      .and(ContactGroup, ...chairedByUk)
      .when('OpenMeeting', { meetingId, after }, { at: HELD })
      .thenRejected('NotHeld', { meetingId: after, status: 'cancelled' });
    await on()
      .when('OpenMeeting', { meetingId, after: 'none' }, { at: HELD })
      .thenRejected('NotHeld', { meetingId: 'none', status: 'none' });
  });
  it('is not opened under a vacant chair', () =>
    given(tentative)
      .and(ContactGroup, ...vacant)
      .when('OpenMeeting', { meetingId })
      .thenRejected('ChairVacant', { at: NOW }));
  it('is opened by the chair', () =>
    on()
      .when('OpenMeeting', { meetingId, after }, { at: HELD, by: 'DEU' })
      .thenRejected('NotTheChair', { chairs: ['GBR'] }));
  it('is opened once, and not once it was cancelled', async () => {
    await on(opened).when('OpenMeeting', { meetingId }, { at: HELD }).thenNothing();
    await on(cancelled).when('OpenMeeting', { meetingId }, { at: HELD }).thenRejected('WrongStage');
  });
  it('is told by a historian', () =>
    on()
      .when(
        'OpenMeeting',
        { meetingId, after },
        { by: 'GBR', roles: ['historian'], reported: true, occurredAt: HELD, at: '2026-06-01T00:00:00.000Z' },
      )
      .then({ type: 'MeetingOpened', data: { ...of, on: DAY, number: 26, chairs: ['GBR'], after } }));
});

describe('attendance', () => {
  const attend = { meetingId, ...present };
  it('is recorded of a meeting that is held', async () => {
    await given(scheduled, opened).when('RecordAttendance', attend).then(recorded);
    await given(scheduled, opened, recorded).when('RecordAttendance', attend).thenNothing();
    await given(scheduled).when('RecordAttendance', attend).thenRejected('NotHeld', { meetingId, status: 'scheduled' });
  });
  it('is told by the party itself, perhaps not to be disclosed', () =>
    given(scheduled, opened)
      .when('RecordAttendance', { meetingId, party: 'QAT', mode: 'virtual', disclosed: false }, { by: 'QAT' })
      .then({ type: 'AttendanceRecorded', data: { ...of, party: 'QAT', mode: 'virtual', disclosed: false } }));
  it('is told by nobody else but the chair', () =>
    given(scheduled, opened)
      .when('RecordAttendance', attend, { by: 'FRA' })
      .thenRejected('NotTheChair', { chairs: ['GBR'] }));
  it('is told anew, with what was told before', () =>
    given(scheduled, opened, recorded, closed)
      .when('RecordAttendance', { ...attend, mode: 'statement' }, { by: 'DEU' })
      .then({
        type: 'AttendanceRecorded',
        data: { ...of, ...present, mode: 'statement', from: { mode: 'inPerson', disclosed: true } },
      }));
});

describe('the close of a meeting', () => {
  const close = { meetingId, statement: 'We stand together.', claims };
  it('carries the statement with its sources (R7)', async () => {
    await given(scheduled, opened).when('CloseMeeting', close).then(closed);
    await given(scheduled, opened).when('CloseMeeting', { meetingId, statement: 'Hearsay' }).thenRejected('NoSource');
  });
  it('happens once', async () => {
    await given(scheduled, opened, closed).when('CloseMeeting', close).thenNothing();
    await given(scheduled, opened, closed)
      .when('CloseMeeting', { meetingId })
      .thenRejected('WrongStage', { status: 'closed' });
  });
  it('follows its opening', () =>
    given(scheduled).when('CloseMeeting', close).thenRejected('NotHeld', { meetingId, status: 'scheduled' }));
  it('is the chair’s', () =>
    given(scheduled, opened)
      .when('CloseMeeting', close, { by: 'DEU' })
      .thenRejected('NotTheChair', { chairs: ['GBR'] }));
});

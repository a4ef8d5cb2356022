import { ensure, type Event, type Facts } from '#eventsourcing';
import { speaksFor } from '../values/acting.js';
import type { ContactGroupState } from '../contact-group/contact-group.state.js';
import type { Source } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import { ensureSince } from '../values/time.js';
import type { Party } from '../values/words.js';
import type { OfMeeting } from './meeting.calling.js';
import {
  called,
  chairsFor,
  ensureComing,
  going,
  groupOf,
  isHeld,
  meetings,
  type Attendance,
  type MeetingStage,
} from './meeting.state.js';

export type MeetingOpened = Event<
  'MeetingOpened',
  OfMeeting & { on: string; number: number; chairs: readonly Party[]; after?: string }
>;
/** `from` is what was recorded before. */
export type AttendanceRecorded = Event<
  'AttendanceRecorded',
  OfMeeting & Attendance & { party: Party; from?: Attendance }
>;
export type MeetingClosed = Event<
  'MeetingClosed',
  OfMeeting & { number: number; statement?: string; claims: readonly Source[] }
>;

export type HoldingEvent = MeetingOpened | AttendanceRecorded | MeetingClosed;
type HoldingCommand = 'OpenMeeting' | 'RecordAttendance' | 'CloseMeeting';

/** A meeting is held: it takes its number, and what was said and who was there is recorded (R19). */
export const holding: MeetingStage<HoldingCommand, HoldingEvent> = {
  may: {
    OpenMeeting: ['operator', 'coordinator', 'historian'],
    RecordAttendance: ['operator', 'coordinator', 'historian'],
    CloseMeeting: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    OpenMeeting: ({ data: { meetingId, after }, metadata: { by, occurredAt } }, state, facts) => {
      const meeting = called(state, meetingId);
      const { groupId, venue } = meeting;
      if (isHeld(meeting)) return [];
      ensureComing(meeting);
      const group = groupOf(facts, groupId);
      const chairs = chairsFor(group, by, occurredAt);
      ensureSince(meeting.since, occurredAt);
      const number = numberOf(group, groupId, meetingId, after, occurredAt, facts);
      return [{ type: 'MeetingOpened', data: plain({ meetingId, groupId, on: venue.on, number, chairs, after }) }];
    },

    RecordAttendance: ({ data, metadata: { by, occurredAt } }, state) => {
      const { meetingId, party, mode, disclosed = true, representative } = data;
      const meeting = called(state, meetingId);
      const { groupId, status, since, chairs } = meeting;
      ensure(isHeld(meeting), 'NotHeld', { meetingId, status });
      const from = meeting.attendance.get(party);
      const attendance = plain({ mode, disclosed, representative });
      if (from && same(from, attendance)) return [];
      ensure(speaksFor(by, [party, ...chairs]), 'NotTheChair', { chairs });
      if (status === 'open') ensureSince(since, occurredAt);
      return [{ type: 'AttendanceRecorded', data: plain({ meetingId, groupId, party, ...attendance, from }) }];
    },

    CloseMeeting: ({ data: { meetingId, statement, claims = [] }, metadata: { by, occurredAt } }, state) => {
      const meeting = called(state, meetingId);
      const { groupId, status, since, chairs, number = 0 } = meeting;
      const closing = plain({ statement, claims });
      if (status === 'closed' && same(meeting.closing, closing)) return [];
      ensure(isHeld(meeting), 'NotHeld', { meetingId, status });
      ensure(status === 'open', 'WrongStage', { status });
      ensure(speaksFor(by, chairs), 'NotTheChair', { chairs });
      ensure(statement === undefined || claims.length > 0, 'NoSource');
      ensureSince(since, occurredAt);
      return [{ type: 'MeetingClosed', data: plain({ meetingId, groupId, number, statement, claims }) }];
    },
  },

  evolve: {
    MeetingOpened: going<MeetingOpened>((meeting, { occurredAt, data: { number, chairs } }) => ({
      ...{ ...meeting, status: 'open', tentative: false, number, chairs, since: occurredAt },
    })),
    AttendanceRecorded: going<AttendanceRecorded>((meeting, { data: { party, mode, disclosed, representative } }) => ({
      ...meeting,
      attendance: new Map(meeting.attendance).set(party, plain({ mode, disclosed, representative })),
    })),
    MeetingClosed: going<MeetingClosed>((meeting, { occurredAt, data: { statement, claims } }) => ({
      ...{ ...meeting, status: 'closed', since: occurredAt, closing: plain({ statement, claims }) },
    })),
  },
};

/** The number after that of the meeting held before, which no other meeting of the group was counted under. */
function numberOf(
  group: ContactGroupState,
  groupId: string,
  meetingId: string,
  after: string | undefined,
  occurredAt: string,
  facts: Facts,
): number {
  const before = after === undefined ? undefined : facts.of(meetings, after);
  if (after !== undefined) {
    const held = before !== undefined && before.status !== 'none' && isHeld(before) && before.groupId === groupId;
    ensure(held, 'NotHeld', { meetingId: after, status: before?.status ?? 'none' });
    ensureSince(before.since, occurredAt);
  }
  const number = before !== undefined && before.status !== 'none' ? (before.number ?? 0) + 1 : 1;
  const counted = group.counted.get(number);
  ensure(counted === undefined || counted === meetingId, 'NumberTaken', { number, meetingId: counted });
  return number;
}

import type {
  Attendance,
  AttendanceRecorded,
  Format,
  Level,
  MeetingCancelled,
  MeetingClosed,
  MeetingConfirmed,
  MeetingMadeTentative,
  MeetingOpened,
  MeetingRescheduled,
  MeetingScheduled,
  Source,
} from '#domain';
import { boolean, integer, json, text, textArray, timestamp, view } from '#eventsourcing';

type MeetingRow = {
  readonly group: string;
  readonly number: number | null;
  readonly status: 'scheduled' | 'cancelled' | 'open' | 'closed';
  readonly tentative: boolean;
  readonly on: string;
  readonly firstOn: string;
  readonly format: Format;
  readonly level: Level;
  readonly place: string | null;
  readonly chairs: readonly string[];
  readonly after: string | null;
  readonly opened: string | null;
  readonly attendance: readonly (Attendance & { readonly party: string })[];
  readonly statement: string | null;
  readonly claims: readonly Source[];
  readonly reason: string | null;
};

type MeetingEvent =
  | MeetingScheduled
  | MeetingRescheduled
  | MeetingConfirmed
  | MeetingMadeTentative
  | MeetingCancelled
  | MeetingOpened
  | AttendanceRecorded
  | MeetingClosed;

/** Meetings, by their id: `on` is the day, `firstOn` the one first announced; only one that was held has a number (R19). */
export const meetings = view<MeetingRow, MeetingEvent>('meetings', {
  columns: {
    group: text('The contact group that meets.'),
    number: integer('Its number, once it was held.'),
    status: text('scheduled, cancelled, open or closed.'),
    tentative: boolean('Whether it waits for a chair.'),
    on: text('The day it is on.'),
    firstOn: text('The day first announced.'),
    format: text('inPerson, virtual or hybrid.'),
    level: text('Who meets: ministers or leaders.'),
    place: text('Where it is held.'),
    chairs: textArray('Who chairs it.', 'party'),
    after: text('The meeting before it.'),
    opened: timestamp('When it was opened.'),
    attendance: json('Who attended, and how.'),
    statement: text('What was stated at its end.'),
    claims: json('Who said so, where, when it was said and when it was learnt.'),
    reason: text('Why it was cancelled.'),
  },
  key: ({ data: { meetingId } }) => meetingId,
  on: {
    MeetingScheduled: (_, { data: { groupId, on, format, level, place = null, tentative } }) => ({
      ...{ group: groupId, number: null, status: 'scheduled', tentative, on, firstOn: on, format, level, place },
      ...{ chairs: [], after: null, opened: null, attendance: [], statement: null, claims: [], reason: null },
    }),
    MeetingRescheduled: (row, { data: { to, tentative } }) =>
      row && { ...row, on: to.on, format: to.format, place: to.place ?? null, tentative },
    MeetingConfirmed: (row) => row && { ...row, tentative: false },
    MeetingMadeTentative: (row) => row && { ...row, tentative: true },
    MeetingCancelled: (row, { data: { reason } }) => row && { ...row, status: 'cancelled', reason },
    MeetingOpened: (row, { data: { number, chairs, after = null }, occurredAt }) =>
      row && { ...row, status: 'open', tentative: false, number, chairs, after, opened: occurredAt },
    AttendanceRecorded: (row, { data: { party, mode, disclosed, representative } }) =>
      row && {
        ...row,
        attendance: [
          ...row.attendance.filter((one) => one.party !== party),
          { party, mode, disclosed, ...(representative !== undefined && { representative }) },
        ],
      },
    MeetingClosed: (row, { data: { statement = null, claims } }) =>
      row && { ...row, status: 'closed', statement, claims },
  },
});

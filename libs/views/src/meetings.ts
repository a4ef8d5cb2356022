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
    group: text(),
    number: integer(),
    status: text(),
    tentative: boolean(),
    on: text(),
    firstOn: text(),
    format: text(),
    level: text(),
    place: text(),
    chairs: textArray(),
    after: text(),
    opened: timestamp(),
    attendance: json(),
    statement: text(),
    claims: json(),
    reason: text(),
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

import { claimed } from './claims.js';
import { GROUP } from './nations.js';
import { told, type Told } from './told.js';

/** A row of `udcg_meetings.csv`; one that was cancelled has no number. */
export interface MeetingRow {
  readonly number: string;
  readonly date: string;
  readonly place: string;
  readonly format: keyof typeof FORMATS;
  readonly chair: string;
  readonly status: 'held' | 'cancelled';
  readonly notes: string;
  readonly evidence: string;
  readonly sources: string;
}

const FORMATS = {
  in_person: { format: 'inPerson' },
  in_person_leaders: { format: 'inPerson', level: 'leaders' },
  virtual: { format: 'virtual' },
  hybrid: { format: 'hybrid' },
} as const;

/** When a meeting was called, and for which day at first, where that is not its own day. */
const CALLED: Readonly<Record<string, { readonly on: string; readonly first: string; readonly note: string }>> = {
  'udcg-leaders-2024-10': {
    ...{ on: '2024-09-26', first: '2024-10-12' },
    note: 'The day on which the meeting of leaders was called is from memory.',
  },
  'udcg-32': {
    ...{ on: '2025-11-14', first: '2025-12-03' },
    note: 'That it was called on 14 November for 3 December, and moved, is found; that it was moved on that day is inferred.',
  },
};

/** When the meeting of leaders was cancelled, and why. */
const CANCELLED = { on: '2024-10-09', reason: 'Hurricane Milton; it was never held again at that level.' };

/** The group's meetings: when each was called where that is known, and otherwise with the day on which it was held, in its order. */
export function meetings(rows: readonly MeetingRow[]): readonly Told[] {
  const held = rows.filter(({ status }) => status === 'held');
  return rows.flatMap((row) => {
    const before = held[held.indexOf(row) - 1];
    const facts = row.status === 'held' ? heldAs(row, before && idOf(before)) : cancelled(row);
    return [...called(row), ...facts, ...claims(row)];
  });
}

function idOf({ number, date }: MeetingRow): string {
  return number === '' ? `udcg-leaders-${date.slice(0, 7)}` : `udcg-${number}`;
}

/** The party in whose name a meeting was called and opened. */
function convener({ chair }: MeetingRow): string {
  return chair.startsWith('UK ') ? 'GBR' : 'USA';
}

function called(row: MeetingRow): readonly Told[] {
  const meetingId = idOf(row);
  const { on = row.date, first = row.date } = CALLED[meetingId] ?? {};
  const meeting = { meetingId, groupId: GROUP, ...FORMATS[row.format], place: row.place };
  const moved = told('RescheduleMeeting', first, { meetingId, on: row.date }, convener(row));
  return [
    told('ScheduleMeeting', on, { ...meeting, on: first }, convener(row)),
    ...(first === row.date ? [] : [moved]),
  ];
}

function heldAs(row: MeetingRow, after: string | undefined): readonly Told[] {
  const meetingId = idOf(row);
  return [
    told('OpenMeeting', row.date, { meetingId, ...(after !== undefined && { after }) }, convener(row)),
    told('CloseMeeting', row.date, { meetingId }, convener(row)),
  ];
}

function cancelled(row: MeetingRow): readonly Told[] {
  return [told('CancelMeeting', CANCELLED.on, { meetingId: idOf(row), reason: CANCELLED.reason }, convener(row))];
}

/** What is said of a meeting, and how sure its day is. */
function claims(row: MeetingRow): readonly Told[] {
  const { date, evidence, notes, sources: source } = row;
  const id = idOf(row);
  const subject = id.replace('udcg-', 'udcg.meeting.');
  const note = CALLED[id]?.note;
  const mark = evidence.includes('M-day') ? `M: ${evidence}` : evidence;
  return [
    claimed(subject, 'date', date, date, mark, { source, ...(note !== undefined && { note }) }),
    ...(notes === '' ? [] : [claimed(subject, 'account', notes, date, evidence, { source })]),
  ];
}

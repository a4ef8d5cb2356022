import { ensure, type Event } from '#eventsourcing';
import { plain, same } from '../values/plain.js';
import { ensureSince } from '../values/time.js';
import type { Level } from './meeting.commands.js';
import {
  called,
  chairsFor,
  ensureComing,
  ensureConvenes,
  going,
  groupOf,
  isTentative,
  type MeetingStage,
  type Venue,
} from './meeting.state.js';

/** What is said in every event of a meeting. */
export interface OfMeeting {
  meetingId: string;
  groupId: string;
}

export type MeetingScheduled = Event<'MeetingScheduled', OfMeeting & Venue & { level: Level; tentative: boolean }>;
export type MeetingRescheduled = Event<
  'MeetingRescheduled',
  OfMeeting & { from: Venue; to: Venue; tentative: boolean }
>;
export type MeetingConfirmed = Event<'MeetingConfirmed', OfMeeting & { on: string }>;
export type MeetingMadeTentative = Event<'MeetingMadeTentative', OfMeeting & { on: string }>;
export type MeetingCancelled = Event<'MeetingCancelled', OfMeeting & { on: string; reason: string }>;

export type CallingEvent =
  MeetingScheduled | MeetingRescheduled | MeetingConfirmed | MeetingMadeTentative | MeetingCancelled;
type CallingCommand =
  'ScheduleMeeting' | 'RescheduleMeeting' | 'ConfirmMeeting' | 'MakeMeetingTentative' | 'CancelMeeting';

/** A meeting is called, moved and cancelled; under a vacant chair it is only tentative (R19). */
export const calling: MeetingStage<CallingCommand, CallingEvent> = {
  may: {
    ScheduleMeeting: ['operator', 'coordinator', 'historian'],
    RescheduleMeeting: ['operator', 'coordinator', 'historian'],
    ConfirmMeeting: ['operator', 'coordinator', 'historian'],
    MakeMeetingTentative: ['coordinator', 'historian', 'policy'],
    CancelMeeting: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    ScheduleMeeting: ({ data, metadata: { by, occurredAt } }, state, facts) => {
      const { meetingId, groupId, on, format, level = 'ministers', place } = data;
      const said = plain({ meetingId, groupId, on, format, level, place });
      if (state.status !== 'none' && same(state.said, said)) return [];
      ensure(state.status === 'none', 'MeetingExists', { meetingId });
      const group = groupOf(facts, groupId);
      ensureConvenes(group, by, occurredAt, on);
      return [{ type: 'MeetingScheduled', data: { ...said, tentative: isTentative(group, occurredAt, on) } }];
    },

    RescheduleMeeting: ({ data: { meetingId, on, format, place }, metadata: { by, occurredAt } }, state, facts) => {
      const { groupId, venue: from, ...meeting } = called(state, meetingId);
      const to = plain({ on, format: format ?? from.format, place: place ?? from.place });
      if (same(from, to)) return [];
      ensureComing({ groupId, venue: from, ...meeting });
      const group = groupOf(facts, groupId);
      ensureConvenes(group, by, occurredAt, on);
      ensureSince(meeting.since, occurredAt);
      const tentative = isTentative(group, occurredAt, on);
      return [{ type: 'MeetingRescheduled', data: { meetingId, groupId, from, to, tentative } }];
    },

    ConfirmMeeting: ({ data: { meetingId }, metadata: { by, occurredAt } }, state, facts) => {
      const meeting = called(state, meetingId);
      const { groupId, venue } = meeting;
      ensureComing(meeting);
      if (!meeting.tentative) return [];
      chairsFor(groupOf(facts, groupId), by, occurredAt);
      ensureSince(meeting.since, occurredAt);
      return [{ type: 'MeetingConfirmed', data: { meetingId, groupId, on: venue.on } }];
    },

    MakeMeetingTentative: ({ data: { meetingId }, metadata: { occurredAt } }, state) => {
      const { status, groupId, venue, tentative, firmSince } = called(state, meetingId);
      if (status !== 'scheduled' || tentative || firmSince > occurredAt) return [];
      return [{ type: 'MeetingMadeTentative', data: { meetingId, groupId, on: venue.on } }];
    },

    CancelMeeting: ({ data: { meetingId, reason }, metadata: { by, occurredAt } }, state, facts) => {
      const meeting = called(state, meetingId);
      const { groupId, venue } = meeting;
      if (meeting.status === 'cancelled') return [];
      ensureComing(meeting);
      ensureConvenes(groupOf(facts, groupId), by, occurredAt, venue.on);
      ensureSince(meeting.since, occurredAt);
      return [{ type: 'MeetingCancelled', data: { meetingId, groupId, on: venue.on, reason } }];
    },
  },

  evolve: {
    MeetingScheduled: (_, { occurredAt, data }) => {
      const { meetingId, groupId, on, format, level, place, tentative } = data;
      return {
        ...{ status: 'scheduled', groupId, level, tentative, firmSince: occurredAt, since: occurredAt },
        ...{ said: plain({ meetingId, groupId, on, format, level, place }), venue: plain({ on, format, place }) },
        ...{ chairs: [], attendance: new Map() },
      };
    },
    MeetingRescheduled: going<MeetingRescheduled>((meeting, { occurredAt, data: { to, tentative } }) => ({
      ...{ ...meeting, venue: to, tentative, firmSince: occurredAt, since: occurredAt },
    })),
    MeetingConfirmed: going((meeting, { occurredAt }) => ({
      ...{ ...meeting, tentative: false, firmSince: occurredAt, since: occurredAt },
    })),
    MeetingMadeTentative: going((meeting) => ({ ...meeting, tentative: true })),
    MeetingCancelled: going((meeting, { occurredAt }) => ({ ...meeting, status: 'cancelled', since: occurredAt })),
  },
};

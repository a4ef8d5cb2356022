import { ensure, type Event } from '#eventsourcing';
import type { ContactGroupStage } from './contact-group.state.js';

export type MeetingCounted = Event<'MeetingCounted', { groupId: string; meetingId: string; number: number }>;

/** The numbers of the group's meetings, each given once (R19). */
export const meetings: ContactGroupStage<'CountMeeting', MeetingCounted> = {
  may: { CountMeeting: ['policy'] },

  decide: {
    CountMeeting: ({ data: { groupId, meetingId, number } }, group) => {
      ensure(group.founded, 'NoSuchGroup', { groupId });
      const counted = group.counted.get(number);
      if (counted === meetingId) return [];
      ensure(counted === undefined, 'NumberTaken', { number, meetingId: counted });
      return [{ type: 'MeetingCounted', data: { groupId, meetingId, number } }];
    },
  },

  evolve: {
    MeetingCounted: (group, { data: { meetingId, number } }) => ({
      ...group,
      counted: new Map(group.counted).set(number, meetingId),
    }),
  },
};

import type { CountMeeting, MeetingOpened, Plain } from '#domain';
import { policy, type Command } from '#eventsourcing';

/** The number that a meeting takes is noted in its group, which gives each number once (R19). */
export const countMeetings = policy<MeetingOpened, Command<'CountMeeting', Plain<CountMeeting>>>('count-meetings', {
  MeetingOpened: ({ data: { groupId, meetingId, number } }) => [
    { type: 'CountMeeting', data: { groupId, meetingId, number } },
  ],
});

import type { ChairFellVacant, MakeMeetingTentative, Plain } from '#domain';
import { policy, type Command } from '#eventsourcing';

type Asked = Command<'MakeMeetingTentative', Plain<MakeMeetingTentative>>;

/** With the last chair gone, the group's coming meetings become tentative (R19). */
export const makeMeetingsTentative = policy<ChairFellVacant, Asked>('make-meetings-tentative', {
  ChairFellVacant: ({ data: { groupId }, occurredAt }) => ({
    view: 'meetings',
    where: { group: groupId, status: 'scheduled' },
    then: (rows) =>
      rows
        .filter(({ on }) => String(on) >= occurredAt.slice(0, 10))
        .map(({ key }) => ({ type: 'MakeMeetingTentative', data: { meetingId: key } })),
  }),
});

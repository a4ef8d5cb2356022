import type { LeaveCoalition, PartyRemoved, Plain } from '#domain';
import { policy, type Command } from '#eventsourcing';

type Asked = Command<'LeaveCoalition', Plain<LeaveCoalition>>;

/** A party that is struck off the group leaves the coalitions of the group that it is in (R21). */
export const leaveCoalitions = policy<PartyRemoved, Asked>('leave-coalitions', {
  PartyRemoved: ({ data: { groupId, party } }) => ({
    view: 'coalitions',
    where: { group: groupId, members: party },
    then: (rows) =>
      rows.map(({ key: coalitionId }) => ({
        type: 'LeaveCoalition',
        data: { coalitionId, party, reason: 'The party is no longer one of the group.' },
      })),
  }),
});

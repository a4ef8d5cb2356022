import type { PartyAdmitted, PartyRemoved } from '#domain';
import { text, timestamp, view } from '#eventsourcing';

type PartyRow = {
  readonly group: string;
  readonly party: string;
  readonly since: string;
};

/** The parties of each group, by `group/party`. */
export const parties = view<PartyRow, PartyAdmitted | PartyRemoved>('parties', {
  columns: {
    group: text('The contact group.'),
    party: text('The party.', 'party'),
    since: timestamp('Since when it belongs to the group.'),
  },
  key: ({ data: { groupId, party } }) => `${groupId}/${party}`,
  on: {
    PartyAdmitted: (_, { data: { groupId, party }, occurredAt }) => ({ group: groupId, party, since: occurredAt }),
    PartyRemoved: () => undefined,
  },
});

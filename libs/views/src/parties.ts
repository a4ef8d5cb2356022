import type { PartyAdmitted, PartyRemoved } from '#domain';
import { text, timestamp, view } from '#eventsourcing';

type PartyRow = {
  readonly group: string;
  readonly party: string;
  readonly since: string;
};

/** The parties of each group, by `group/party`. */
export const parties = view<PartyRow, PartyAdmitted | PartyRemoved>('parties', {
  columns: { group: text(), party: text(), since: timestamp() },
  key: ({ data: { groupId, party } }) => `${groupId}/${party}`,
  on: {
    PartyAdmitted: (_, { data: { groupId, party }, occurredAt }) => ({ group: groupId, party, since: occurredAt }),
    PartyRemoved: () => undefined,
  },
});

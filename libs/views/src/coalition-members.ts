import type { CoalitionFormed, CoalitionJoined, CoalitionLeft, LeadReplaced } from '#domain';
import { boolean, text, timestamp, view } from '#eventsourcing';

type CoalitionMemberRow = {
  readonly coalition: string;
  readonly party: string;
  readonly lead: boolean;
  readonly since: string;
};

type MemberEvent = CoalitionFormed | CoalitionJoined | CoalitionLeft | LeadReplaced;

/** The parties that an event bears on. */
const partiesOf: {
  readonly [Type in MemberEvent['type']]: (
    data: Extract<MemberEvent, { type: Type }>['data'],
  ) => readonly (string | undefined)[];
} = {
  CoalitionFormed: ({ members }) => members,
  CoalitionJoined: ({ party }) => [party],
  CoalitionLeft: ({ party }) => [party],
  LeadReplaced: ({ from, to }) => [from, to],
};

const keyOf = (coalitionId: string, party: string) => `${coalitionId}/${party}`;

/** Who takes part in each coalition, by `coalition/party`, since when, and whether it leads (R21). */
export const coalitionMembers = view<CoalitionMemberRow, MemberEvent>('coalition-members', {
  columns: {
    coalition: text('The coalition.'),
    party: text('The member.', 'party'),
    lead: boolean('Whether it leads the coalition.'),
    since: timestamp('Since when it is so.'),
  },
  key: ({ type, data }) =>
    partiesOf[type](data as never).flatMap((party) => (party === undefined ? [] : keyOf(data.coalitionId, party))),
  on: {
    CoalitionFormed: (_, { data: { coalitionId: coalition, leads }, occurredAt: since }, key) => {
      const party = key.slice(coalition.length + 1);
      return { coalition, party, lead: leads.includes(party), since };
    },
    CoalitionJoined: (row, { data: { coalitionId: coalition, party }, occurredAt: since }) =>
      row ?? { coalition, party, lead: false, since },
    CoalitionLeft: () => undefined,
    LeadReplaced: (row, { data: { to } }) => row && { ...row, lead: row.party === to },
  },
});

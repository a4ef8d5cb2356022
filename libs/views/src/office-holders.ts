import type {
  ChairAppointed,
  ChairChangeRevoked,
  ChairTermEnded,
  ChairTransferred,
  Holder,
  OfficeHolderNamed,
} from '#domain';
import { boolean, text, timestamp, view, type Recorded } from '#eventsourcing';

type OfficeHolderRow = {
  readonly group: string;
  readonly party: string;
  readonly holder: string;
  readonly office: string;
  readonly since: string;
  readonly chairs: boolean;
};

type OfficeHolderEvent = ChairAppointed | ChairTransferred | ChairTermEnded | ChairChangeRevoked | OfficeHolderNamed;

interface Change {
  readonly groupId: string;
  readonly to: readonly string[];
  readonly holders?: readonly Holder[];
}

/** The row of one party after a change of the chair; a person who stays in the office keeps their day. */
function seated(row: OfficeHolderRow | undefined, { groupId, to, holders = [] }: Change, since: string, key: string) {
  const found = holders.find(({ party }) => key === keyOf(groupId, party));
  if (found && (row?.holder !== found.holder || row.office !== found.office))
    return { group: groupId, ...found, since, chairs: true };
  return row && { ...row, chairs: to.includes(row.party) };
}

const keyOf = (groupId: string, party: string) => `${groupId}/${party}`;

function partiesOf(event: Recorded<OfficeHolderEvent>): readonly string[] {
  const { data } = event;
  if ('revoked' in data) return [...data.revoked, ...data.restores];
  return 'office' in data ? [data.party] : [...data.from, ...data.to];
}

/** The persons through whom parties hold the chair or held it, by `group/party`; `chairs` says whether the party holds it. */
export const officeHolders = view<OfficeHolderRow, OfficeHolderEvent>('office-holders', {
  columns: {
    group: text('The contact group.'),
    party: text('The party that holds the chair, or held it.', 'party'),
    holder: text('The person who holds the office.'),
    office: text('The office.'),
    since: timestamp('Since when.'),
    chairs: boolean('Whether the party holds the chair.'),
  },
  key: (event) => partiesOf(event).map((party) => keyOf(event.data.groupId, party)),
  on: {
    ChairAppointed: (row, { data, occurredAt }, key) => seated(row, data, occurredAt, key),
    ChairTransferred: (row, { data, occurredAt }, key) => seated(row, data, occurredAt, key),
    ChairTermEnded: (row, { data, occurredAt }, key) => seated(row, data, occurredAt, key),
    ChairChangeRevoked: (row, { data, occurredAt }, key) =>
      seated(row, { ...data, to: data.restores }, occurredAt, key),
    OfficeHolderNamed: (_, { data: { groupId, party, to, office }, occurredAt }) => ({
      group: groupId,
      party,
      holder: to,
      office,
      since: occurredAt,
      chairs: true,
    }),
  },
});

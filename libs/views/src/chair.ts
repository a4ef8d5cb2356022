import type {
  ChairAppointed,
  ChairChangeRevoked,
  ChairTermEnded,
  ChairTransferred,
  Holder,
  OfficeHolderNamed,
} from '#domain';
import { json, text, textArray, timestamp, view } from '#eventsourcing';

type Seat = {
  readonly parties: readonly string[];
  readonly holders: readonly Holder[];
  readonly status: 'held' | 'vacant';
  readonly since: string;
  readonly decisionId: string | null;
};
/** `before` is the chair that this one followed. */
type ChairRow = Seat & { readonly before: Seat | null };

type ChairEvent = ChairAppointed | ChairTransferred | ChairTermEnded | ChairChangeRevoked | OfficeHolderNamed;

interface Change {
  readonly to: readonly string[];
  readonly holders?: readonly Holder[];
  readonly decisionId?: string;
}

function seated(row: ChairRow | undefined, { to, holders = [], decisionId }: Change, since: string): ChairRow {
  const before = row && seatOf(row);
  const status = to.length > 0 ? 'held' : 'vacant';
  return { parties: to, holders, status, since, decisionId: decisionId ?? null, before: before ?? null };
}

function seatOf({ parties, holders, status, since, decisionId }: Seat): Seat {
  return { parties, holders, status, since, decisionId };
}

/** Who chairs each group, by the group; a change that is revoked gives way to the chair it would have followed. */
export const chair = view<ChairRow, ChairEvent>('chair', {
  columns: {
    parties: textArray('The parties that hold the chair: none, one or two.', 'party'),
    holders: json('The persons who hold the office for them.'),
    status: text('held or vacant.'),
    since: timestamp('Since when it stands so.'),
    decisionId: text('The decision that it rests on.'),
    before: json('The chair that this one followed.'),
  },
  key: ({ data }) => data.groupId,
  on: {
    ChairAppointed: (row, { data, occurredAt }) => seated(row, data, occurredAt),
    ChairTransferred: (row, { data, occurredAt }) => seated(row, data, occurredAt),
    ChairTermEnded: (row, { data, occurredAt }) => seated(row, data, occurredAt),
    ChairChangeRevoked: (row, { data: { restores, holders = [] }, occurredAt }) =>
      row?.before ? { ...row.before, before: null } : seated(undefined, { to: restores, holders }, occurredAt),
    OfficeHolderNamed: (row, { data: { party, to, office } }) =>
      row?.parties.includes(party)
        ? { ...row, holders: [...row.holders.filter((one) => one.party !== party), { party, holder: to, office }] }
        : row,
  },
});

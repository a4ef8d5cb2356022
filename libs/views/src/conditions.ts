import type { ConditionLapsed, ConditionMet, Counted, Plain, PledgeMade, PledgeMerged, PledgeWithdrawn } from '#domain';
import { json, quantity, text, timestamp, view } from '#eventsourcing';

type ConditionRow = {
  readonly donor: string;
  readonly text: string;
  readonly until: string;
  readonly item: string | null;
  readonly quantity: string | null;
  readonly status: 'open' | 'met' | 'lapsed' | 'withdrawn' | 'merged';
  readonly counted: readonly Plain<Counted>[] | null;
  readonly since: string;
};

type ConditionEvent = PledgeMade | ConditionMet | ConditionLapsed | PledgeWithdrawn | PledgeMerged;

/** The row after something that happened to it; a pledge without a condition has none. */
const after = (row: ConditionRow | undefined, change: Partial<ConditionRow>) => row && { ...row, ...change };

/**
 * What conditional pledges wait for, by the pledge's id: `quantity` of an `item` that others are committed to, or what the text alone says;
 * `counted` is what reached it; `since` is when the pledge was made (R30).
 */
export const conditions = view<ConditionRow, ConditionEvent>('conditions', {
  columns: {
    donor: text('The party that gives the pledge.', 'party'),
    text: text('What the pledge waits for, in words.'),
    until: text('The last day on which it may be met.'),
    item: text('What others have to be committed to.'),
    quantity: quantity("How much of it, the pledge's own part among it."),
    status: text('open, met, lapsed, withdrawn or merged.'),
    counted: json('The pledges that reached the quantity.'),
    since: timestamp('When the pledge was made.'),
  },
  // Few pledges have one: the others leave no trace here.
  key: ({ type, data }) => (type === 'PledgeMade' && !('condition' in data) ? [] : data.pledgeId),
  on: {
    PledgeMade: (_, { data: { donor, condition }, occurredAt }) =>
      condition && {
        ...{ donor, text: condition.text, until: condition.until, status: 'open', counted: null, since: occurredAt },
        ...{ item: condition.threshold?.item ?? null, quantity: condition.threshold?.quantity ?? null },
      },
    ConditionMet: (row, { data: { counted } }) => after(row, { status: 'met', counted: counted ?? null }),
    ConditionLapsed: (row) => after(row, { status: 'lapsed' }),
    PledgeWithdrawn: (row) => after(row, row?.status === 'open' ? { status: 'withdrawn' } : {}),
    PledgeMerged: (row) => after(row, row?.status === 'open' ? { status: 'merged' } : {}),
  },
});

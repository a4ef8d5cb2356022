import type { AcceptedForRepair, RepairOpened, RepairOutcome, RepairReturned } from '#domain';
import { quantity, text, textArray, timestamp, view } from '#eventsourcing';

type RepairRow = {
  readonly owner: string;
  readonly item: string;
  readonly quantity: string;
  readonly serials: readonly string[];
  readonly damage: string | null;
  readonly status: 'opened' | 'accepted' | RepairOutcome;
  readonly repairer: string | null;
  readonly workshop: string | null;
  readonly expected: string | null;
  readonly opened: string;
  readonly accepted: string | null;
  readonly returned: string | null;
  readonly note: string | null;
};

/** Repairs, by their id: whose equipment, where it is repaired, since when, and what came of it. */
export const repairs = view<RepairRow, RepairOpened | AcceptedForRepair | RepairReturned>('repairs', {
  columns: {
    owner: text('The party whose equipment it is.', 'party'),
    item: text('What is repaired.'),
    quantity: quantity('How much of it.'),
    serials: textArray('Its serial numbers.'),
    damage: text('What is wrong with it.'),
    status: text('opened, accepted, repaired or beyondRepair.'),
    repairer: text('The party that repairs it.', 'party'),
    workshop: text('Where it is repaired.'),
    expected: text('The day on which it is expected back.'),
    opened: timestamp('When it was reported.'),
    accepted: timestamp('When it was taken in.'),
    returned: timestamp('When it came back.'),
    note: text('What else there is to say of it.'),
  },
  key: ({ data }) => data.repairId,
  on: {
    RepairOpened: (_, { data: { owner, item, quantity: number, serials, damage = null }, occurredAt }) => ({
      ...{ owner, item, quantity: number, serials, damage, status: 'opened', opened: occurredAt },
      ...{ repairer: null, workshop: null, expected: null, accepted: null, returned: null, note: null },
    }),
    AcceptedForRepair: (row, { data: { repairer, workshop, expected = null }, occurredAt }) =>
      row && { ...row, status: 'accepted', repairer, workshop, expected, accepted: occurredAt },
    RepairReturned: (row, { data: { outcome, note = null }, occurredAt }) =>
      row && { ...row, status: outcome, returned: occurredAt, note },
  },
});

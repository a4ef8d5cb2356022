import type {
  AllocationOrphaned,
  AllocationReleased,
  DeliveryReported,
  Kind,
  PledgeAllocated,
  PledgeLinked,
  PledgeMerged,
  Unknown,
} from '#domain';
import { boolean, integer, money, text, textArray, view, type Recorded } from '#eventsourcing';

type AllocationRow = {
  readonly pledge: string;
  readonly allocation: string;
  readonly donor: string;
  readonly kind: Kind;
  readonly requirement: string | null;
  readonly currency: string | null;
  readonly amount: string | null;
  readonly amountUnknown: Unknown | null;
  readonly against: string | null;
  readonly delivered: string;
  readonly status: 'open' | 'delivered' | 'released' | 'orphaned';
  readonly month: string;
  readonly counts: boolean;
  /** The capabilities that its own goods are of, each once. */
  readonly categories: readonly string[];
  readonly breaches: number;
};

type AllocationEvent =
  PledgeAllocated | AllocationReleased | AllocationOrphaned | DeliveryReported | PledgeLinked | PledgeMerged;

type OfOne = Recorded<PledgeAllocated | AllocationReleased | AllocationOrphaned | DeliveryReported>;

/** A row of which nothing is known but what every event of an allocation says. */
function rowOf({ data, occurredAt }: OfOne): AllocationRow {
  return {
    pledge: data.pledgeId,
    allocation: data.allocationId,
    donor: data.donor,
    kind: data.kind,
    requirement: null,
    currency: null,
    amount: null,
    amountUnknown: 'notReported',
    against: null,
    delivered: '0',
    status: 'open',
    month: occurredAt.slice(0, 7),
    counts: data.drawsOn === undefined,
    categories: [],
    breaches: 0,
  };
}

/** The allocation with what was handed over of it, which is all that counts from then on. */
function ended(
  row: AllocationRow | undefined,
  event: Recorded<AllocationReleased | AllocationOrphaned>,
  status: 'released' | 'orphaned',
): AllocationRow {
  const { currency = null, amount, against } = event.data;
  const { amount: kept = null, unknown = null } = amount.to;
  return { ...(row ?? rowOf(event)), status, currency, amount: kept, amountUnknown: unknown, against: against.to };
}

const keyOf = (pledgeId: string, allocationId: string) => `${pledgeId}/${allocationId}`;

/**
 * Allocations, by `pledge/allocation`: `amount` is what counts now, in the allocation's own currency, or null with a reason;
 * of a released or orphaned one that is what was handed over. `against` and `delivered` are in the pledge's currency.
 * One of a pledge that draws on another or was merged does not count (R9).
 */
export const allocations = view<AllocationRow, AllocationEvent>('allocations', {
  columns: {
    pledge: text('The pledge it is a part of.'),
    allocation: text('Its id within the pledge.'),
    donor: text('The party that gives the pledge.', 'party'),
    kind: text('The kind of aid: military, financial or humanitarian.'),
    requirement: text('The requirement it is for, if it is for one.'),
    currency: text('The currency of amount (ISO 4217).', 'currency'),
    amount: money('What counts now, in its own currency; of a released or orphaned one, what was handed over.'),
    amountUnknown: text('Why there is no amount: notReported, notApplicable or withheld.'),
    against: money("What it takes of the pledge, in the pledge's currency."),
    delivered: money("What of it was handed over, in the pledge's currency."),
    status: text('open, delivered, released (by the donor) or orphaned (what it stood on is gone).'),
    month: text('The month in which it was allocated, YYYY-MM.'),
    counts: boolean('Whether it adds to totals; not where its pledge draws on another or was merged.'),
    categories: textArray("The categories of its goods, in the source's words."),
    breaches: integer('How many rules it breaks as it was imported.'),
  },
  key: ({ data }) =>
    'allocationId' in data
      ? keyOf(data.pledgeId, data.allocationId)
      : data.allocations.map((allocationId) => keyOf(data.pledgeId, allocationId)),
  on: {
    PledgeAllocated: (row, event) => {
      const { amount, amountUnknown, against, requirementId, lines, breaches } = event.data;
      const said = {
        ...rowOf(event),
        requirement: requirementId ?? null,
        currency: amount?.currency ?? null,
        amount: amount?.amount ?? null,
        amountUnknown: amount ? null : (amountUnknown ?? 'notReported'),
        against: against?.amount ?? null,
        categories: [...new Set(lines.flatMap(({ category }) => category ?? []))].sort(),
        breaches: breaches?.length ?? 0,
      };
      if (row?.status === 'released' || row?.status === 'orphaned') return { ...said, ...endOf(row) };
      return row ? { ...said, delivered: row.delivered, status: row.status } : said;
    },
    AllocationReleased: (row, event) => ended(row, event, 'released'),
    AllocationOrphaned: (row, event) => ended(row, event, 'orphaned'),
    DeliveryReported: (row, event) => {
      const { against, complete } = event.data;
      return { ...(row ?? rowOf(event)), delivered: against.to, status: complete ? 'delivered' : 'open' };
    },
    PledgeLinked: (row) => row && { ...row, counts: false },
    PledgeMerged: (row) => row && { ...row, counts: false },
  },
});

/** What stays of an allocation that ended, at whatever time it is said to have begun. */
function endOf({ status, amount, amountUnknown, against, delivered }: AllocationRow) {
  return { status, amount, amountUnknown, against, delivered };
}

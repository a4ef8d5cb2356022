import type { DiscrepancyFound, DiscrepancyResolved } from '#domain';
import { quantity, text, timestamp, view, type Recorded } from '#eventsourcing';

type DiscrepancyRow = {
  readonly consignment: string;
  readonly discrepancy: string;
  readonly donor: string;
  readonly stage: string;
  readonly line: string | null;
  readonly item: string;
  readonly expected: string | null;
  readonly found: string;
  readonly foundAt: string | null;
  readonly status: 'open' | 'resolved';
  readonly quantity: string | null;
  readonly reason: string | null;
  readonly resolvedAt: string | null;
};

/** What both events say; which of them occurred first in the world does not matter. */
function stated({
  data: { consignmentId: consignment, discrepancyId: discrepancy, donor, stage, lineId, item },
}: Recorded<DiscrepancyFound | DiscrepancyResolved>) {
  return { consignment, discrepancy, donor, stage, line: lineId ?? null, item };
}

const OPEN = { status: 'open', quantity: null, reason: null, resolvedAt: null } as const;

/** Counts of consignments that differ from what was expected, by `consignment/discrepancy`: what was found, and what it was settled on (R12). */
export const discrepancies = view<DiscrepancyRow, DiscrepancyFound | DiscrepancyResolved>('discrepancies', {
  columns: {
    consignment: text(),
    discrepancy: text(),
    donor: text(),
    stage: text(),
    line: text(),
    item: text(),
    expected: quantity(),
    found: quantity(),
    foundAt: timestamp(),
    status: text(),
    quantity: quantity(),
    reason: text(),
    resolvedAt: timestamp(),
  },
  key: ({ data: { consignmentId, discrepancyId } }) => `${consignmentId}/${discrepancyId}`,
  on: {
    DiscrepancyFound: (row, event) => {
      const { expected, found } = event.data;
      return { ...OPEN, ...row, ...stated(event), expected, found, foundAt: event.occurredAt };
    },
    DiscrepancyResolved: (row, event) => {
      const { from: found, to, reason } = event.data;
      const settled = { status: 'resolved', quantity: to, reason, resolvedAt: event.occurredAt } as const;
      return { ...{ expected: null, found, foundAt: null }, ...row, ...stated(event), ...settled };
    },
  },
});

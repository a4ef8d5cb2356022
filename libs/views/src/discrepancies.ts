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
    consignment: text('The consignment.'),
    discrepancy: text('Its id within the consignment.'),
    donor: text('The party that gives it.', 'party'),
    stage: text('Where it was found.'),
    line: text('The line of the manifest, if it is on it.'),
    item: text('What was counted.'),
    expected: quantity('How much was expected.'),
    found: quantity('How much was found.'),
    foundAt: timestamp('When it was found.'),
    status: text('open or resolved.'),
    quantity: quantity('How much was settled on.'),
    reason: text('Why.'),
    resolvedAt: timestamp('When it was settled.'),
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

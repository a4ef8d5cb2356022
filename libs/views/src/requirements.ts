import type {
  Breach,
  Outcome,
  Priority,
  RequirementClosed,
  RequirementExpired,
  RequirementRejected,
  RequirementReprioritised,
  RequirementReserved,
  RequirementRevised,
  RequirementSubmitted,
  RequirementValidated,
} from '#domain';
import { integer, text, timestamp, view, type Recorded } from '#eventsourcing';

type RequirementRow = {
  readonly recipient: string;
  readonly title: string | null;
  readonly priority: Priority | null;
  readonly neededBy: string | null;
  readonly status: 'submitted' | 'validated' | 'rejected' | 'expired' | 'closed';
  readonly validatedBy: string | null;
  readonly until: string | null;
  readonly outcome: Outcome | null;
  readonly supersededBy: string | null;
  readonly breaches: number;
  readonly since: string | null;
};

type RequirementEvent =
  | RequirementSubmitted
  | RequirementRevised
  | RequirementReprioritised
  | RequirementValidated
  | RequirementRejected
  | RequirementReserved
  | RequirementExpired
  | RequirementClosed;

const BLANK: Omit<RequirementRow, 'recipient'> = {
  ...{ title: null, priority: null, neededBy: null, status: 'submitted', validatedBy: null, until: null },
  ...{ outcome: null, supersededBy: null, breaches: 0, since: null },
};

/** The row after an event that says this; before it was submitted, a requirement is what its events say of it. */
function changed(
  row: RequirementRow | undefined,
  event: Recorded<RequirementEvent>,
  change: Partial<RequirementRow>,
): RequirementRow {
  const { recipient, breaches } = event.data as { recipient: string; breaches?: readonly Breach[] };
  const before = row ?? { ...BLANK, recipient };
  return { ...before, breaches: before.breaches + (breaches?.length ?? 0), ...change };
}

/** Requirements, by their id; `neededBy` and `until`, the last day on which one may be matched, are days. */
export const requirements = view<RequirementRow, RequirementEvent>('requirements', {
  columns: {
    recipient: text('The party that needs it.', 'party'),
    title: text('What it is called.'),
    priority: text('How urgent it is: critical, high, medium or low.'),
    neededBy: text('The day by which it is needed.'),
    status: text('submitted, validated, rejected, expired or closed.'),
    validatedBy: text('The party that validated it.', 'party'),
    until: text('The last day on which it may be matched.'),
    outcome: text('How it was closed: satisfied, withdrawn or superseded.'),
    supersededBy: text('The requirement that takes its place.'),
    breaches: integer('How many rules it breaks as it was imported.'),
    since: timestamp('When it was submitted.'),
  },
  key: ({ data }) => data.requirementId,
  on: {
    RequirementSubmitted: (row, event) =>
      changed(row, event, {
        title: event.data.title,
        priority: row?.priority ?? event.data.priority,
        neededBy: row?.neededBy ?? event.data.neededBy ?? null,
        since: event.occurredAt,
      }),
    RequirementRevised: (row, event) =>
      changed(row, event, {
        ...{ neededBy: event.data.to.neededBy ?? null, status: 'submitted', validatedBy: null, until: null },
      }),
    RequirementReprioritised: (row, event) => changed(row, event, { priority: event.data.to }),
    RequirementValidated: (row, event) =>
      changed(row, event, { status: 'validated', validatedBy: event.data.by, until: event.data.until }),
    RequirementRejected: (row, event) => changed(row, event, { status: 'rejected' }),
    RequirementReserved: (row, event) => changed(row, event, {}),
    RequirementExpired: (row, event) => changed(row, event, { status: 'expired', until: event.data.until }),
    RequirementClosed: (row, event) => {
      const { outcome, supersededBy = null } = event.data;
      return changed(row, event, { status: 'closed', outcome, supersededBy });
    },
  },
});

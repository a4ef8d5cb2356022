import type {
  Breach,
  ContributionMade,
  ContributionsWithdrawn,
  PackageFunded,
  PackageProposed,
  PackageReleased,
  PackageValidated,
} from '#domain';
import { integer, money, text, timestamp, view, type Recorded } from '#eventsourcing';
import { moved } from './decimals.js';

type PackageRow = {
  readonly title: string | null;
  readonly status: 'proposed' | 'validated' | 'released';
  readonly proposedBy: string | null;
  readonly validatedBy: string | null;
  readonly requirement: string | null;
  readonly currency: string | null;
  readonly target: string | null;
  readonly paid: string;
  readonly fundedSince: string | null;
  readonly breaches: number;
  readonly since: string | null;
};

type PackageEvent =
  PackageProposed | PackageValidated | ContributionMade | PackageFunded | ContributionsWithdrawn | PackageReleased;

const BLANK: PackageRow = {
  ...{ title: null, status: 'proposed', proposedBy: null, validatedBy: null, requirement: null, currency: null },
  ...{ target: null, paid: '0', fundedSince: null, breaches: 0, since: null },
};

/** The row after an event that says this; before it was proposed, a package is what its events say of it. */
function changed(row = BLANK, { data }: Recorded<PackageEvent>, change: Partial<PackageRow>): PackageRow {
  const { breaches } = data as { breaches?: readonly Breach[] };
  return { ...row, breaches: row.breaches + (breaches?.length ?? 0), ...change };
}

/** Pooled packages, by their id: what one costs, and what is paid into it, in its currency (R29). */
export const packages = view<PackageRow, PackageEvent>('packages', {
  columns: {
    title: text('What it is called.'),
    status: text('proposed, validated or released.'),
    proposedBy: text('The party that proposed it.', 'party'),
    validatedBy: text('The party that validated it.', 'party'),
    requirement: text('The requirement that it is for.'),
    currency: text('The currency of its amounts (ISO 4217).', 'currency'),
    target: money('What it costs.'),
    paid: money('What is paid into it.'),
    fundedSince: timestamp('Since when it is funded.'),
    breaches: integer('How many rules it breaks as it was imported.'),
    since: timestamp('When it was proposed.'),
  },
  key: ({ data }) => data.packageId,
  on: {
    PackageProposed: (row, event) => {
      const { title, proposedBy, requirementId: requirement = null, target } = event.data;
      const said = { title, proposedBy, requirement, currency: target.currency, target: target.amount };
      return changed(row, event, { ...said, since: event.occurredAt });
    },
    PackageValidated: (row, event) =>
      changed(row, event, {
        status: row?.status === 'released' ? 'released' : 'validated',
        validatedBy: event.data.by,
      }),
    ContributionMade: (row, event) =>
      changed(row, event, {
        currency: event.data.amount.currency,
        paid: moved(row?.paid ?? '0', event.data.drawn),
      }),
    PackageFunded: (row, event) => changed(row, event, { fundedSince: event.occurredAt }),
    ContributionsWithdrawn: (row, event) => {
      const { drawn } = event.data;
      const fundedSince = drawn.from === drawn.to ? (row?.fundedSince ?? null) : null;
      return changed(row, event, { paid: moved(row?.paid ?? '0', drawn), fundedSince });
    },
    PackageReleased: (row, event) => changed(row, event, { status: 'released' }),
  },
});

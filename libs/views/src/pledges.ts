import type {
  AllocationOrphaned,
  AllocationReleased,
  Breach,
  ConditionLapsed,
  ConditionMet,
  DeliveryReported,
  Figure,
  Kind,
  PledgeAllocated,
  PledgeCommitted,
  PledgeDecreased,
  PledgeIncreased,
  PledgeLinked,
  PledgeMade,
  PledgeMerged,
  PledgeRevalued,
  PledgeWithdrawn,
  ReportConfirmed,
  Unknown,
} from '#domain';
import { boolean, integer, money, text, timestamp, view, type Recorded } from '#eventsourcing';
import { moved } from './decimals.js';
import { daysLate } from './lateness.js';

type PledgeRow = {
  readonly donor: string;
  readonly kind: Kind | null;
  readonly title: string | null;
  readonly status: 'made' | 'committed' | 'withdrawn' | 'lapsed' | 'merged';
  readonly currency: string | null;
  readonly made: string | null;
  readonly madeUnknown: Unknown | null;
  readonly committed: string | null;
  readonly committedUnknown: Unknown | null;
  readonly allocated: string;
  readonly allocationsUnknown: number;
  readonly delivered: string;
  readonly deliveredAtLeast: boolean;
  readonly drawsOn: string | null;
  readonly mergedInto: string | null;
  readonly meeting: string | null;
  readonly attendance: string | null;
  readonly conditional: boolean;
  readonly conditionUntil: string | null;
  readonly reported: boolean;
  readonly source: string | null;
  readonly release: string | null;
  readonly foreignId: string | null;
  readonly breaches: number;
  /** The most whole days by which anything of it was recorded after it happened. */
  readonly lateDays: number;
  readonly since: string | null;
  readonly month: string | null;
};

type Ended = AllocationReleased | AllocationOrphaned;
type PledgeEvent =
  | PledgeMade
  | PledgeCommitted
  | PledgeIncreased
  | PledgeDecreased
  | PledgeWithdrawn
  | PledgeAllocated
  | Ended
  | DeliveryReported
  | PledgeLinked
  | PledgeMerged
  | PledgeRevalued
  | ConditionMet
  | ConditionLapsed
  | ReportConfirmed;

const BLANK: Omit<PledgeRow, 'donor'> = {
  ...{ kind: null, title: null, status: 'made', currency: null, made: null, madeUnknown: null },
  ...{ committed: '0', committedUnknown: null, allocated: '0', allocationsUnknown: 0 },
  ...{ delivered: '0', deliveredAtLeast: false, drawsOn: null, mergedInto: null, meeting: null, attendance: null },
  ...{ conditional: false, conditionUntil: null, reported: false, source: null, release: null, foreignId: null },
  ...{ breaches: 0, lateDays: 0, since: null, month: null },
};

/** The row after an event that says this; before it was made, a pledge is what its events say of it. */
function changed(row: PledgeRow | undefined, event: Recorded<PledgeEvent>, change: Partial<PledgeRow>): PledgeRow {
  const { donor, kind, breaches } = event.data as { donor: string; kind?: Kind; breaches?: readonly Breach[] };
  const before = row ?? { ...BLANK, donor, kind: kind ?? null };
  return {
    ...before,
    reported: before.reported || (event.metadata.reported ?? false),
    breaches: before.breaches + (breaches?.length ?? 0),
    lateDays: Math.max(before.lateDays, daysLate(event)),
    ...change,
  };
}

const made = ({ amount, unknown }: Figure) => ({ made: amount ?? null, madeUnknown: unknown ?? null });

const committed = (figure: Figure | undefined) =>
  figure && { committed: figure.amount ?? null, committedUnknown: figure.unknown ?? null };

const ended = (row: PledgeRow | undefined, event: Recorded<Ended>) =>
  changed(row, event, {
    allocated: moved(row?.allocated ?? '0', event.data.against),
    allocationsUnknown:
      (row?.allocationsUnknown ?? 0) -
      Number(event.data.amount.from.unknown !== undefined && event.data.amount.to.unknown === undefined),
  });

/** Pledges, by their id: what was made, committed, allocated and handed over, in the pledge's currency, or null with a reason. */
export const pledges = view<PledgeRow, PledgeEvent>('pledges', {
  columns: {
    donor: text('The party that gives it.', 'party'),
    kind: text('The kind of aid: military, financial or humanitarian.'),
    title: text('What it is called.'),
    status: text('made, committed, withdrawn, lapsed (its condition was not met) or merged (into another).'),
    currency: text('The currency of its amounts (ISO 4217).', 'currency'),
    made: money('What was announced.'),
    madeUnknown: text('Why that is not known: notReported, notApplicable or withheld.'),
    committed: money('What of it the donor is bound to.'),
    committedUnknown: text('Why that is not known: notReported, notApplicable or withheld.'),
    allocated: money('What is set aside in packages for a purpose, as far as it is known.'),
    allocationsUnknown: integer('How many allocations have no known amount, so that allocated is at least that.'),
    delivered: money('What was handed over or paid.'),
    deliveredAtLeast: boolean('Whether more was delivered than is valued.'),
    drawsOn: text('The pledge that it announces again or pays out of, so that it adds nothing to totals.'),
    mergedInto: text('The pledge that it turned out to be.'),
    meeting: text('The meeting at which it was made.'),
    attendance: text('How the donor took part in that meeting.'),
    conditional: boolean('Whether it waits for a condition, and counts nothing until then.'),
    conditionUntil: text('The last day on which the condition may be met.'),
    reported: boolean("Whether a historian said it in the donor's name, which has not confirmed it."),
    source: text('The source that it was imported from.'),
    release: text('The release of the source.'),
    foreignId: text('What the source calls it in that release.'),
    breaches: integer('How many rules it breaks as it was imported.'),
    lateDays: integer('The most whole days by which anything of it was recorded after it happened.'),
    since: timestamp('When it was made.'),
    month: text('The month in which it was made, YYYY-MM.'),
  },
  // Few pledges of a ledger are told by a source, and those are looked for by what it calls them.
  indexed: [['foreignId']],
  key: ({ data }) => data.pledgeId,
  on: {
    PledgeMade: (row, event) => {
      const { donor, kind, title, currency, amount, amountUnknown, drawsOn, foreign, condition } = event.data;
      return changed(row, event, {
        ...{ donor, kind, title, currency: currency ?? row?.currency ?? null },
        ...{ since: event.occurredAt, month: event.occurredAt.slice(0, 7) },
        ...(row?.made == null && {
          made: amount?.amount ?? null,
          madeUnknown: amount ? null : (amountUnknown ?? null),
        }),
        ...{ drawsOn: drawsOn ?? row?.drawsOn ?? null, meeting: event.data.meetingId ?? null },
        ...{ attendance: event.data.attendance ?? null, conditionUntil: condition?.until ?? null },
        ...{ source: foreign?.source ?? null, release: foreign?.release ?? null, foreignId: foreign?.id ?? null },
        conditional: condition !== undefined,
      });
    },
    PledgeCommitted: (row, event) =>
      changed(row, event, {
        ...committed(event.data.to),
        status: 'committed',
        currency: row?.currency ?? event.data.currency ?? null,
      }),
    PledgeIncreased: (row, event) =>
      changed(row, event, { ...made(event.data.to), currency: row?.currency ?? event.data.currency ?? null }),
    PledgeDecreased: (row, event) =>
      changed(row, event, { ...made(event.data.to), ...committed(event.data.committed?.to) }),
    PledgeWithdrawn: (row, event) =>
      changed(row, event, {
        ...made(event.data.to),
        ...committed(event.data.committed?.to),
        status: 'withdrawn',
      }),
    PledgeAllocated: (row, event) =>
      changed(row, event, {
        allocated: moved(row?.allocated ?? '0', { from: '0', to: event.data.against?.amount ?? '0' }),
        allocationsUnknown: (row?.allocationsUnknown ?? 0) + Number(event.data.amount === undefined),
        currency: row?.currency ?? event.data.against?.currency ?? null,
      }),
    AllocationReleased: ended,
    AllocationOrphaned: ended,
    DeliveryReported: (row, event) =>
      changed(row, event, {
        delivered: moved(row?.delivered ?? '0', event.data.against),
        deliveredAtLeast:
          (row?.deliveredAtLeast ?? false) || event.data.value === undefined || (event.data.atLeast ?? false),
      }),
    PledgeLinked: (row, event) => changed(row, event, { drawsOn: event.data.drawsOn }),
    PledgeMerged: (row, event) => changed(row, event, { status: 'merged', mergedInto: event.data.into }),
    PledgeRevalued: (row, event) =>
      changed(row, event, { ...made(event.data.to), ...committed(event.data.committed?.to) }),
    ConditionMet: (row, event) => changed(row, event, { conditional: false }),
    ConditionLapsed: (row, event) =>
      changed(row, event, { ...committed(event.data.committed?.to), status: 'lapsed', conditional: true }),
    ReportConfirmed: (row, event) => changed(row, event, { reported: false }),
  },
});

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
  readonly since: string | null;
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
  ...{ breaches: 0, since: null },
};

/** The row after an event that says this; before it was made, a pledge is what its events say of it. */
function changed(row: PledgeRow | undefined, event: Recorded<PledgeEvent>, change: Partial<PledgeRow>): PledgeRow {
  const { donor, kind, breaches } = event.data as { donor: string; kind?: Kind; breaches?: readonly Breach[] };
  const before = row ?? { ...BLANK, donor, kind: kind ?? null };
  return {
    ...before,
    reported: before.reported || (event.metadata.reported ?? false),
    breaches: before.breaches + (breaches?.length ?? 0),
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
    donor: text(),
    kind: text(),
    title: text(),
    status: text(),
    currency: text(),
    made: money(),
    madeUnknown: text(),
    committed: money(),
    committedUnknown: text(),
    allocated: money(),
    allocationsUnknown: integer(),
    delivered: money(),
    deliveredAtLeast: boolean(),
    drawsOn: text(),
    mergedInto: text(),
    meeting: text(),
    attendance: text(),
    conditional: boolean(),
    conditionUntil: text(),
    reported: boolean(),
    source: text(),
    release: text(),
    foreignId: text(),
    breaches: integer(),
    since: timestamp(),
  },
  key: ({ data }) => data.pledgeId,
  on: {
    PledgeMade: (row, event) => {
      const { donor, kind, title, currency, amount, amountUnknown, drawsOn, foreign, condition } = event.data;
      return changed(row, event, {
        ...{ donor, kind, title, currency: currency ?? row?.currency ?? null, since: event.occurredAt },
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

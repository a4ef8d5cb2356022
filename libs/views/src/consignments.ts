import type {
  ArrivedAtHub,
  ConsentGranted,
  ConsentRefused,
  ConsignmentCancelled,
  ConsignmentDispatched,
  ConsignmentFreed,
  ConsignmentHeld,
  ConsignmentPlanned,
  ConsignmentReady,
  ConsignmentRescheduled,
  ConsignmentStatus,
  DiscrepancyFound,
  DiscrepancyResolved,
  HandedOver,
  HoldBreached,
  LossReported,
  ReceiptConfirmed,
  ReceiptDisputed,
  SerialsRecorded,
  SerialsStruck,
} from '#domain';
import { boolean, integer, text, textArray, timestamp, view, type Recorded } from '#eventsourcing';

type ConsignmentRow = {
  readonly donor: string;
  readonly recipient: string | null;
  readonly status: ConsignmentStatus;
  readonly held: boolean;
  readonly heldBy: readonly string[];
  readonly breached: readonly string[];
  readonly pledges: readonly string[];
  readonly allocations: readonly string[];
  readonly items: readonly string[];
  readonly categories: readonly string[];
  readonly lines: number;
  readonly route: string | null;
  readonly mode: string | null;
  readonly hub: string | null;
  readonly day: string | null;
  readonly consentAwaited: readonly string[];
  readonly serials: number;
  readonly discrepancies: number;
  readonly unresolved: number;
  readonly lost: 'part' | 'whole' | null;
  readonly reason: string | null;
  readonly disputed: string | null;
  readonly plannedAt: string | null;
  readonly dispatchedAt: string | null;
  readonly atHubAt: string | null;
  readonly handedOverAt: string | null;
  readonly receivedAt: string | null;
  readonly reported: boolean;
};

type ConsignmentEvent =
  | ConsignmentPlanned
  | ConsignmentRescheduled
  | ConsignmentReady
  | ConsignmentCancelled
  | ConsentGranted
  | ConsentRefused
  | SerialsRecorded
  | SerialsStruck
  | ConsignmentDispatched
  | ArrivedAtHub
  | HandedOver
  | LossReported
  | DiscrepancyFound
  | DiscrepancyResolved
  | ReceiptConfirmed
  | ReceiptDisputed
  | ConsignmentHeld
  | ConsignmentFreed
  | HoldBreached;

const BLANK: Omit<ConsignmentRow, 'donor'> = {
  ...{ recipient: null, status: 'planned', held: false, heldBy: [], breached: [] },
  ...{ pledges: [], allocations: [], items: [], categories: [], lines: 0, route: null, mode: null },
  ...{ hub: null, day: null, consentAwaited: [], serials: 0, discrepancies: 0, unresolved: 0 },
  ...{ lost: null, reason: null, disputed: null },
  ...{ plannedAt: null, dispatchedAt: null, atHubAt: null, handedOverAt: null, receivedAt: null },
  reported: false,
};

/** The row after an event that says this; before it was planned, a consignment is what its events say of it. */
function changed(
  row: ConsignmentRow | undefined,
  { data: { donor }, metadata }: Recorded<ConsignmentEvent>,
  change: (before: ConsignmentRow) => Partial<ConsignmentRow>,
): ConsignmentRow {
  const before = row ?? { ...BLANK, donor };
  return { ...before, reported: before.reported || (metadata.reported ?? false), ...change(before) };
}

/** Distinct values in order, so that the same comes of them whatever came first. */
const distinct = (values: Iterable<string>): readonly string[] => [...new Set(values)].sort();
const without = (values: readonly string[], value: string) => values.filter((one) => one !== value);
const heldBy = (holds: readonly string[]) => ({ heldBy: holds, held: holds.length > 0 });
/** The day at the hub, unless it is given back there. */
const dayAfter = ({ day }: ConsignmentRow, { hubId }: { readonly hubId?: string }) =>
  hubId === undefined ? day : null;
const count = (lines: readonly { readonly serials: readonly string[] }[]) =>
  lines.reduce((total, { serials }) => total + serials.length, 0);

/**
 * Consignments, by their id: how far each has come, what it carries (line by line in `consignment-lines`), its day at a hub, the holds
 * that stop it now and those that it was moved under, whose consent it waits for, and the counts that do not agree (R12 to R17).
 */
export const consignments = view<ConsignmentRow, ConsignmentEvent>('consignments', {
  columns: {
    donor: text('The party that gives it.', 'party'),
    recipient: text('The party that it goes to.', 'party'),
    status: text('planned, ready, dispatched, atHub, handedOver, received or cancelled.'),
    held: boolean('Whether a hold stops it now.'),
    heldBy: textArray('The holds that stop it now.'),
    breached: textArray('The holds that it was moved under.'),
    pledges: textArray('The pledges that it carries of.'),
    allocations: textArray('The allocations that it carries of, as pledge/allocation.'),
    items: textArray('What it carries.'),
    categories: textArray('The categories of what it carries.'),
    lines: integer('How many lines its manifest has.'),
    route: text('The way it takes, in words.'),
    mode: text('How it travels: road, rail, air or sea.'),
    hub: text('The hub that it goes over.'),
    day: text('Its day at the hub.'),
    consentAwaited: textArray('The nations of origin that have not consented.', 'party'),
    serials: integer('How many serial numbers are recorded.'),
    discrepancies: integer('How many counts differed from what was expected.'),
    unresolved: integer('How many of them are open.'),
    lost: text('Whether a part or the whole was lost.'),
    reason: text('Why it was cancelled or lost.'),
    disputed: text('What the recipient disputes.'),
    plannedAt: timestamp('When it was planned.'),
    dispatchedAt: timestamp('When it was dispatched.'),
    atHubAt: timestamp('When it came to the hub.'),
    handedOverAt: timestamp('When it was handed over.'),
    receivedAt: timestamp('When the recipient confirmed it.'),
    reported: boolean("Whether a historian said so in a party's name, which has not confirmed it."),
  },
  key: ({ data }) => data.consignmentId,
  on: {
    ConsignmentPlanned: (row, event) =>
      changed(row, event, () => {
        const { donor, recipient, manifest, route = null, mode = null, hubId = null, day = null } = event.data;
        return {
          ...{ recipient, route, mode, hub: hubId, day, plannedAt: event.occurredAt, lines: manifest.length },
          pledges: distinct(manifest.map(({ pledgeId }) => pledgeId)),
          allocations: distinct(manifest.map(({ pledgeId, allocationId }) => `${pledgeId}/${allocationId}`)),
          items: distinct(manifest.map(({ item }) => item)),
          categories: distinct(manifest.flatMap(({ category }) => category ?? [])),
          consentAwaited: without(distinct(manifest.flatMap(({ origin }) => origin ?? [])), donor),
        };
      }),
    ConsignmentRescheduled: (row, event) => changed(row, event, () => ({ day: event.data.to ?? null })),
    ConsignmentReady: (row, event) => changed(row, event, () => ({ status: 'ready' })),
    ConsignmentCancelled: (row, event) =>
      changed(row, event, (before) => ({
        ...{ status: 'cancelled', reason: event.data.reason, day: dayAfter(before, event.data) },
      })),
    ConsentGranted: (row, event) =>
      changed(row, event, ({ consentAwaited }) => ({ consentAwaited: without(consentAwaited, event.data.nation) })),
    ConsentRefused: (row, event) =>
      changed(row, event, ({ consentAwaited }) => ({
        consentAwaited: distinct([...consentAwaited, event.data.nation]),
      })),
    SerialsRecorded: (row, event) =>
      changed(row, event, ({ serials }) => ({ serials: serials + count(event.data.lines) })),
    SerialsStruck: (row, event) =>
      changed(row, event, ({ serials }) => ({ serials: serials - count(event.data.lines) })),
    ConsignmentDispatched: (row, event) =>
      changed(row, event, () => ({ status: 'dispatched', dispatchedAt: event.occurredAt })),
    ArrivedAtHub: (row, event) => changed(row, event, () => ({ status: 'atHub', atHubAt: event.occurredAt })),
    HandedOver: (row, event) => changed(row, event, () => ({ status: 'handedOver', handedOverAt: event.occurredAt })),
    LossReported: (row, event) =>
      changed(row, event, (before) => {
        const { lines, complete, reason } = event.data;
        const isNothing = lines.every(({ quantity }) => Number(quantity) === 0);
        return { lost: complete ? 'whole' : isNothing ? null : 'part', reason, day: dayAfter(before, event.data) };
      }),
    DiscrepancyFound: (row, event) =>
      changed(row, event, ({ discrepancies, unresolved }) => ({
        ...{ discrepancies: discrepancies + 1, unresolved: unresolved + 1 },
      })),
    DiscrepancyResolved: (row, event) => changed(row, event, ({ unresolved }) => ({ unresolved: unresolved - 1 })),
    ReceiptConfirmed: (row, event) =>
      changed(row, event, () => ({ status: 'received', receivedAt: event.occurredAt, disputed: null })),
    ReceiptDisputed: (row, event) => changed(row, event, () => ({ disputed: event.data.reason })),
    ConsignmentHeld: (row, event) =>
      changed(row, event, (before) => heldBy(distinct([...before.heldBy, event.data.holdId]))),
    ConsignmentFreed: (row, event) =>
      changed(row, event, (before) => heldBy(without(before.heldBy, event.data.holdId))),
    HoldBreached: (row, event) =>
      changed(row, event, ({ breached }) => ({ breached: distinct([...breached, event.data.holdId]) })),
  },
});

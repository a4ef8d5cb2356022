import { ensure, type Actor, type CommandsOf, type Event } from '#eventsourcing';
import { speaksFor } from '../values/acting.js';
import { leastOf, minus, sum } from '../values/decimal.js';
import type { Listed, Moved } from '../values/manifest.js';
import { goingOn, type Stage } from '../values/stage.js';
import type { Party } from '../values/words.js';
import type * as commands from './consignment.commands.js';

export type ConsignmentCommand = CommandsOf<typeof commands>;

/** Where a consignment is on its way (R13). */
export type ConsignmentStatus = 'planned' | 'ready' | 'dispatched' | 'atHub' | 'handedOver' | 'received' | 'cancelled';

/** A line of a consignment, and how much of it came how far; `atHub` and `received` are what is taken as true. */
export interface Carried {
  readonly listed: Listed;
  readonly dispatched?: string;
  readonly lost: string;
  readonly atHub?: string;
  readonly handedOver?: string;
  readonly received?: string;
}

/** Two counts of the same goods that differ, and the quantity taken as true once that is settled. */
export interface Difference {
  readonly stage: 'atHub' | 'handedOver' | 'received';
  readonly lineId?: string;
  readonly item: string;
  readonly expected: string;
  readonly found: string;
  readonly resolved?: { readonly quantity: string; readonly reason: string };
}

/** A consignment of one donor; `since` holds when it came to each stage, ISO 8601. */
export interface Consignment {
  readonly status: ConsignmentStatus;
  readonly since: Readonly<Partial<Record<ConsignmentStatus, string>>>;
  readonly said: object;
  readonly donor: Party;
  readonly recipient: Party;
  readonly hubId?: string | undefined;
  /** The day that it has at the hub, `YYYY-MM-DD`. */
  readonly day?: string | undefined;
  readonly lines: ReadonlyMap<string, Carried>;
  /** What each nation of origin last said, and when. */
  readonly consents: ReadonlyMap<Party, { readonly granted: boolean; readonly words: string; readonly from: string }>;
  /** The serial numbers of each line. */
  readonly serials: ReadonlyMap<string, readonly string[]>;
  readonly discrepancies: ReadonlyMap<string, Difference>;
  readonly disputed?: string | undefined;
  /** The holds noted here: in force, lifted, or broken at a stage. */
  readonly holds: ReadonlyMap<
    string,
    { readonly held: 'held' | 'freed' | 'not'; readonly breached: readonly string[] }
  >;
}

export type ConsignmentState = { readonly status: 'unplanned' } | Consignment;

/** What is said in every event of a consignment. */
export interface OfConsignment {
  consignmentId: string;
  donor: Party;
}

/** The rows of one part of a consignment's life. */
export type ConsignmentStage<
  Type extends ConsignmentCommand['type'],
  E extends Event,
  Also extends Event = never,
> = Stage<Extract<ConsignmentCommand, { type: Type }>, E, ConsignmentState, Also>;

const ORDER: readonly ConsignmentStatus[] = ['planned', 'ready', 'dispatched', 'atHub', 'handedOver', 'received'];

/** The consignment, or `NoSuchConsignment`. */
export function plannedOne(state: ConsignmentState, consignmentId: string): Consignment {
  ensure(state.status !== 'unplanned', 'NoSuchConsignment', { consignmentId });
  return state;
}

/** Whether it has come this far, and was not called off. */
export function hasCome(consignment: Consignment, to: ConsignmentStatus): boolean {
  return consignment.status !== 'cancelled' && consignment.since[to] !== undefined;
}

/** States that it stands at one of these stages, and came there no later than a time (R13). */
export function ensureAt(
  { status, since }: Consignment,
  stages: readonly ConsignmentStatus[],
  { occurredAt }: { readonly occurredAt: string },
): void {
  const from = since[status];
  ensure(stages.includes(status) && (from === undefined || from <= occurredAt), 'WrongStage', {
    stage: status,
    since: from,
  });
}

/** States that it stands before a stage, and came where it stands no later than a time (R13). */
export function ensureBefore(
  consignment: Consignment,
  stage: ConsignmentStatus,
  metadata: { readonly occurredAt: string },
): void {
  ensureAt(consignment, ORDER.slice(0, ORDER.indexOf(stage)), metadata);
}

/** States that the actor moves this donor's goods: the donor itself, or the coordinator. */
export function ensureMoves(by: Actor, donor: Party): void {
  ensure(speaksFor(by, [donor]), 'NotTheDonor', { donor });
}

/** How much of a line there is to hand over: what was dispatched and not lost, and no more than was found at the hub. */
export function thereOf({ dispatched = '0', lost, atHub }: Carried): string {
  const left = minus(dispatched, lost);
  return atHub === undefined ? left : leastOf(left, atHub);
}

/** A quantity of each line: what was asked for, or else `usual`. */
export function quantitiesOf(
  { lines }: Consignment,
  asked: readonly { readonly lineId: string; readonly quantity: string }[] | undefined,
  usual: (line: Carried) => string,
): readonly Moved[] {
  for (const { lineId } of asked ?? []) ensure(lines.has(lineId), 'NoSuchLine', { lineId });
  return [...lines.values()].map((line) => {
    const { lineId, pledgeId, allocationId, item } = line.listed;
    const quantity = asked?.find((one) => one.lineId === lineId)?.quantity ?? usual(line);
    return { lineId, pledgeId, allocationId, item, quantity };
  });
}

/** Whether there is anything in these lines. */
export function isSomething(lines: readonly Moved[]): boolean {
  return sum(lines.map(({ quantity }) => quantity)) !== '0';
}

/** A row of evolve for events of a consignment that was planned. */
export const changing = goingOn<ConsignmentState, 'unplanned'>('unplanned', 'planned');

/** The consignment at a stage from a time on. */
export function atStage(consignment: Consignment, status: ConsignmentStatus, time: string): Consignment {
  return { ...consignment, status, since: { ...consignment.since, [status]: time } };
}

/** The consignment without its day at a hub, where it gives one back. */
export function withoutDay(consignment: Consignment, hubId: string | undefined): Consignment {
  return hubId === undefined ? consignment : { ...consignment, day: undefined };
}

/** The consignment with quantities of its lines. */
export function withQuantities(
  consignment: Consignment,
  field: 'dispatched' | 'lost' | 'atHub' | 'handedOver' | 'received',
  quantities: readonly { readonly lineId: string; readonly quantity: string }[],
): Consignment {
  const lines = new Map(consignment.lines);
  for (const { lineId, quantity } of quantities) {
    const line = lines.get(lineId);
    if (line) lines.set(lineId, { ...line, [field]: quantity });
  }
  return { ...consignment, lines };
}

import { ensure, type Actor, type Event, type Facts } from '#eventsourcing';
import { Hold } from '../hold/hold.js';
import { compare } from '../values/decimal.js';
import { loadOf, type Loaded } from '../values/load.js';
import type { Moved } from '../values/manifest.js';
import { plain } from '../values/plain.js';
import type { Party } from '../values/words.js';
import { differences, type DiscrepancyFound } from './consignment.counting.js';
import { ensureNotHeld } from './consignment.stopping.js';
import { ensureConsented, ensureInventoried } from './consignment.papers.js';
import { allocationsOf } from './consignment.planning.js';
import * as state from './consignment.state.js';

/** What went, line by line: never more than was planned. */
export type ConsignmentDispatched = Event<'ConsignmentDispatched', state.OfConsignment & { lines: readonly Moved[] }>;
/** What was counted, whether or not it is what was dispatched. */
export type ArrivedAtHub = Event<
  'ArrivedAtHub',
  state.OfConsignment & { hubId?: string; counts: readonly Moved[]; unlisted?: readonly Loaded[] }
>;
/** What was handed over, line by line: never more than was dispatched. */
export type HandedOver = Event<'HandedOver', state.OfConsignment & { recipient: Party; lines: readonly Moved[] }>;
/** What is lost in total; `complete` where nothing is left, and then the hub at which it needs its day no more. */
export type LossReported = Event<
  'LossReported',
  state.OfConsignment & { lines: readonly Moved[]; reason: string; complete: boolean; hubId?: string }
>;

export type MovingEvent = ConsignmentDispatched | ArrivedAtHub | HandedOver | LossReported;
type MovingCommand = 'DispatchConsignment' | 'ReceiveAtHub' | 'HandOver' | 'ReportLoss';

/** A consignment goes its way, only forward (R12 to R16). */
export const moving: state.ConsignmentStage<MovingCommand, MovingEvent, DiscrepancyFound> = {
  may: {
    DispatchConsignment: ['operator', 'coordinator', 'historian'],
    ReceiveAtHub: ['operator', 'coordinator', 'historian'],
    HandOver: ['operator', 'coordinator', 'historian'],
    ReportLoss: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    DispatchConsignment: ({ data: { consignmentId, lines: asked }, metadata }, before, facts) => {
      const { consignment, donor } = ownOne(before, consignmentId, metadata);
      const lines = state.quantitiesOf(consignment, asked, ({ listed }) => listed.quantity);
      if (isSo(consignment, 'dispatched', asked, lines)) return [];
      state.ensureBefore(consignment, 'dispatched', metadata);
      ensureWithin(consignment, lines, ({ listed }) => listed.quantity);
      ensureNotHeld(consignment, 'dispatch', facts.of(Hold, donor), metadata.occurredAt);
      ensureConsented(consignment, metadata.occurredAt);
      ensureConsigned(consignmentId, donor, lines, facts);
      return [{ type: 'ConsignmentDispatched', data: plain({ consignmentId, donor, lines }) }];
    },

    ReceiveAtHub: ({ data: { consignmentId, counts: asked = [], unlisted }, metadata }, before) => {
      const { consignment, donor, hubId } = ownOne(before, consignmentId, metadata);
      const counts = state
        .quantitiesOf(consignment, asked, () => '0')
        .filter(({ lineId }) => asked.some((one) => one.lineId === lineId));
      if (isSo(consignment, 'atHub', asked, counts)) return [];
      state.ensureAt(consignment, ['dispatched'], metadata);
      const arrived = plain({ consignmentId, donor, hubId, counts, unlisted });
      const found = differences(consignmentId, consignment, 'atHub', counts, unlisted);
      return [{ type: 'ArrivedAtHub', data: arrived }, ...found];
    },

    HandOver: ({ data: { consignmentId, lines: asked }, metadata }, before, facts) => {
      const { consignment, donor, recipient } = ownOne(before, consignmentId, metadata);
      const lines = state.quantitiesOf(consignment, asked, state.thereOf);
      if (isSo(consignment, 'handedOver', asked, lines)) return [];
      state.ensureAt(consignment, ['dispatched', 'atHub'], metadata);
      ensureWithin(consignment, lines, state.thereOf);
      ensureNotHeld(consignment, 'handOver', facts.of(Hold, donor), metadata.occurredAt);
      ensureInventoried(consignment, lines);
      for (const { one, allocationId } of allocationsOf(lines, donor, facts))
        ensure(one.status === 'open', 'AllocationNotOpen', { allocationId, status: one.status });
      const found = differences(consignmentId, consignment, 'handedOver', lines);
      return [{ type: 'HandedOver', data: plain({ consignmentId, donor, recipient, lines }) }, ...found];
    },

    ReportLoss: ({ data: { consignmentId, lines: asked, reason }, metadata }, before) => {
      const { consignment, donor, hubId } = ownOne(before, consignmentId, metadata);
      const lines = state.quantitiesOf(consignment, asked, ({ dispatched = '0', lost }) => (asked ? lost : dispatched));
      const stated = lines.every(({ lineId, quantity }) => consignment.lines.get(lineId)?.lost === quantity);
      if (stated && state.hasCome(consignment, 'dispatched')) return [];
      state.ensureAt(consignment, ['dispatched', 'atHub'], metadata);
      for (const { lineId, item, quantity } of lines) {
        const allowed = consignment.lines.get(lineId)?.dispatched ?? '0';
        ensure(compare(quantity, allowed) <= 0, 'QuantityExceeds', { lineId, item, lost: quantity, allowed });
      }
      const complete = lines.every(
        ({ lineId, quantity }) => compare(quantity, consignment.lines.get(lineId)?.dispatched ?? '0') === 0,
      );
      const frees = complete && consignment.status === 'dispatched' ? hubId : undefined;
      return [{ type: 'LossReported', data: plain({ consignmentId, donor, lines, reason, complete, hubId: frees }) }];
    },
  },

  evolve: {
    ConsignmentDispatched: state.changing<ConsignmentDispatched>((consignment, { data, occurredAt }) =>
      state.atStage(state.withQuantities(consignment, 'dispatched', data.lines), 'dispatched', occurredAt),
    ),
    ArrivedAtHub: state.changing<ArrivedAtHub>((consignment, { data, occurredAt }) =>
      state.atStage(state.withQuantities(consignment, 'atHub', data.counts), 'atHub', occurredAt),
    ),
    HandedOver: state.changing<HandedOver>((consignment, { data, occurredAt }) =>
      state.atStage(state.withQuantities(consignment, 'handedOver', data.lines), 'handedOver', occurredAt),
    ),
    LossReported: state.changing<LossReported>((consignment, { data: { lines, hubId } }) =>
      state.withQuantities(state.withoutDay(consignment, hubId), 'lost', lines),
    ),
  },
};

function ownOne(before: state.ConsignmentState, consignmentId: string, { by }: { readonly by: Actor }) {
  const consignment = state.plannedOne(before, consignmentId);
  const { donor, recipient, hubId } = consignment;
  state.ensureMoves(by, donor);
  return { consignment, donor, recipient, hubId };
}

/** Whether the consignment came to a stage already with what is asked for, or nothing in particular is. */
function isSo(
  consignment: state.Consignment,
  stage: 'dispatched' | 'atHub' | 'handedOver',
  asked: readonly unknown[] | undefined,
  lines: readonly Moved[],
): boolean {
  if (!state.hasCome(consignment, stage)) return false;
  return (
    asked === undefined || lines.every(({ lineId, quantity }) => consignment.lines.get(lineId)?.[stage] === quantity)
  );
}

/** States that there is something in these lines, and no more than there may be (R12). */
function ensureWithin(
  { lines: carried }: state.Consignment,
  lines: readonly Moved[],
  most: (line: state.Carried) => string,
): void {
  ensure(state.isSomething(lines), 'NothingToMove', {});
  for (const { lineId, item, quantity } of lines) {
    const line = carried.get(lineId);
    const allowed = line ? most(line) : '0';
    ensure(compare(quantity, allowed) <= 0, 'QuantityExceeds', { lineId, item, asked: quantity, allowed });
  }
}

/** States that what goes is set apart for this consignment in its allocations, where all that goes is counted (R12). */
function ensureConsigned(consignmentId: string, donor: Party, moved: readonly Moved[], facts: Facts): void {
  for (const { pledgeId, allocationId, one, lines } of allocationsOf(moved, donor, facts)) {
    ensure(one.status === 'open', 'AllocationNotOpen', { allocationId, status: one.status });
    const consigned = one.consigned?.get(consignmentId)?.lines ?? [];
    const missing = lines.find(({ item }) => compare(loadOf(lines, item), loadOf(consigned, item)) > 0);
    ensure(!missing, 'NotConsigned', { pledgeId, allocationId, consignmentId, item: missing?.item });
  }
}

import { ensure, type Event } from '#eventsourcing';
import { dayOf } from '../values/days.js';
import { compare, leastOf, minus, share, sum } from '../values/decimal.js';
import { loadOf, loadsOf, type Loaded } from '../values/load.js';
import type { Goods } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import type { DeliveryReported } from './pledge.delivery.js';
import {
  allocationOf,
  changing,
  factsOfPledge,
  handedOver,
  isHandedOver,
  madePledge,
  quantityOf,
  withConsigned,
  type Allocation,
  type Delivered,
  type OfAllocation,
  type Pledge,
  type PledgeStage,
} from './pledge.state.js';

/** Both sides of what a consignment carries of an allocation; nothing once the consignment is cancelled. */
export type AllocationConsigned = Event<
  'AllocationConsigned',
  OfAllocation & { consignmentId: string; from: readonly Loaded[]; to: readonly Loaded[] }
>;
type ConsigningCommand = 'ConsignAllocation' | 'RecordHandOver';

/** What consignments carry of an allocation, which together is never more than it holds, and what they handed over of it (R12). */
export const consigning: PledgeStage<ConsigningCommand, AllocationConsigned, DeliveryReported> = {
  may: {
    ConsignAllocation: ['policy'],
    RecordHandOver: ['policy'],
  },

  decide: {
    ConsignAllocation: ({ data, metadata: { by } }, state) => {
      const { pledgeId, allocationId, consignmentId } = data;
      const pledge = madePledge(state, pledgeId);
      ensure(pledge.donor === by.party, 'NotTheDonor', { donor: pledge.donor });
      const one = allocationOf(pledge, allocationId);
      const before = one.consigned?.get(consignmentId);
      const from = before?.lines ?? [];
      const to = loadsOf(data.lines, (item) => {
        const asked = loadOf(data.lines, item);
        return before ? leastOf(loadOf(from, item), asked) : asked;
      });
      if (before && (before.handedOver || same(from, to))) return [];
      if (!before && to.length > 0) ensureConsignable(one, to);
      const facts = { ...factsOfPledge(pledge), kind: one.kind, consignmentId, from, to };
      return [{ type: 'AllocationConsigned', data: plain({ pledgeId, allocationId, ...facts }) }];
    },

    RecordHandOver: ({ data, metadata }, state) => {
      const { pledgeId, allocationId, consignmentId } = data;
      const pledge = madePledge(state, pledgeId);
      ensure(pledge.donor === metadata.by.party, 'NotTheDonor', { donor: pledge.donor });
      const one = allocationOf(pledge, allocationId);
      const consigned = one.consigned?.get(consignmentId);
      ensure(consigned, 'NotConsigned', { allocationId, consignmentId });
      const part = loadsOf(data.lines, (item) => loadOf(data.lines, item));
      if (consigned.handedOver || (part.length === 0 && consigned.lines.length === 0)) return [];
      ensure(one.status === 'open', 'AllocationNotOpen', { status: one.status });
      for (const { item, quantity } of part) {
        const allowed = loadOf(consigned.lines, item);
        ensure(compare(quantity, allowed) <= 0, 'QuantityExceeds', { item, delivered: quantity, allowed });
      }
      const claims = [{ source: `consignment ${consignmentId}`, said: dayOf(metadata.occurredAt) }];
      const counted = { ...deliveredWith(pledge, one, part), consignmentId, handedOver: part, claims };
      return [{ type: 'DeliveryReported', data: plain({ pledgeId, allocationId, ...counted }) }];
    },
  },

  evolve: {
    AllocationConsigned: changing<AllocationConsigned>((pledge, { data: { allocationId, consignmentId, to } }) => {
      const one = allocationOf(pledge, allocationId);
      return withAllocation(pledge, allocationId, withConsigned(one, consignmentId, { lines: to }));
    }),
  },
};

/** How much of an item an allocation has left for a consignment; `undefined` where it does not say how much it holds. */
export function leftFor(one: Allocation, item: string, consignmentId?: string): string | undefined {
  const named = one.lines.some((line) => line.item === item);
  const allocated = named ? quantityOf(one.lines, item) : one.lines.length > 0 ? '0' : undefined;
  if (allocated === undefined) return undefined;
  const consigned = [...(one.consigned ?? [])];
  const others = consigned.filter(([id]) => id !== consignmentId).map(([, { lines }]) => loadOf(lines, item));
  const tracked = sum(consigned.map(([, part]) => loadOf(part.handedOver ?? [], item)));
  const reported = minus(quantityOf(one.delivered?.lines ?? [], item) ?? '0', tracked);
  return minus(allocated, sum([...others, reported]));
}

/** States that an allocation holds what a consignment is to carry of it (R12). */
export function ensureConsignable(one: Allocation, lines: readonly Loaded[], consignmentId?: string): void {
  ensure(one.status === 'open', 'AllocationNotOpen', { status: one.status });
  for (const { item } of lines) {
    const asked = loadOf(lines, item);
    const allowed = leftFor(one, item, consignmentId);
    const facts = { item, consigned: asked, allowed, allocated: quantityOf(one.lines, item) ?? '0' };
    ensure(allowed === undefined || compare(asked, allowed) <= 0, 'QuantityExceeds', facts);
  }
}

/** What is handed over of an allocation with a part more, which may be nothing; of several items the value is only known once all is there. */
function deliveredWith(pledge: Pledge, one: Allocation, part: readonly Loaded[]) {
  const { amount, delivered: before } = one;
  const lines = addedTo(before?.lines ?? [], part);
  const complete = one.lines.length > 0 && isHandedOver({ ...one, delivered: { lines } });
  const known = amount && (complete ? amount.amount : valueWith(one, amount.amount, part));
  const all = before !== undefined && before.value === undefined;
  const value = all ? undefined : (known ?? (amount && (before?.value ?? '0')));
  const delivered: Delivered = { value, lines };
  const now = { ...one, delivered };
  return {
    ...{
      ...factsOfPledge(pledge),
      kind: one.kind,
      lines,
      value: amount && value !== undefined ? { ...amount, amount: value } : undefined,
    },
    against: { from: handedOver(one), to: handedOver(now) },
    complete: isHandedOver(part.length > 0 ? now : one),
    atLeast: amount && !all && known === undefined ? true : undefined,
  };
}

/** The value of what was handed over with a part more, where the allocation is of one item of a known quantity, or the part is nothing. */
function valueWith({ lines, delivered }: Allocation, amount: string, part: readonly Loaded[]): string | undefined {
  const [item, ...others] = new Set(lines.map((line) => line.item));
  if (part.length === 0) return delivered?.value ?? '0';
  const whole = item === undefined || others.length > 0 ? undefined : quantityOf(lines, item);
  if (item === undefined || whole === undefined) return undefined;
  return leastOf(amount, sum([delivered?.value ?? '0', share(amount, loadOf(part, item), whole)]));
}

function addedTo(lines: readonly Goods[], part: readonly Loaded[]): readonly Goods[] {
  const others = lines.filter((line) => part.every(({ item }) => item !== line.item));
  return [
    ...others,
    ...part.map(({ item, quantity }) => ({ item, quantity: sum([quantityOf(lines, item) ?? '0', quantity]) })),
  ];
}

function withAllocation(pledge: Pledge, allocationId: string, one: Allocation): Pledge {
  return { ...pledge, allocations: new Map(pledge.allocations).set(allocationId, one) };
}

import { ensure, type Event, type Facts } from '#eventsourcing';
import { RateSet } from '../rate-set/rate-set.js';
import { compare, compareCents, convert, sum } from '../values/decimal.js';
import { ZERO, type Amount, type Change, type Source, type Figure, type Goods, type Unknown } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import { rules, type Breach, type Rules } from '../values/rules.js';
import type { Party } from '../values/words.js';
import type { Kind } from './pledge.commands.js';
import { amountOf, claimsOf, holdAllocated } from './pledge.figures.js';
import {
  allocatedOf,
  changing,
  committedOf,
  ensureStanding,
  factsOfPledge,
  handedOver,
  isHandedOver,
  madePledge,
  ownPledge,
  quantityOf,
  type Allocation,
  type Pledge,
  type PledgeStage,
} from './pledge.state.js';

interface OfAllocation {
  pledgeId: string;
  allocationId: string;
  donor: Party;
  kind: Kind;
  drawsOn?: string;
}
/** `amount` is in the allocation's currency, `against` its value in the pledge's. */
interface AllocationEnded extends OfAllocation {
  currency?: string;
  amount: Change<Figure>;
  against: Change<string>;
  reason?: string;
}

/** `amount` as it was stated; `against` its value in the pledge's currency, by the named rates if that is another. */
export type PledgeAllocated = Event<
  'PledgeAllocated',
  OfAllocation & {
    requirementId?: string;
    lines: readonly Goods[];
    amount?: Amount;
    amountUnknown?: Unknown;
    against?: { amount: string; currency: string; rates?: string };
    claims: readonly Source[];
    breaches?: readonly Breach[];
  }
>;
export type AllocationReleased = Event<'AllocationReleased', AllocationEnded>;
export type AllocationOrphaned = Event<'AllocationOrphaned', AllocationEnded>;
/** Totals; `against` is what was handed over in the pledge's currency, `complete` whether nothing is left to hand over. */
export type DeliveryReported = Event<
  'DeliveryReported',
  OfAllocation & {
    lines: readonly Goods[];
    value?: Amount;
    against: Change<string>;
    complete: boolean;
    claims: readonly Source[];
    breaches?: readonly Breach[];
  }
>;

export type AllocationEvent = PledgeAllocated | AllocationReleased | AllocationOrphaned | DeliveryReported;
type AllocationCommand = 'AllocatePledge' | 'ReleaseAllocation' | 'OrphanAllocation' | 'ReportDelivery';

/** What is set apart of a commitment, given back, orphaned, and handed over. */
export const allocation: PledgeStage<AllocationCommand, AllocationEvent> = {
  may: {
    AllocatePledge: ['operator', 'historian'],
    ReleaseAllocation: ['operator', 'historian'],
    OrphanAllocation: ['coordinator', 'historian'],
    ReportDelivery: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    AllocatePledge: ({ data, metadata }, state, facts) => {
      const pledge = ownPledge(state, data.pledgeId, metadata.by);
      const law = rules(metadata);
      const { pledgeId, allocationId, requirementId, rates } = data;
      const kind = data.kind ?? pledge.kind;
      const lines = data.lines ?? [];
      const amount = data.amount && amountOf(data.amount, law);
      const amountUnknown = amount ? undefined : (data.amountUnknown ?? 'notReported');
      const claims = claimsOf(data.claims, law);
      const said = plain({ kind, requirementId, lines, amount, amountUnknown, claims });
      const before = pledge.allocations.get(allocationId);
      if (before?.status === 'open' && same(before.said, said)) return [];
      ensure(!before, 'AllocationExists', { allocationId });
      ensureStanding(pledge);
      const against = amount && valueOf(amount, pledge, rates, facts);
      if (against) {
        const already = allocatedOf(pledge);
        const allocated = sum([already, against.amount]);
        holdAllocated(law, { committed: committedOf(pledge), allocated, already, currency: against.currency });
      }
      holdQuantities(law, pledge, lines);
      const event = { pledgeId, allocationId, ...factsOfPledge(pledge), ...said, against, breaches: law.breaches };
      return [{ type: 'PledgeAllocated', data: plain(event) }];
    },

    ReleaseAllocation: ({ data: { pledgeId, allocationId, reason }, metadata }, state) => {
      const pledge = ownPledge(state, pledgeId, metadata.by);
      const one = allocationOf(pledge, allocationId);
      if (one.status === 'released') return [];
      ensure(one.status === 'open', 'AllocationNotOpen', { status: one.status });
      ensure(!isHandedOver(one), 'AlreadyDelivered', { delivered: handedOver(one), currency: pledge.currency });
      return [{ type: 'AllocationReleased', data: ended(pledgeId, pledge, allocationId, one, reason) }];
    },

    OrphanAllocation: ({ data: { pledgeId, allocationId, reason } }, state) => {
      const pledge = madePledge(state, pledgeId);
      const one = allocationOf(pledge, allocationId);
      if (one.status === 'orphaned') return [];
      ensure(one.status === 'open', 'AllocationNotOpen', { status: one.status });
      ensure(!isHandedOver(one), 'AlreadyDelivered', { delivered: handedOver(one), currency: pledge.currency });
      return [orphan(pledgeId, pledge, allocationId, one, reason)];
    },

    ReportDelivery: ({ data, metadata }, state) => {
      const { pledgeId, allocationId } = data;
      const pledge = madePledge(state, pledgeId);
      const { party, roles } = metadata.by;
      ensure(pledge.donor === party || roles.includes('coordinator'), 'NotTheDonor', { donor: pledge.donor });
      const one = allocationOf(pledge, allocationId);
      const law = rules(metadata);
      const value = data.value && amountOf(data.value, law, one.amount?.currency);
      const lines = plain(data.lines ?? []);
      const delivered = { value: value?.amount, lines };
      if (one.delivered && same(one.delivered, delivered)) return [];
      ensure(one.status === 'open', 'AllocationNotOpen', { status: one.status });
      holdDelivered(law, one, delivered);
      const claims = claimsOf(data.claims, law);
      const now = { ...one, delivered };
      const against = { from: handedOver(one), to: handedOver(now) };
      const facts = { ...factsOfPledge(pledge), kind: one.kind, lines, value, against, complete: isHandedOver(now) };
      return [
        { type: 'DeliveryReported', data: plain({ pledgeId, allocationId, ...facts, claims, breaches: law.breaches }) },
      ];
    },
  },

  evolve: {
    PledgeAllocated: changing<PledgeAllocated>((pledge, { data }) => {
      const { kind, requirementId, lines, amount, amountUnknown, claims, against } = data;
      const said = plain({ kind, requirementId, lines, amount, amountUnknown, claims });
      const one: Allocation = { status: 'open', said, kind, amount, lines, against: against?.amount };
      const currency = pledge.currency ?? against?.currency;
      return { ...pledge, currency, allocations: new Map(pledge.allocations).set(data.allocationId, one) };
    }),
    AllocationReleased: changing<AllocationReleased>((pledge, { data }) =>
      withStatus(pledge, data.allocationId, 'released'),
    ),
    AllocationOrphaned: changing<AllocationOrphaned>((pledge, { data }) =>
      withStatus(pledge, data.allocationId, 'orphaned'),
    ),
    DeliveryReported: changing<DeliveryReported>((pledge, { data: { allocationId, value, lines } }) => {
      const one = { ...allocationOf(pledge, allocationId), delivered: { value: value?.amount, lines } };
      return { ...pledge, allocations: new Map(pledge.allocations).set(allocationId, one) };
    }),
  },
};

/** The event by which an allocation loses what it stood on; what was handed over of it stays. */
export function orphan(
  pledgeId: string,
  pledge: Pledge,
  allocationId: string,
  one: Allocation,
  reason: string | undefined,
) {
  return { type: 'AllocationOrphaned' as const, data: ended(pledgeId, pledge, allocationId, one, reason) };
}

function ended(pledgeId: string, pledge: Pledge, allocationId: string, one: Allocation, reason: string | undefined) {
  const from: Figure = one.amount ? { amount: one.amount.amount } : { unknown: 'notReported' };
  const value = one.delivered?.value;
  const kept: Figure = !one.delivered ? ZERO : value === undefined ? from : { amount: value };
  return plain({
    ...{ pledgeId, allocationId, ...factsOfPledge(pledge), kind: one.kind, currency: one.amount?.currency, reason },
    ...{ amount: { from, to: kept }, against: { from: one.against ?? '0', to: handedOver(one) } },
  });
}

function allocationOf({ allocations }: Pledge, allocationId: string): Allocation {
  const one = allocations.get(allocationId);
  ensure(one, 'NoSuchAllocation', { allocationId });
  return one;
}

function withStatus(pledge: Pledge, allocationId: string, status: Allocation['status']): Pledge {
  const one = { ...allocationOf(pledge, allocationId), status };
  return { ...pledge, allocations: new Map(pledge.allocations).set(allocationId, one) };
}

function valueOf({ amount, currency }: Amount, pledge: Pledge, ratesId: string | undefined, facts: Facts) {
  const own = pledge.currency ?? currency;
  if (own === currency) return { amount, currency };
  const set = ratesId === undefined ? undefined : facts.of(RateSet, ratesId);
  const rates = set?.status === 'published' ? set.rates : {};
  const [from, to] = [currency, own].map((code) => (Object.hasOwn(rates, code) ? rates[code] : undefined));
  ensure(from !== undefined && to !== undefined, 'NoRate', { currency: from === undefined ? currency : own });
  return plain({ amount: convert(amount, from, to), currency: own, rates: ratesId });
}

function holdQuantities(law: Rules, pledge: Pledge, lines: readonly Goods[]): void {
  for (const item of new Set(lines.map((line) => line.item))) {
    const pledged = quantityOf(pledge.lines, item);
    const asked = quantityOf(lines, item);
    if (pledged === undefined || asked === undefined) continue;
    const standing = [...pledge.allocations.values()].flatMap((one) =>
      one.status === 'open' ? one.lines : (one.delivered?.lines ?? []),
    );
    const already = sum(standing.flatMap((line) => (line.item === item ? (line.quantity ?? []) : [])));
    const allocated = sum([already, asked]);
    law.hold(compare(allocated, pledged) <= 0, 'R2', 'OverAllocation', { item, pledged, allocated, already });
  }
}

function holdDelivered(
  law: Rules,
  { amount, lines, delivered: before }: Allocation,
  now: { value: string | undefined; lines: readonly Goods[] },
) {
  if (now.value !== undefined) {
    const least = before?.value ?? '0';
    ensure(compareCents(now.value, least) >= 0, 'AlreadyDelivered', { delivered: least });
    const facts = { delivered: now.value, allocated: amount?.amount };
    law.hold(!amount || compareCents(now.value, amount.amount) <= 0, 'R12', 'QuantityExceeds', facts);
  }
  for (const item of new Set(now.lines.map((line) => line.item))) {
    const [allocated, delivered] = [quantityOf(lines, item), quantityOf(now.lines, item)];
    if (allocated === undefined || delivered === undefined) continue;
    const least = quantityOf(before?.lines ?? [], item) ?? '0';
    ensure(compare(delivered, least) >= 0, 'AlreadyDelivered', { item, delivered: least });
    law.hold(compare(delivered, allocated) <= 0, 'R12', 'QuantityExceeds', { item, delivered, allocated });
  }
}

import { ensure, type Event, type Facts } from '#eventsourcing';
import { RateSet } from '../rate-set/rate-set.js';
import { compare, convert, sum } from '../values/decimal.js';
import { amountOf, claimsOf } from '../values/figures.js';
import { ZERO, type Amount, type Change, type Source, type Figure, type Goods, type Unknown } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import { rules, type Breach, type Rules } from '../values/rules.js';
import { holdAllocated } from './pledge.figures.js';
import {
  allocatedOf,
  allocationOf,
  changing,
  committedOf,
  ensureStanding,
  factsOfPledge,
  handedOver,
  isHandedOver,
  madePledge,
  underWay,
  ownPledge,
  quantityOf,
  type Allocation,
  type OfAllocation,
  type Pledge,
  type PledgeStage,
} from './pledge.state.js';

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
export type AllocationEvent = PledgeAllocated | AllocationReleased | AllocationOrphaned;
type AllocationCommand = 'AllocatePledge' | 'ReleaseAllocation' | 'OrphanAllocation';

/** What is set apart of a commitment, given back, and orphaned. */
export const allocation: PledgeStage<AllocationCommand, AllocationEvent> = {
  may: {
    AllocatePledge: ['operator', 'historian'],
    ReleaseAllocation: ['operator', 'historian'],
    OrphanAllocation: ['coordinator', 'historian'],
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
      const already = allocatedOf(pledge);
      const allocated = sum([already, against?.amount ?? '0']);
      const currency = against?.currency ?? pledge.currency;
      law.hold(pledge.committed ?? against, 'R2', 'OverAllocation', {
        committed: '0',
        allocated,
        remaining: '0',
        currency,
      });
      holdAllocated(law, { committed: committedOf(pledge), allocated, already, currency });
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
      const consignments = underWay(one);
      ensure(consignments.length === 0, 'UnderWay', { consignments });
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

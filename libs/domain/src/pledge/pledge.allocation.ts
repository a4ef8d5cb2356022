import { ensure, type Event } from '#eventsourcing';
import { ZERO, type Change, type Figure, type Goods } from '../values/money.js';
import { isLedger } from '../values/acting.js';
import { orNews } from '../values/news.js';
import { plain } from '../values/plain.js';
import { allocate, type PledgeAllocated } from './pledge.allocating.js';
import {
  allocationOf,
  changing,
  factsOfPledge,
  handedOver,
  isHandedOver,
  madePledge,
  underWay,
  ownPledge,
  type Allocation,
  type Ground,
  type OfAllocation,
  type Pledge,
  type PledgeStage,
} from './pledge.state.js';

/** `amount` is in the allocation's currency, `against` its value in the pledge's; `kept` is what was handed over to a requirement. */
interface AllocationEnded extends OfAllocation {
  currency?: string;
  amount: Change<Figure>;
  against: Change<string>;
  reason?: string;
  kept?: readonly Goods[];
}

export type AllocationReleased = Event<'AllocationReleased', AllocationEnded>;
export type AllocationOrphaned = Event<'AllocationOrphaned', AllocationEnded>;
/** What the ledger itself asked for and the law refused, or what it took back before it was allocated. */
export type AllocationRefused = Event<
  'AllocationRefused',
  OfAllocation & { code: string; facts: Readonly<Record<string, unknown>> }
>;
export type { PledgeAllocated } from './pledge.allocating.js';
export type AllocationEvent = PledgeAllocated | AllocationReleased | AllocationOrphaned | AllocationRefused;
type AllocationCommand = 'AllocatePledge' | 'ReleaseAllocation' | 'OrphanAllocation';

/** What is set apart of a commitment, given back, and orphaned. */
export const allocation: PledgeStage<AllocationCommand, AllocationEvent> = {
  may: {
    AllocatePledge: ['operator', 'historian', 'policy'],
    ReleaseAllocation: ['operator', 'historian', 'policy'],
    OrphanAllocation: ['coordinator', 'historian', 'policy'],
  },

  decide: {
    AllocatePledge: (command, state, facts) => {
      const { data, metadata } = command;
      const { allocationId, requirementId, matchId, packageId } = data;
      const pledge = ownPledge(state, data.pledgeId, metadata.by);
      if (isLedger(metadata.by) && pledge.refused.has(allocationId)) return [];
      const allocated = () => allocate(command, pledge, facts);
      return orNews<PledgeAllocated | AllocationRefused>(metadata.by, allocated, (refusal) =>
        refused(pledge, plain({ pledgeId: data.pledgeId, allocationId, requirementId, matchId, packageId }), refusal),
      );
    },

    ReleaseAllocation: ({ data: { pledgeId, allocationId, reason }, metadata }, state) => {
      const pledge = ownPledge(state, pledgeId, metadata.by);
      if (isLedger(metadata.by) && !isOpen(pledge, allocationId)) return forestall(pledge, pledgeId, allocationId);
      const one = allocationOf(pledge, allocationId);
      if (one.status === 'released') return [];
      ensure(one.status === 'open', 'AllocationNotOpen', { status: one.status });
      ensure(!isHandedOver(one), 'AlreadyDelivered', { delivered: handedOver(one), currency: pledge.currency });
      const consignments = underWay(one);
      ensure(consignments.length === 0, 'UnderWay', { consignments });
      return [{ type: 'AllocationReleased', data: ended(pledgeId, pledge, allocationId, one, reason) }];
    },

    OrphanAllocation: ({ data: { pledgeId, allocationId, reason }, metadata }, state) => {
      const pledge = madePledge(state, pledgeId);
      if (isLedger(metadata.by) && !isOpen(pledge, allocationId)) return forestall(pledge, pledgeId, allocationId);
      const one = allocationOf(pledge, allocationId);
      if (one.status === 'orphaned') return [];
      ensure(one.status === 'open', 'AllocationNotOpen', { status: one.status });
      ensure(!isHandedOver(one), 'AlreadyDelivered', { delivered: handedOver(one), currency: pledge.currency });
      return [orphan(pledgeId, pledge, allocationId, one, reason)];
    },
  },

  evolve: {
    PledgeAllocated: changing<PledgeAllocated>((pledge, { data }) => {
      const { kind, requirementId, matchId, packageId, lines, amount, amountUnknown, claims, against } = data;
      const ground = plain({ requirementId, matchId, packageId });
      const said = plain({ kind, ...ground, lines, amount, amountUnknown, claims });
      const one: Allocation = { status: 'open', said, ground, kind, amount, lines, against: against?.amount };
      const currency = pledge.currency ?? against?.currency;
      return { ...pledge, currency, allocations: new Map(pledge.allocations).set(data.allocationId, one) };
    }),
    AllocationReleased: changing<AllocationReleased>((pledge, { data }) =>
      withStatus(pledge, data.allocationId, 'released'),
    ),
    AllocationOrphaned: changing<AllocationOrphaned>((pledge, { data }) =>
      withStatus(pledge, data.allocationId, 'orphaned'),
    ),
    AllocationRefused: changing<AllocationRefused>((pledge, { data }) => ({
      ...pledge,
      refused: new Set(pledge.refused).add(data.allocationId),
    })),
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
    ...{ ...one.ground, kept: one.ground.requirementId === undefined ? undefined : one.delivered?.lines },
  });
}

/** Whether something of an allocation is left to free. */
function isOpen({ allocations }: Pledge, allocationId: string): boolean {
  const one = allocations.get(allocationId);
  return one?.status === 'open' && !isHandedOver(one);
}

/** What the ledger takes back before it comes is refused when it does; what has ended is left as it is. */
function forestall(pledge: Pledge, pledgeId: string, allocationId: string) {
  if (pledge.allocations.has(allocationId) || pledge.refused.has(allocationId)) return [];
  return [refused(pledge, { pledgeId, allocationId }, { code: 'NoLongerWanted', facts: {} })];
}

function refused(
  pledge: Pledge,
  ids: Pick<AllocationRefused['data'], 'pledgeId' | 'allocationId' | keyof Ground>,
  { code, facts }: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> },
) {
  return { type: 'AllocationRefused' as const, data: plain({ ...ids, ...factsOfPledge(pledge), code, facts }) };
}

function withStatus(pledge: Pledge, allocationId: string, status: Allocation['status']): Pledge {
  const one = { ...allocationOf(pledge, allocationId), status };
  return { ...pledge, allocations: new Map(pledge.allocations).set(allocationId, one) };
}

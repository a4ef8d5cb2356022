import { ensure, type Event } from '#eventsourcing';
import { speaksFor } from '../values/acting.js';
import { compare, compareCents } from '../values/decimal.js';
import { amountOf, claimsOf } from '../values/figures.js';
import type { Loaded } from '../values/load.js';
import type { Amount, Change, Goods, Source } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import { rules, type Breach, type Rules } from '../values/rules.js';
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
  type PledgeStage,
} from './pledge.state.js';

/**
 * Totals; `against` is what was handed over in the pledge's currency, `complete` whether nothing is left to hand over. Where a
 * consignment was handed over, it and its part are named; `atLeast` where the value of that part is not known.
 */
export type DeliveryReported = Event<
  'DeliveryReported',
  OfAllocation & {
    lines: readonly Goods[];
    value?: Amount;
    against: Change<string>;
    complete: boolean;
    consignmentId?: string;
    handedOver?: readonly Loaded[];
    atLeast?: boolean;
    claims: readonly Source[];
    breaches?: readonly Breach[];
  }
>;

/** What was handed over of an allocation, where no consignment is tracked (R12). */
export const delivery: PledgeStage<'ReportDelivery', DeliveryReported> = {
  may: { ReportDelivery: ['operator', 'coordinator', 'historian'] },

  decide: {
    ReportDelivery: ({ data, metadata }, state) => {
      const { pledgeId, allocationId } = data;
      const pledge = madePledge(state, pledgeId);
      ensure(speaksFor(metadata.by, [pledge.donor]), 'NotTheDonor', { donor: pledge.donor });
      const one = allocationOf(pledge, allocationId);
      const law = rules(metadata);
      const value = data.value && amountOf(data.value, law, one.amount?.currency);
      const consignments = [...(one.consigned ?? [])].flatMap(([id, part]) => (part.lines.length > 0 ? id : []));
      const tracked = consignments.length > 0;
      const lines = plain(data.lines ?? (tracked ? one.delivered?.lines : undefined) ?? []);
      const delivered = { value: value?.amount, lines };
      if (one.delivered && same(one.delivered, delivered)) return [];
      ensure(one.status === 'open', 'AllocationNotOpen', { status: one.status });
      const valueAlone = value !== undefined && data.lines === undefined;
      law.hold(!tracked || valueAlone, 'R12', 'ConsignmentTracked', { consignments });
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
    DeliveryReported: changing<DeliveryReported>((pledge, { data }) => {
      const { allocationId, value, lines, consignmentId, handedOver: part } = data;
      const now = { ...allocationOf(pledge, allocationId), delivered: { value: value?.amount, lines } };
      const carried = consignmentId === undefined ? undefined : now.consigned?.get(consignmentId);
      const one =
        consignmentId !== undefined && carried && part
          ? withConsigned(now, consignmentId, { ...carried, handedOver: part })
          : now;
      return { ...pledge, allocations: new Map(pledge.allocations).set(allocationId, one) };
    }),
  },
};

function holdDelivered(law: Rules, { amount, lines, delivered: before }: Allocation, now: Delivered) {
  if (now.value !== undefined) {
    const least = before?.value ?? '0';
    law.hold(compareCents(now.value, least) >= 0, 'R10', 'AlreadyDelivered', { delivered: least });
    const facts = { delivered: now.value, allocated: amount?.amount };
    law.hold(!amount || compareCents(now.value, amount.amount) <= 0, 'R12', 'QuantityExceeds', facts);
  }
  for (const item of new Set(now.lines.map((line) => line.item))) {
    const [allocated, delivered] = [quantityOf(lines, item), quantityOf(now.lines, item)];
    if (allocated === undefined || delivered === undefined) continue;
    const least = quantityOf(before?.lines ?? [], item) ?? '0';
    law.hold(compare(delivered, least) >= 0, 'R10', 'AlreadyDelivered', { item, delivered: least });
    law.hold(compare(delivered, allocated) <= 0, 'R12', 'QuantityExceeds', { item, delivered, allocated });
  }
}

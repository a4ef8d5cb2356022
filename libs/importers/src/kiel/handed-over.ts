import type { Package } from './allocations.js';
import { deliveryOf } from './delivery.js';
import type { Entry } from './entry.js';
import { asId } from './naming.js';
import type { Setting, Step } from './step.js';

/** What was handed over where the file names no packages: set apart on the day until which it is told, as much as was handed over. */
export function deliveredOf(
  pledgeId: string,
  entries: readonly [Entry, ...Entry[]],
  setting: Setting,
): readonly Step[] {
  const one = handedOver(entries, setting.lastDay);
  const said = one && deliveryOf(one, setting.rates);
  if (!one || !said) return [];
  const { allocationId, day, entries: from } = one;
  const { lines, value: amount, claims } = said;
  const data = {
    ...{ pledgeId, allocationId, lines, claims },
    ...(amount ? { amount } : { amountUnknown: 'notReported' as const }),
  };
  const apart: Step = { intent: { type: 'AllocatePledge', data }, day, mark: allocationId, from, home: [] };
  return [apart, ...delivered(pledgeId, one, setting)];
}

/** What the file says was handed over of a package, as of the file's last day. */
export function delivered(pledgeId: string, one: Package, { lastDay, rates }: Setting): readonly Step[] {
  const said = deliveryOf(one, rates);
  if (!said) return [];
  const data = { pledgeId, allocationId: one.allocationId, ...said };
  const { entries: from, allocationId: mark } = one;
  return [{ intent: { type: 'ReportDelivery', data }, day: lastDay, mark, from, home: [] }];
}

/**
 * What was handed over of an activity by the file's last day, where the file names no packages: the one that is known of it, for what was
 * handed over had been set apart; `undefined` where the file says of nothing that it was.
 */
function handedOver(entries: readonly [Entry, ...Entry[]], lastDay: string): Package | undefined {
  const [first, ...others] = entries.filter(
    ({ delivered: { units, euros } }) => units !== undefined || euros !== undefined,
  );
  if (!first) return undefined;
  return { allocationId: `${asId(first.id)}-delivered`, day: lastDay, entries: [first, ...others] };
}

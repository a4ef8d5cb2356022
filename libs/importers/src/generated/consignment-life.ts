import type { Line } from '../words.js';
import { step, type Life } from './life.js';
import { RECIPIENT, type World } from './world.js';

/** Goods of one item out of an allocation. */
export interface OfAllocation {
  readonly pledgeId: string;
  readonly allocationId: string;
  readonly donor: string;
  readonly line: Line & { readonly quantity: string };
}

/** A consignment from its plan to its receipt; some are short of what was counted, some never arrive. */
export function* consignmentLife({ dice }: World, { pledgeId, allocationId, donor, line }: OfAllocation): Life {
  const consignmentId = `gen-c-${pledgeId}-${allocationId}`;
  const { item, quantity } = line;
  const goods = { lineId: 'l-1', pledgeId, allocationId, ...line };
  const loads = [{ item, quantity }];
  const plan = { consignmentId, donor, recipient: RECIPIENT, manifest: [goods], mode: 'road' as const };
  const [planned] = yield step('PlanConsignment', donor, plan, { after: dice.between(1, 30) });
  if (!planned) return;
  yield step('ConsignAllocation', donor, { pledgeId, allocationId, consignmentId, lines: loads });
  yield step('ReadyConsignment', donor, { consignmentId }, { after: dice.between(1, 10) });
  yield step('DispatchConsignment', donor, { consignmentId }, { after: dice.between(1, 10) });
  if (dice.chance(0.1)) return;
  yield step('HandOver', donor, { consignmentId }, { after: dice.between(1, 20) });
  yield step('RecordHandOver', donor, { pledgeId, allocationId, consignmentId, lines: loads });
  if (dice.chance(0.2)) return;
  const short = String(Math.max(0, Number(quantity) - 1));
  const counted = dice.chance(0.05) ? { lines: [{ lineId: 'l-1', quantity: short }] } : {};
  yield step('ConfirmReceipt', RECIPIENT, { consignmentId, ...counted }, { after: dice.between(1, 10) });
}

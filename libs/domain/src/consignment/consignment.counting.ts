import { ensure, type Event } from '#eventsourcing';
import { compare, minus } from '../values/decimal.js';
import type { Loaded } from '../values/load.js';
import type { Moved } from '../values/manifest.js';
import { plain } from '../values/plain.js';
import type { Party } from '../values/words.js';
import {
  atStage,
  changing,
  ensureAt,
  ensureMoves,
  hasCome,
  plannedOne,
  quantitiesOf,
  thereOf,
  withQuantities,
  type Carried,
  type Consignment,
  type ConsignmentStage,
  type Difference,
  type OfConsignment,
} from './consignment.state.js';

/** What was found at a stage is not what was expected; without a line, the manifest does not list the item. */
export type DiscrepancyFound = Event<
  'DiscrepancyFound',
  OfConsignment & { discrepancyId: string } & Omit<Difference, 'resolved'>
>;
/** `to` is the quantity that is taken as true. */
export type DiscrepancyResolved = Event<
  'DiscrepancyResolved',
  OfConsignment & { discrepancyId: string; from: string; to: string; reason: string } & Pick<
      Difference,
      'stage' | 'lineId' | 'item'
    >
>;
/** What the recipient received, line by line, whether or not it is what was handed over. */
export type ReceiptConfirmed = Event<'ReceiptConfirmed', OfConsignment & { recipient: Party; lines: readonly Moved[] }>;
export type ReceiptDisputed = Event<'ReceiptDisputed', OfConsignment & { recipient: Party; reason: string }>;

export type CountingEvent = DiscrepancyFound | DiscrepancyResolved | ReceiptConfirmed | ReceiptDisputed;
type CountingCommand = 'ConfirmReceipt' | 'DisputeReceipt' | 'ResolveDiscrepancy';

/** What the recipient says it received, and how counts that differ are settled (R12). */
export const counting: ConsignmentStage<CountingCommand, CountingEvent> = {
  may: {
    ConfirmReceipt: ['recipient', 'historian'],
    DisputeReceipt: ['recipient', 'historian'],
    ResolveDiscrepancy: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    ConfirmReceipt: ({ data: { consignmentId, lines: asked }, metadata }, state) => {
      const consignment = plannedOne(state, consignmentId);
      const { donor, recipient } = consignment;
      ensure(metadata.by.party === recipient, 'NotTheRecipient', { recipient });
      const lines = quantitiesOf(consignment, asked, ({ handedOver = '0' }) => handedOver);
      const confirmed = hasCome(consignment, 'received') && lines.every((line) => isReceived(consignment, line));
      if (confirmed) return [];
      ensureAt(consignment, ['handedOver'], metadata);
      const received = plain({ consignmentId, donor, recipient, lines });
      const found = differences(consignmentId, consignment, 'received', lines);
      return [{ type: 'ReceiptConfirmed', data: received }, ...found];
    },

    DisputeReceipt: ({ data: { consignmentId, reason }, metadata }, state) => {
      const consignment = plannedOne(state, consignmentId);
      const { donor, recipient } = consignment;
      ensure(metadata.by.party === recipient, 'NotTheRecipient', { recipient });
      if (consignment.disputed === reason) return [];
      ensureAt(consignment, ['handedOver'], metadata);
      return [{ type: 'ReceiptDisputed', data: { consignmentId, donor, recipient, reason } }];
    },

    ResolveDiscrepancy: ({ data: { consignmentId, discrepancyId, quantity, reason }, metadata }, state) => {
      const consignment = plannedOne(state, consignmentId);
      const { donor } = consignment;
      ensureMoves(metadata.by, donor);
      const difference = consignment.discrepancies.get(discrepancyId);
      ensure(difference, 'NoSuchDiscrepancy', { discrepancyId });
      const { resolved, stage, lineId, item, found: from } = difference;
      if (resolved?.quantity === quantity && resolved.reason === reason) return [];
      ensure(!resolved, 'AlreadyResolved', { quantity: resolved?.quantity });
      const of = plain({ consignmentId, donor, discrepancyId, stage, lineId, item, from, to: quantity, reason });
      return [{ type: 'DiscrepancyResolved', data: of }];
    },
  },

  evolve: {
    DiscrepancyFound: changing<DiscrepancyFound>((consignment, { data }) => {
      const { discrepancyId, stage, lineId, item, expected, found } = data;
      return withDifference(consignment, discrepancyId, { stage, item, expected, found, ...(lineId && { lineId }) });
    }),
    DiscrepancyResolved: changing<DiscrepancyResolved>((consignment, { data: { discrepancyId, to, reason } }) => {
      const difference = consignment.discrepancies.get(discrepancyId);
      if (!difference) throw new Error(`${discrepancyId} is settled before it was found`);
      const { stage, lineId } = difference;
      const settled = withDifference(consignment, discrepancyId, { ...difference, resolved: { quantity: to, reason } });
      return lineId === undefined || stage === 'handedOver'
        ? settled
        : withQuantities(settled, stage, [{ lineId, quantity: to }]);
    }),
    ReceiptConfirmed: changing<ReceiptConfirmed>((consignment, { data: { lines }, occurredAt }) => ({
      ...atStage(withQuantities(consignment, 'received', lines), 'received', occurredAt),
      disputed: undefined,
    })),
    ReceiptDisputed: changing<ReceiptDisputed>((consignment, { data: { reason } }) => ({
      ...consignment,
      disputed: reason,
    })),
  },
};

const EXPECTED: Record<Difference['stage'], (line: Carried) => string> = {
  atHub: ({ dispatched = '0', lost }) => minus(dispatched, lost),
  handedOver: thereOf,
  received: ({ handedOver = '0' }) => handedOver,
};

/** A discrepancy for each line that was not found as it was expected at a stage, and for each item that no line lists. */
export function differences(
  consignmentId: string,
  { donor, lines }: Consignment,
  stage: Difference['stage'],
  found: readonly Moved[],
  unlisted: readonly Loaded[] = [],
): readonly DiscrepancyFound[] {
  const opened = (name: string, of: Omit<Difference, 'stage' | 'resolved'>): DiscrepancyFound => ({
    type: 'DiscrepancyFound',
    data: { consignmentId, donor, discrepancyId: `${stage}/${name}`, stage, ...of },
  });
  const listed = found.flatMap(({ lineId, item, quantity }) => {
    const line = lines.get(lineId);
    const expected = line ? EXPECTED[stage](line) : '0';
    return compare(expected, quantity) === 0 ? [] : [opened(lineId, { lineId, item, expected, found: quantity })];
  });
  const others = unlisted.map(({ item, quantity }, index) =>
    opened(`unlisted/${String(index)}`, { item, expected: '0', found: quantity }),
  );
  return [...listed, ...others];
}

function withDifference(consignment: Consignment, discrepancyId: string, difference: Difference): Consignment {
  return { ...consignment, discrepancies: new Map(consignment.discrepancies).set(discrepancyId, difference) };
}

/** Whether the recipient said already that it received this much, before it was settled otherwise. */
function isReceived({ lines, discrepancies }: Consignment, { lineId, quantity }: Moved): boolean {
  const said = discrepancies.get(`received/${lineId}`)?.found ?? lines.get(lineId)?.received;
  return said === quantity;
}

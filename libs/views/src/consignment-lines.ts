import type {
  ArrivedAtHub,
  ConsignmentDispatched,
  ConsignmentPlanned,
  DiscrepancyResolved,
  HandedOver,
  LossReported,
  ReceiptConfirmed,
  SerialsRecorded,
  SerialsStruck,
} from '#domain';
import { boolean, integer, quantity, text, view } from '#eventsourcing';

type ConsignmentLineRow = {
  readonly consignment: string;
  readonly line: string;
  readonly donor: string;
  readonly pledge: string | null;
  readonly allocation: string | null;
  readonly item: string;
  readonly category: string | null;
  readonly unit: string | null;
  readonly origin: string | null;
  readonly monitored: boolean;
  readonly planned: string | null;
  readonly dispatched: string | null;
  readonly lost: string | null;
  readonly atHub: string | null;
  readonly handedOver: string | null;
  readonly received: string | null;
  readonly serials: number;
};

type LineEvent =
  | ConsignmentPlanned
  | ConsignmentDispatched
  | ArrivedAtHub
  | HandedOver
  | LossReported
  | ReceiptConfirmed
  | DiscrepancyResolved
  | SerialsRecorded
  | SerialsStruck;

interface Named {
  readonly lineId?: string;
  readonly item: string;
}

/** The lines that an event names. */
const linesOf: {
  readonly [Type in LineEvent['type']]: (data: Extract<LineEvent, { type: Type }>['data']) => readonly Named[];
} = {
  ConsignmentPlanned: ({ manifest }) => manifest,
  ConsignmentDispatched: ({ lines }) => lines,
  ArrivedAtHub: ({ counts }) => counts,
  HandedOver: ({ lines }) => lines,
  LossReported: ({ lines }) => lines,
  ReceiptConfirmed: ({ lines }) => lines,
  DiscrepancyResolved: (discrepancy) => [discrepancy],
  SerialsRecorded: ({ lines }) => lines,
  SerialsStruck: ({ lines }) => lines,
};

interface OfConsignment {
  readonly consignmentId: string;
  readonly donor: string;
}

const keyOf = (consignmentId: string, lineId: string) => `${consignmentId}/${lineId}`;

/** The row after an event whose line of this key says this; before it was planned, a line is what its events say of it. */
function changed<L extends Named>(
  row: ConsignmentLineRow | undefined,
  { consignmentId: consignment, donor }: OfConsignment,
  lines: readonly L[],
  key: string,
  change: (line: L) => Partial<ConsignmentLineRow>,
): ConsignmentLineRow | undefined {
  const named = lines.find(({ lineId = '' }) => keyOf(consignment, lineId) === key);
  if (!named) return row;
  const { lineId = '', item } = named;
  const unknown = {
    ...{ pledge: null, allocation: null, category: null, unit: null, origin: null, monitored: false, planned: null },
    ...{ dispatched: null, lost: null, atHub: null, handedOver: null, received: null, serials: 0 },
  };
  return { ...(row ?? { consignment, line: lineId, donor, item, ...unknown }), ...change(named) };
}

/**
 * The lines of consignments, by `consignment/line`, in each line's own unit: how much of it was planned and came how far, null where
 * nobody has said. At the hub and received is what was counted, or what was settled on where the counts differ; lost is in total (R12).
 */
export const consignmentLines = view<ConsignmentLineRow, LineEvent>('consignment-lines', {
  columns: {
    consignment: text('The consignment that it is a line of.'),
    line: text('Its id within the consignment.'),
    donor: text('The party that gives it.', 'party'),
    pledge: text('The pledge that it comes from.'),
    allocation: text('The allocation of the pledge.'),
    item: text('What it is.'),
    category: text("The category of the item, in the source's words."),
    unit: text('What quantities are counted in.'),
    origin: text(
      "The nation that the item comes from first, whose consent it needs where it is not the donor's own.",
      'party',
    ),
    monitored: boolean('Whether its serial numbers are inventoried (end-use monitoring).'),
    planned: quantity('How much is planned.'),
    dispatched: quantity('How much was dispatched.'),
    lost: quantity('How much was lost, in total.'),
    atHub: quantity('How much was counted at the hub, or was settled on.'),
    handedOver: quantity('How much was handed over.'),
    received: quantity('How much the recipient counted, or was settled on.'),
    serials: integer('How many serial numbers are recorded.'),
  },
  key: ({ type, data }) =>
    linesOf[type](data as never).flatMap(({ lineId }) =>
      lineId === undefined ? [] : keyOf(data.consignmentId, lineId),
    ),
  on: {
    ConsignmentPlanned: (row, { data }, key) =>
      changed(row, data, data.manifest, key, ({ pledgeId, allocationId, item, quantity: planned, ...line }) => ({
        ...{ pledge: pledgeId, allocation: allocationId, item, planned, monitored: line.monitored ?? false },
        ...{ category: line.category ?? null, unit: line.unit ?? null, origin: line.origin ?? null },
      })),
    ConsignmentDispatched: (row, { data }, key) =>
      changed(row, data, data.lines, key, (line) => ({ dispatched: line.quantity })),
    ArrivedAtHub: (row, { data }, key) => changed(row, data, data.counts, key, (line) => ({ atHub: line.quantity })),
    HandedOver: (row, { data }, key) => changed(row, data, data.lines, key, (line) => ({ handedOver: line.quantity })),
    LossReported: (row, { data }, key) => changed(row, data, data.lines, key, (line) => ({ lost: line.quantity })),
    ReceiptConfirmed: (row, { data }, key) =>
      changed(row, data, data.lines, key, (line) => ({ received: line.quantity })),
    DiscrepancyResolved: (row, { data }, key) =>
      changed(row, data, [data], key, ({ stage, to }) => (stage === 'handedOver' ? {} : { [stage]: to })),
    SerialsRecorded: (row, { data }, key) =>
      changed(row, data, data.lines, key, ({ serials }) => ({ serials: (row?.serials ?? 0) + serials.length })),
    SerialsStruck: (row, { data }, key) =>
      changed(row, data, data.lines, key, ({ serials }) => ({ serials: (row?.serials ?? 0) - serials.length })),
  },
});

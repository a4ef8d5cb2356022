import type {
  Required,
  RequirementReserved,
  RequirementRevised,
  RequirementSubmitted,
  RequirementValidated,
  ReservationReleased,
} from '#domain';
import { quantity, text, view } from '#eventsourcing';
import { moved } from './decimals.js';

type RequirementLineRow = {
  readonly requirement: string;
  readonly item: string;
  readonly recipient: string;
  readonly category: string | null;
  readonly unit: string | null;
  readonly required: string;
  readonly validated: string | null;
  readonly tolerance: string;
  readonly matched: string;
};

type LineEvent =
  RequirementSubmitted | RequirementRevised | RequirementValidated | RequirementReserved | ReservationReleased;

interface Named {
  readonly item: string;
}

/** The lines that an event names. */
const linesOf: {
  readonly [Type in LineEvent['type']]: (data: Extract<LineEvent, { type: Type }>['data']) => readonly Named[];
} = {
  RequirementSubmitted: ({ lines }) => lines,
  RequirementRevised: ({ from, to }) => [...from.lines, ...to.lines],
  RequirementValidated: ({ quantities }) => quantities,
  RequirementReserved: ({ lines }) => lines,
  ReservationReleased: ({ from }) => from,
};

const keyOf = (requirementId: string, { item }: Named) => `${requirementId}/${item}`;

/** The row after an event that says this; before it was submitted, a line is what its events say of it. */
function changed(
  row: RequirementLineRow | undefined,
  { requirementId: requirement, recipient }: LineEvent['data'],
  key: string,
  change: Partial<RequirementLineRow>,
): RequirementLineRow {
  const unknown = { category: null, unit: null, required: '0', validated: null, tolerance: '0', matched: '0' };
  return { ...(row ?? { requirement, item: key.slice(requirement.length + 1), recipient, ...unknown }), ...change };
}

/** What a list of lines says of the line of this key, or that it is not needed. */
function stated(requirementId: string, lines: readonly Required[], key: string) {
  const line = lines.find((one) => keyOf(requirementId, one) === key);
  const { category = null, unit = null, quantity: required = '0', tolerance = '0' } = line ?? {};
  return { category, unit, required, tolerance };
}

/** The sum of the quantities in lines of this key. */
function sumOf(requirementId: string, lines: readonly (Named & { readonly quantity: string })[], key: string): string {
  const own = lines.filter((line) => keyOf(requirementId, line) === key);
  return own.reduce((total, line) => moved(total, { from: '0', to: line.quantity }), '0');
}

/**
 * The lines of requirements, by `requirement/item`, in each line's own unit: what is required, what of it is validated (null where
 * nobody has said), and what is matched, which is at most what is validated and the tolerance (R4).
 */
export const requirementLines = view<RequirementLineRow, LineEvent>('requirement-lines', {
  columns: {
    requirement: text('The requirement that it is a line of.'),
    item: text('What is needed.'),
    recipient: text('The party that needs it.', 'party'),
    category: text("The category of the item, in the recipient's words."),
    unit: text('What quantities are counted in.'),
    required: quantity('How much is needed.'),
    validated: quantity('How much of it is validated.'),
    tolerance: quantity('How much more than that may be matched.'),
    matched: quantity('How much is matched.'),
  },
  key: ({ type, data }) => [...new Set(linesOf[type](data as never).map((line) => keyOf(data.requirementId, line)))],
  on: {
    RequirementSubmitted: (row, { data }, key) => changed(row, data, key, stated(data.requirementId, data.lines, key)),
    RequirementRevised: (row, { data }, key) =>
      changed(row, data, key, { ...stated(data.requirementId, data.to.lines, key), validated: null }),
    RequirementValidated: (row, { data }, key) =>
      changed(row, data, key, { validated: sumOf(data.requirementId, data.quantities, key) }),
    RequirementReserved: (row, { data }, key) =>
      changed(row, data, key, {
        matched: moved(row?.matched ?? '0', { from: '0', to: sumOf(data.requirementId, data.lines, key) }),
      }),
    ReservationReleased: (row, { data }, key) =>
      changed(row, data, key, {
        matched: moved(row?.matched ?? '0', {
          from: sumOf(data.requirementId, data.from, key),
          to: sumOf(data.requirementId, data.to, key),
        }),
      }),
  },
});

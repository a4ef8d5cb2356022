import fc from 'fast-check';
import {
  foldOf,
  integer,
  money,
  text,
  textArray,
  view,
  type AnyView,
  type CorrectionApproved,
  type Event,
  type RecordedEvent,
  type Row,
} from '#eventsourcing';
import { day, event } from '#testing';

type Written = Event<'Written', { keys: string[]; word: string }>;
type Erased = Event<'Erased', { keys: string[] }>;
type Counted = Event<'Counted', { keys: string[]; amount: string }>;

interface Words extends Row {
  readonly words: readonly string[];
  readonly total: string;
  readonly times: number;
  readonly last: string | null;
}

/** A row that tells the whole history of its key, so that any event folded wrongly shows. */
const words = view<Words, Written | Erased | Counted>('words', {
  columns: { words: textArray(), total: money(), times: integer(), last: text() },
  key: ({ data }) => data.keys,
  on: {
    Written: (row, { data }) => ({ ...from(row), words: [...from(row).words, data.word], last: data.word }),
    Erased: () => undefined,
    Counted: (row, { data }) => ({
      ...from(row),
      total: sum(from(row).total, data.amount),
      times: from(row).times + 1,
    }),
  },
});

/** A second view over the same events, which fails at none and shares the checkpoint. */
const counts = view<Row & { times: number }, Written>('counts', {
  columns: { times: integer() },
  key: ({ data }) => data.keys,
  on: { Written: (row) => ({ times: (row?.times ?? 0) + 1 }) },
});

/** A third, which reads events of any type, and one of them in a way of its own. */
const seen = view<Row & { types: readonly string[] }, Written | Event<string, { keys?: string[] }>>('seen', {
  columns: { types: textArray() },
  key: ({ data }) => data.keys ?? [],
  on: { Written: (row) => ({ types: [...(row?.types ?? []), 'a word'] }) },
  any: (row, { type }) => (type === 'Erased' ? undefined : { types: [...(row?.types ?? []), type] }),
});

/** A fourth, which reads corrections too, and lists on each key what it was mentioned by. */
const mentions = view<Row & { by: readonly string[] }, Written | CorrectionApproved>('mentions', {
  columns: { by: textArray() },
  key: ({ data }) => ('keys' in data ? data.keys : (data.to.keys as string[] | undefined)) ?? [],
  on: {
    Written: (row, { data }) => ({ by: [...(row?.by ?? []), data.word] }),
    CorrectionApproved: (row, { position }) => ({ by: [...(row?.by ?? []), `correction ${String(position)}`] }),
  },
});

/** The views that are checked against folding the whole log. */
export const VIEWS = [words, counts, seen, mentions];

function from(row: Words | undefined): Words {
  return row ?? { words: [], total: '0.00', times: 0, last: null };
}

function sum(a: string, b: string): string {
  return ((Number(a) * 100 + Number(b) * 100) / 100).toFixed(2);
}

const KEYS = ['a', 'b', 'c'];

/** What an event of a random log is made of. */
export interface Happening {
  readonly keys: string[];
  readonly kind: string;
  readonly occurred: number;
  readonly at: number;
  /** Of a correction: which of the events before it is named, what becomes right, and whether the stream is another one. */
  readonly named: number;
  readonly right: readonly ('keys' | 'word' | 'amount' | 'time')[];
  readonly elsewhere: boolean;
}

/** Random logs of events of these kinds, at most 25. */
export const happenings = (kinds: readonly string[]): fc.Arbitrary<readonly Happening[]> =>
  fc.array(
    fc.record({
      keys: fc.subarray(KEYS, { minLength: 0 }),
      kind: fc.constantFrom(...kinds),
      occurred: fc.integer({ min: 1, max: 8 }),
      at: fc.integer({ min: 1, max: 30 }),
      named: fc.nat(24),
      right: fc.subarray(['keys', 'word', 'amount', 'time'] as const),
      elsewhere: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
    }),
    { maxLength: 25 },
  );

/** The kinds of a log without corrections. */
export const UNCORRECTED = ['Written', 'Written', 'Counted', 'Erased', 'Ignored'];
/** The kinds of a log with corrections, many of them approved. */
export const CORRECTED = [
  ...UNCORRECTED,
  'CorrectionProposed',
  'CorrectionApproved',
  'CorrectionApproved',
  'CorrectionApproved',
];

const HAPPENED = { occurred: 1, at: 1, named: 1, right: [], elsewhere: false } as const;

/** A correction by which an event comes to a row that the correction itself is an event of. */
export const CORRECTED_INTO_A_ROW: readonly Happening[] = [
  { ...HAPPENED, kind: 'Written', keys: ['c'] },
  { ...HAPPENED, kind: 'Written', keys: [] },
  { ...HAPPENED, kind: 'CorrectionApproved', keys: ['c'], right: ['keys'] },
];

/** The log that such a list stands for, at positions from 1. */
export function historyOf(happened: readonly Happening[]): RecordedEvent[] {
  return happened.map((happening, index) => {
    const { keys, kind, occurred, at } = happening;
    const data = kind.startsWith('Correction')
      ? correctionOf(happening, index, happened)
      : { keys, word: `w${index}`, amount: `${index}.25` };
    return event(index + 1, kind, data, { occurredAt: day(occurred), at: day(at) });
  });
}

/** A correction of one of the events before, if there are any. */
function correctionOf(
  { keys, occurred, named, right, elsewhere }: Happening,
  index: number,
  happened: readonly Happening[],
): object {
  const target = index === 0 ? 0 : named % index;
  const to = { keys, word: `r${index}`, amount: `${index}.50` };
  return {
    correctionId: 'any',
    stream: 'toy-1',
    eventId: elsewhere ? 'event-unknown' : `event-${target + 1}`,
    eventType: happened[target]?.kind,
    reason: 'It was otherwise.',
    proposedBy: 'anna',
    from: {},
    to: Object.fromEntries(Object.entries(to).filter(([field]) => right.includes(field as 'keys'))),
    ...(right.includes('time') && { redated: { from: '', to: day(9 - occurred) } }),
  };
}

/** What is right of a log by the corrections that it holds; a correction is not corrected itself. */
function righted(history: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const approvals = history.filter(({ type }) => type === 'CorrectionApproved').map(({ data }) => data as Correction);
  return history.map((each) => {
    if (each.type.startsWith('Correction')) return each;
    const own = approvals.filter(({ eventId }) => eventId === each.id);
    const data = Object.assign({}, each.data, ...own.map(({ to }) => to)) as object;
    return { ...each, data, occurredAt: own.findLast(({ redated }) => redated)?.redated?.to ?? each.occurredAt };
  });
}

type Correction = CorrectionApproved['data'];

/** What the rows are, by folding the whole log. */
export function oracle(
  definition: AnyView,
  history: readonly RecordedEvent[],
  asOf: string,
  position: bigint,
): Record<string, Row> {
  const rows = new Map<string, Row>();
  for (const each of inForce(definition, history, asOf, position)) {
    for (const key of definition.key(each as never) as string[]) {
      const row = foldOf(definition, each.type)!(rows.get(key), each, key) as Row | undefined;
      if (row) rows.set(key, row);
      else rows.delete(key);
    }
  }
  return Object.fromEntries(rows);
}

/** The events by which a row differs between two moments, as positions: those in force at one only, with their last correction, and corrections between. */
export function causes(
  definition: AnyView,
  history: readonly RecordedEvent[],
  key: string,
  moments: readonly [Moment, Moment],
): readonly bigint[] {
  const [was, becomes] = moments.map(({ asOf, position }) => {
    const own = inForce(definition, history, asOf, position).filter((each) =>
      (definition.key(each as never) as string[]).includes(key),
    );
    return new Map(own.map(({ id, position: of }) => [of, correctionsOf(history, id, 0n, position).at(-1) ?? of]));
  });
  const [least, most] = moments.map(({ position }) => position).sort((a, b) => (a < b ? -1 : 1));
  const found = new Set<bigint>();
  for (const { id, position } of history) {
    const [before, after] = [was?.get(position), becomes?.get(position)];
    if (before === after) continue;
    if (before === undefined || after === undefined) found.add(position).add((before ?? after)!);
    for (const correction of correctionsOf(history, id, least!, most!)) found.add(correction);
  }
  return [...found].sort((a, b) => (a < b ? -1 : 1));
}

/** Two times to read at. */
export interface Moment {
  readonly asOf: string;
  readonly position: bigint;
}

/** The positions after one and up to another of what corrects an event. */
function correctionsOf(history: readonly RecordedEvent[], id: string, after: bigint, until: bigint): readonly bigint[] {
  const isOwn = ({ type, data }: RecordedEvent) => type === 'CorrectionApproved' && (data as Correction).eventId === id;
  const corrected = history.find((event) => event.id === id);
  return corrected?.type.startsWith('Correction')
    ? []
    : history
        .filter((event) => isOwn(event) && event.position > after && event.position <= until)
        .map((e) => e.position);
}

/** The events that a view reads of those true and known by then, as they are right, in order of time. */
function inForce(
  definition: AnyView,
  history: readonly RecordedEvent[],
  asOf: string,
  position: bigint,
): readonly RecordedEvent[] {
  return righted(history.filter((each) => each.position <= position))
    .filter((each) => each.occurredAt <= asOf && foldOf(definition, each.type))
    .sort((a, b) =>
      a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : Number(a.position - b.position),
    );
}

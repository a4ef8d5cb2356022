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
import type { ReadSide } from '#read-side';
import { day, event, GivenLog } from './engine-log.js';
import { DATABASES, emptied, openDatabase, openReadSideOn, type TestDatabase } from './support/databases.js';

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

const VIEWS = [words, counts, seen, mentions];

function from(row: Words | undefined): Words {
  return row ?? { words: [], total: '0.00', times: 0, last: null };
}

function sum(a: string, b: string): string {
  return ((Number(a) * 100 + Number(b) * 100) / 100).toFixed(2);
}

const KEYS = ['a', 'b', 'c'];

/** How many random logs are tried. */
const RUNS = Number(process.env.ORACLE_RUNS ?? 25);

interface Happening {
  readonly keys: string[];
  readonly kind: string;
  readonly occurred: number;
  readonly at: number;
  /** Of a correction: which of the events before it is named, what becomes right, and whether the stream is another one. */
  readonly named: number;
  readonly right: readonly ('keys' | 'word' | 'amount' | 'time')[];
  readonly elsewhere: boolean;
}

const happenings = (kinds: readonly string[]): fc.Arbitrary<readonly Happening[]> =>
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

const UNCORRECTED = ['Written', 'Written', 'Counted', 'Erased', 'Ignored'];
const CORRECTED = [
  ...UNCORRECTED,
  'CorrectionProposed',
  'CorrectionApproved',
  'CorrectionApproved',
  'CorrectionApproved',
];

const HAPPENED = { occurred: 1, at: 1, named: 1, right: [], elsewhere: false } as const;

/** A correction by which an event comes to a row that the correction itself is an event of. */
const CORRECTED_INTO_A_ROW: readonly Happening[] = [
  { ...HAPPENED, kind: 'Written', keys: ['c'] },
  { ...HAPPENED, kind: 'Written', keys: [] },
  { ...HAPPENED, kind: 'CorrectionApproved', keys: ['c'], right: ['keys'] },
];

function historyOf(happened: readonly Happening[]): RecordedEvent[] {
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
function oracle(
  definition: AnyView,
  history: readonly RecordedEvent[],
  asOf: string,
  position: bigint,
): Record<string, Row> {
  const rows = new Map<string, Row>();
  const events = righted(history.filter((each) => each.position <= position))
    .filter((each) => each.occurredAt <= asOf && foldOf(definition, each.type))
    .sort((a, b) =>
      a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : Number(a.position - b.position),
    );
  for (const each of events) {
    for (const key of definition.key(each as never) as string[]) {
      const row = foldOf(definition, each.type)!(rows.get(key), each, key) as Row | undefined;
      if (row) rows.set(key, row);
      else rows.delete(key);
    }
  }
  return Object.fromEntries(rows);
}

async function listed(readSide: ReadSide, name: string, asOf: string, position: bigint): Promise<Record<string, Row>> {
  const page = await readSide.list(name, { asOf, knownAt: { position }, limit: 1000 });
  return Object.fromEntries(page.rows.map(({ key, row }) => [key, row]));
}

describe.each(DATABASES)('rows with two times in %s', (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openDatabase(kind);
  }, 60_000);
  afterAll(() => database.close());

  const opened = async (log: GivenLog, most: number) => {
    return openReadSideOn(await emptied(database), { store: log, views: VIEWS, batching: { most, linger: 0 } });
  };

  it.each([
    ['the log', UNCORRECTED],
    ['a log with corrections', CORRECTED],
  ])(
    'are what folding %s up to both times gives, however it is cut into batches, and again when it is folded anew',
    async (_, kinds) => {
      await fc.assert(
        fc.asyncProperty(
          happenings(kinds),
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 40 }),
          async (happened, cut, most) => {
            const history = historyOf(happened);
            const readSide = await opened(new GivenLog(history, cut), most);
            const last = BigInt(history.length);
            expect(await readSide.waitFor(last, 5_000)).toBe(true);
            for (let position = 0n; position <= last; position++) {
              for (const asOf of [day(0), day(1), day(3), day(5), day(8), day(20)]) {
                for (const definition of VIEWS) {
                  expect({ asOf, position, rows: await listed(readSide, definition.name, asOf, position) }).toEqual({
                    asOf,
                    position,
                    rows: oracle(definition, history, asOf, position),
                  });
                }
              }
            }
            for (const { name } of VIEWS) {
              const digest = await readSide.digest(name);
              await readSide.rebuild(name);
              expect([name, await readSide.digest(name)]).toEqual([name, digest]);
            }
            await readSide.close();
          },
        ),
        { numRuns: RUNS, examples: [[CORRECTED_INTO_A_ROW, 1, 1]] },
      );
    },
    180_000,
  );
});

import fc from 'fast-check';
import {
  foldOf,
  integer,
  money,
  text,
  textArray,
  view,
  type AnyView,
  type Event,
  type RecordedEvent,
  type Row,
} from '#eventsourcing';
import { openPglite, openReadSide, type Database, type ReadSide } from '#read-side';
import { day, event, GivenLog } from './engine-log.js';

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
const seen = view<Row & { types: readonly string[] }, Written | Event<string, { keys: string[] }>>('seen', {
  columns: { types: textArray() },
  key: ({ data }) => data.keys,
  on: { Written: (row) => ({ types: [...(row?.types ?? []), 'a word'] }) },
  any: (row, { type }) => (type === 'Erased' ? undefined : { types: [...(row?.types ?? []), type] }),
});

function from(row: Words | undefined): Words {
  return row ?? { words: [], total: '0.00', times: 0, last: null };
}

function sum(a: string, b: string): string {
  return ((Number(a) * 100 + Number(b) * 100) / 100).toFixed(2);
}

const KEYS = ['a', 'b', 'c'];

const happenings = fc.array(
  fc.record({
    keys: fc.subarray(KEYS, { minLength: 0 }),
    kind: fc.constantFrom('Written', 'Written', 'Counted', 'Erased', 'Ignored'),
    occurred: fc.integer({ min: 1, max: 8 }),
    at: fc.integer({ min: 1, max: 30 }),
  }),
  { maxLength: 25 },
);

function historyOf(
  happened: readonly { keys: string[]; kind: string; occurred: number; at: number }[],
): RecordedEvent[] {
  return happened.map(({ keys, kind, occurred, at }, index) =>
    event(
      index + 1,
      kind,
      { keys, word: `w${index}`, amount: `${index}.25` },
      { occurredAt: day(occurred), at: day(at) },
    ),
  );
}

/** What the rows are, by folding the whole log. */
function oracle(
  definition: AnyView,
  history: readonly RecordedEvent[],
  asOf: string,
  position: bigint,
): Record<string, Row> {
  const rows = new Map<string, Row>();
  const events = history
    .filter((each) => each.position <= position && each.occurredAt <= asOf && foldOf(definition, each.type))
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

async function emptied(database: Database): Promise<Database> {
  const { sql } = await import('#eventsourcing');
  await database.run(sql`drop schema if exists steadfast cascade`);
  return { ...database, close: async () => undefined };
}

describe('rows with two times', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openPglite();
  }, 60_000);
  afterAll(() => database.close());

  const opened = async (log: GivenLog, most: number) => {
    const shared = await emptied(database);
    return openReadSide({
      store: log,
      views: [words, counts, seen],
      database: async () => shared,
      batching: { most, linger: 0 },
    });
  };

  it('are what folding the log up to both times gives, however it is cut into batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        happenings,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 40 }),
        async (happened, cut, most) => {
          const history = historyOf(happened);
          const readSide = await opened(new GivenLog(history, cut), most);
          const last = BigInt(history.length);
          expect(await readSide.waitFor(last, 5_000)).toBe(true);
          for (let position = 0n; position <= last; position++) {
            for (const asOf of [day(0), day(1), day(3), day(5), day(8), day(20)]) {
              for (const definition of [words, counts, seen]) {
                expect({ asOf, position, rows: await listed(readSide, definition.name, asOf, position) }).toEqual({
                  asOf,
                  position,
                  rows: oracle(definition, history, asOf, position),
                });
              }
            }
          }
          await readSide.close();
        },
      ),
      { numRuns: 25 },
    );
  }, 180_000);
});

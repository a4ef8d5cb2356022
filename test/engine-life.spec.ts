import { setTimeout as pause } from 'node:timers/promises';
import {
  integer,
  quoted,
  sql,
  text,
  view,
  type AnyView,
  type Event,
  type RecordedEvent,
  type Row,
} from '#eventsourcing';
import { NotReady, openReadSide, type Database, type ReadSide } from '#read-side';
import { day, event, GivenLog, DATABASES, emptied, openDatabase } from '#testing';

type Said = Event<'Said', { key: string; word: string }>;

type WordRow = Row & { readonly word: string | null; readonly times: number };

/** The last word of each key, and how many there were; `fold` is what changes from one edition of the code to the next. */
const words = (name: string, fold: (word: string) => string) =>
  view<WordRow, Said>(name, {
    columns: { word: text(), times: integer() },
    key: ({ data }) => data.key,
    on: { Said: (row, { data }) => ({ word: fold(data.word), times: (row?.times ?? 0) + 1 }) },
  });

const plain = words('plain', (word) => word);

/** Folds of one text are one fold to the engine, so each has its own. */
const touchy: AnyView = {
  ...plain,
  name: 'touchy',
  on: {
    Said: (row: WordRow | undefined, { data }: RecordedEvent<Said>) => {
      if (data.word === 'bad') throw new Error('cannot stand that word');
      return { word: data.word, times: (row?.times ?? 0) + 1 };
    },
  },
};
const calmed: AnyView = {
  ...touchy,
  on: {
    Said: (row: WordRow | undefined, { data }: RecordedEvent<Said>) => ({
      word: data.word,
      times: (row?.times ?? 0) + 1,
    }),
  },
};

const KEYS = ['a', 'b', 'c', 'd'];

function said(position: number, word = `w${position}`): RecordedEvent {
  const key = KEYS[position % KEYS.length];
  return event(position, 'Said', { key, word }, { occurredAt: day((position * 7) % 31) });
}

const saying = (count: number, from = 1) => Array.from({ length: count }, (_, index) => said(from + index));

async function rowsOf(readSide: ReadSide, name: string, times = {}): Promise<readonly [string, Row][]> {
  return (await readSide.list(name, { asOf: day(60), ...times })).rows.map(({ key, row }) => [key, row]);
}

describe.each(DATABASES)('the read side in %s', (kind) => {
  let database: Database;
  const open = new Set<ReadSide>();
  beforeAll(async () => {
    database = await openDatabase(kind);
  }, 60_000);
  afterEach(async () => {
    for (const readSide of open) await readSide.close();
    open.clear();
    await emptied(database);
  });
  afterAll(() => database.close());

  const opened = async (
    store: GivenLog,
    views: readonly AnyView[],
    more: { most?: number; log?: (line: string) => void } = {},
  ) => {
    const readSide = await openReadSide({
      store,
      views,
      database: async () => ({ ...database, close: async () => undefined }),
      batching: { most: more.most ?? 1000, linger: 0 },
      ...(more.log && { log: more.log }),
    });
    open.add(readSide);
    return readSide;
  };

  it('has the same digest however it came to it', async () => {
    const store = new GivenLog(saying(60));
    const readSide = await opened(store, [plain], { most: 7 });
    expect(await readSide.waitFor(60n, 5_000)).toBe(true);
    const incremental = await readSide.digest('plain');
    await readSide.rebuild('plain');
    const once = await readSide.digest('plain');
    await readSide.rebuild('plain');
    expect([once, await readSide.digest('plain')]).toEqual([incremental, incremental]);
    store.add(said(61));
    expect(await readSide.waitFor(61n, 5_000)).toBe(true);
    expect(await readSide.digest('plain')).not.toEqual(incremental);
  });

  it('stops a view whose fold throws, alone, and says so', async () => {
    const lines: string[] = [];
    const store = new GivenLog([...saying(5), said(6, 'bad'), ...saying(5, 7)]);
    const readSide = await opened(store, [plain, touchy], { log: (line) => lines.push(line) });
    expect(await readSide.waitFor(11n, 5_000)).toBe(true);
    const failure = {
      view: 'touchy',
      position: 6n,
      eventId: 'event-6',
      type: 'Said',
      message: 'cannot stand that word',
    };
    const { views } = await readSide.status();
    expect(views.map(({ name, status, position, failure: told }) => ({ name, status, position, told }))).toEqual([
      { name: 'plain', status: 'live', position: 11n, told: undefined },
      { name: 'touchy', status: 'failed', position: 5n, told: failure },
    ]);
    const page = await readSide.list('touchy', { asOf: day(60) });
    expect([page.position, page.failures, page.rows.length]).toEqual([5n, [failure], 4]);
    expect((await readSide.list('plain')).failures).toEqual([]);
    expect(lines).toEqual(['the view touchy stopped at position 6 (Said): cannot stand that word']);
  });

  it('goes on with a stopped view once it is changed', async () => {
    const store = new GivenLog([...saying(5), said(6, 'bad'), ...saying(5, 7)]);
    const before = await opened(store, [plain, touchy]);
    expect(await before.waitFor(11n, 5_000)).toBe(true);
    await before.close();
    const again = await opened(store, [plain, touchy]);
    expect((await again.status()).views[1]).toMatchObject({ status: 'failed', position: 5n });
    await again.close();
    const after = await opened(store, [plain, calmed]);
    expect(await after.waitFor(11n, 5_000)).toBe(true);
    expect((await after.status()).views[1]).toMatchObject({ status: 'live', position: 11n });
    expect(await rowsOf(after, 'touchy')).toEqual(await rowsOf(after, 'plain'));
  });

  it('answers from the old view while the changed one is folded beside it', async () => {
    const store = new GivenLog(saying(40));
    const before = await opened(store, [plain]);
    expect(await before.waitFor(40n, 5_000)).toBe(true);
    const old = await rowsOf(before, 'plain');
    await before.close();
    store.isAway = (after) => after === 0n;
    const shouting = {
      ...plain,
      on: {
        Said: (row: WordRow | undefined, { data }: RecordedEvent<Said>) => ({
          word: data.word.toUpperCase(),
          times: (row?.times ?? 0) + 1,
        }),
      },
    };
    const after = await opened(store, [shouting]);
    expect(await rowsOf(after, 'plain')).toEqual(old);
    expect((await after.status()).views[0]).toMatchObject({
      status: 'building',
      position: 40n,
      building: { position: 0n },
    });
    expect(await after.waitFor(40n, 50)).toBe(false);
    store.isAway = () => false;
    const seen = new Set<string>();
    while (!(await after.waitFor(40n, 0))) seen.add(JSON.stringify(await rowsOf(after, 'plain')));
    expect([...seen].every((rows) => rows === JSON.stringify(old))).toBe(true);
    expect((await rowsOf(after, 'plain')).map(([key, row]) => [key, row.word])).toEqual(
      old.map(([key, row]) => [key, String(row.word).toUpperCase()]),
    );
    const isAlone = async () =>
      (await database.run(sql`select 1 from pg_namespace where nspname like 'steadfast\_view\_plain%'`)).length === 1;
    for (let turn = 0; turn < 100 && !(await isAlone()); turn++) await pause(20);
    expect(await isAlone()).toBe(true);
  }, 20_000);

  it('says of a view that is folded for the first time that it is not ready', async () => {
    const store = new GivenLog(saying(10));
    const before = await opened(store, [plain]);
    await before.waitFor(10n, 5_000);
    await before.close();
    store.isAway = (after) => after === 0n;
    const after = await opened(store, [plain, calmed]);
    await expect(after.list('touchy')).rejects.toThrow(NotReady);
    store.isAway = () => false;
    expect(await after.waitFor(10n, 10_000)).toBe(true);
    expect(await rowsOf(after, 'touchy')).toEqual(await rowsOf(after, 'plain'));
  }, 20_000);

  it('starts anew when the log ends before what was folded, or is another one', async () => {
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const first = await opened(new GivenLog(saying(20)), [plain], { log });
    await first.waitFor(20n, 5_000);
    await first.close();
    const restored = await opened(new GivenLog(saying(8)), [plain], { log });
    expect(await restored.waitFor(8n, 5_000)).toBe(true);
    expect((await restored.list('plain')).position).toBe(8n);
    await restored.close();
    const other = saying(9).map((each) => ({ ...each, id: `other-${each.id}` }));
    const another = await opened(new GivenLog(other), [plain], { log });
    expect(await another.waitFor(9n, 5_000)).toBe(true);
    expect((await another.row('plain', 'a', { asOf: day(60) }))?.eventId).toMatch(/^other/);
    expect(lines).toEqual([
      'dropping the read database: it stands at position 20, but the log ends at 8',
      'dropping the read database: position 8 of the log is another event than the one folded',
    ]);
  });

  it('counts each event once, wherever a batch failed', async () => {
    const events = saying(50);
    let failing = 0;
    const flaky: Database = {
      ...database,
      transaction: (work) =>
        database.transaction(async (run, beside) => {
          const result = await work(run, beside);
          if (failing > 0 && failing-- % 2 === 0) throw new Error('the power went');
          return result;
        }),
      close: async () => undefined,
    };
    const readSide = await openReadSide({
      store: new GivenLog(events, 5),
      views: [plain, touchy],
      database: async () => flaky,
      batching: { most: 5, linger: 0 },
    });
    open.add(readSide);
    failing = 6;
    expect(await readSide.waitFor(50n, 15_000)).toBe(true);
    const counts = (await readSide.list('plain', { asOf: day(60) })).rows.map(({ row }) => row.times);
    expect(counts).toEqual([12, 13, 13, 12]);
    expect((await readSide.events({ limit: 1000 })).events).toEqual(events);
  }, 20_000);

  it('stops the view alone whose rows the database refuses', async () => {
    const numbers: AnyView = { ...plain, name: 'numbers', columns: { word: text(), times: integer() } };
    const readSide = await opened(new GivenLog(saying(3)), [plain, numbers]);
    await readSide.waitFor(3n, 5_000);
    const [table] = await database.run(sql`select schema from steadfast.views where name = 'numbers'`);
    await database.run(sql`alter table ${quoted(String(table!.schema))}.versions add check (word <> 'refused')`);
    const store = new GivenLog([...saying(3), said(4, 'fine'), said(5, 'refused'), said(6)]);
    await readSide.close();
    const again = await opened(store, [plain, numbers]);
    expect(await again.waitFor(6n, 10_000)).toBe(true);
    expect((await again.status()).views.map(({ status, position }) => [status, position])).toEqual([
      ['live', 6n],
      ['failed', 4n],
    ]);
  }, 20_000);

  it('keeps events that no view reads, and counts them', async () => {
    const odd = ['Unheard', 'constructor', '__proto__', 'Unheard'].map((type, index) => event(index + 1, type, {}));
    const readSide = await opened(new GivenLog([...odd, said(5)]), [plain]);
    expect(await readSide.waitFor(5n, 5_000)).toBe(true);
    const { unknownTypes } = await readSide.status();
    expect(Object.entries(unknownTypes)).toEqual([
      ['Unheard', 2],
      ['constructor', 1],
      ['__proto__', 1],
    ]);
    expect((await readSide.events({ type: 'Unheard' })).events).toEqual([odd[0], odd[3]]);
  });
});

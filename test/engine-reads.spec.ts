import fc from 'fast-check';
import {
  boolean,
  integer,
  json,
  money,
  quantity,
  quoted,
  sql,
  text,
  textArray,
  timestamp,
  view,
  type Event,
  type RecordedEvent,
  type Row,
} from '#eventsourcing';
import { NotReady, type ListRequest, type ReadSide } from '#read-side';
import { day, event, GivenLog, DATABASES, emptied, openDatabase, openReadSideOn, type TestDatabase } from '#testing';

type Put = Event<'Put', { key: string; row: Values | null }>;

type Values = Row & {
  readonly name: string | null;
  readonly tags: readonly string[] | null;
  readonly price: string | null;
  readonly size: string | null;
  readonly count: number | null;
  readonly open: boolean | null;
  readonly since: string | null;
  readonly more: unknown;
};

/** Whatever an event says, in a column of every kind. */
const things = view<Values, Put>('things', {
  columns: {
    name: text(),
    tags: textArray(),
    price: money(),
    size: quantity(),
    count: integer(),
    open: boolean(),
    since: timestamp(),
    more: json(),
  },
  key: ({ data }) => data.key,
  on: { Put: (_, { data }) => data.row ?? undefined },
});

const decimal = fc
  .tuple(fc.integer({ min: -999, max: 999 }), fc.nat(99))
  .map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`)
  .filter((value) => !value.startsWith('-0') && !/^-?0\.00$/.test(value));
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const row: fc.Arbitrary<Values> = fc.record({
  name: orNull(fc.oneof(fc.constantFrom('a', 'B', 'ä', ''), fc.string({ unit: 'grapheme', maxLength: 5 }))).map(clean),
  tags: orNull(fc.array(fc.constantFrom('x', 'y,"z"', '{}', 'NULL', '\\'), { maxLength: 3 })),
  price: orNull(decimal),
  size: orNull(decimal),
  count: orNull(fc.integer()),
  open: orNull(fc.boolean()),
  since: orNull(fc.integer({ min: 1, max: 4 }).map(day)),
  more: orNull(fc.constantFrom({ b: 1, a: [null, '\u0000', '\ud800'] }, [1.5], 'text', false)),
});

function clean(value: string | null): string | null {
  return value?.toWellFormed().replaceAll('\0', '\uFFFD') ?? null;
}

const bytes = (value: string) => Buffer.from(value);

/** How the values of a column are ordered, least first. */
function compared(column: string, a: unknown, b: unknown): number {
  if (column === 'price' || column === 'size' || column === 'count') return Number(a) - Number(b);
  if (column === 'open') return Number(a) - Number(b);
  return Buffer.compare(bytes(String(a)), bytes(String(b)));
}

const SORTABLE = ['name', 'price', 'size', 'count', 'open', 'since', 'key'];

function ordered(rows: readonly [string, Values][], sort: NonNullable<ListRequest['sort']>): string[] {
  const valueOf = ([key, values]: readonly [string, Values], column: string) =>
    column === 'key' ? key : values[column as 'name'];
  return rows
    .toSorted((a, b) => {
      for (const { column, descending = false } of sort) {
        const [left, right] = [valueOf(a, column), valueOf(b, column)];
        if (left === null && right === null) continue;
        if (left === null || right === null) return left === null ? 1 : -1;
        const order = compared(column, left, right);
        if (order !== 0) return descending ? -order : order;
      }
      return Buffer.compare(bytes(a[0]), bytes(b[0]));
    })
    .map(([key]) => key);
}

describe.each(DATABASES)('reading from %s', (kind) => {
  let database: TestDatabase;
  const open = new Set<ReadSide>();
  beforeAll(async () => {
    database = await openDatabase(kind);
  }, 60_000);
  const cleared = async () => {
    for (const readSide of open) await readSide.close();
    open.clear();
    await emptied(database);
  };
  afterEach(cleared);
  afterAll(() => database.close());

  const opened = async (events: readonly RecordedEvent[] | GivenLog) => {
    await cleared();
    const store = events instanceof GivenLog ? events : new GivenLog(events);
    const readSide = await openReadSideOn(database, { store, views: [things] });
    open.add(readSide);
    expect(await readSide.waitFor(await store.lastPosition(), 10_000)).toBe(true);
    return readSide;
  };
  const put = (position: number, key: string, values: Values | null, more = {}) =>
    event(position, 'Put', { key, row: values }, more);

  it('gives back what was folded, value for value', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const readSide = await opened(rows.map((values, index) => put(index + 1, `k${index}`, values)));
        const { rows: read } = await readSide.list('things', { asOf: day(60), limit: 1000 });
        const byKey = new Map(read.map(({ key, row: values }) => [key, values]));
        expect(rows.map((_, index) => byKey.get(`k${index}`))).toEqual(rows);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('goes through a list page by page, each row once and in order, while the log goes on', async () => {
    const request = fc.record({
      rows: fc.uniqueArray(
        fc.tuple(
          fc.string({ minLength: 1, maxLength: 3 }).map((key) => clean(key)!),
          row,
        ),
        {
          selector: ([key]) => key,
          maxLength: 25,
        },
      ),
      sort: fc.uniqueArray(fc.record({ column: fc.constantFrom(...SORTABLE), descending: fc.boolean() }), {
        selector: ({ column }) => column,
        maxLength: 3,
      }),
      limit: fc.integer({ min: 1, max: 7 }),
      open: fc.subarray(['true', 'false', null], { minLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ rows, sort, limit, open: values }) => {
        const log = new GivenLog(rows.map(([key, each], index) => put(index + 1, key, each)));
        const readSide = await opened(log);
        const where = [{ column: 'open', in: values }];
        const kept = rows.filter(([, each]) => values.includes(each.open === null ? null : String(each.open)));
        const keys: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await readSide.list('things', {
            where,
            sort,
            limit,
            cursor,
            ...(cursor === undefined && { asOf: day(60) }),
          });
          expect(page.rows.length).toBeLessThanOrEqual(limit);
          keys.push(...page.rows.map(({ key }) => key));
          cursor = page.next;
          const next = log.events.length + 1;
          log.add(put(next, rows[next % rows.length]?.[0] ?? 'new', null));
        } while (cursor !== undefined);
        expect(keys).toEqual(ordered(kept, sort));
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('tells the history of a row so that every state can be read off it', async () => {
    const happened = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.boolean()), { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(happened, async (said) => {
        const events = said.map(([occurred, present], index) => {
          const values = {
            name: `n${index}`,
            tags: null,
            price: null,
            size: null,
            count: null,
            open: null,
            since: null,
            more: null,
          };
          return put(index + 1, 'k', present ? values : null, { occurredAt: day(occurred) });
        });
        const readSide = await opened(events);
        for (let position = 1n; position <= BigInt(events.length); position++) {
          const history = await readSide.history('things', 'k', { knownAt: { position } });
          for (let n = 0; n <= 6; n++) {
            const asOf = day(n);
            const found = await readSide.row('things', 'k', { asOf, knownAt: { position } });
            const told = history.filter(
              ({ validFrom, validTo, knownFrom, knownTo }) =>
                validFrom <= asOf &&
                (validTo === null || asOf < validTo) &&
                knownFrom <= position &&
                (knownTo === null || position < knownTo),
            );
            expect(told.length).toBeLessThanOrEqual(1);
            expect(told[0]?.row ?? undefined).toEqual(found?.row);
          }
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  const one: Values = {
    name: 'n',
    tags: ['t'],
    price: '1.50',
    size: null,
    count: 3,
    open: true,
    since: day(1),
    more: { a: 1 },
  };

  it('takes a time for what the ledger knew by then', async () => {
    const readSide = await opened([
      put(1, 'a', one, { at: day(1), occurredAt: day(1) }),
      put(2, 'b', one, { at: day(5), occurredAt: day(1) }),
      put(3, 'c', one, { at: day(3), occurredAt: day(1) }),
      put(4, 'd', one, { at: day(9), occurredAt: day(1) }),
    ]);
    const at = async (time: string) => {
      const { knownAt, rows } = await readSide.list('things', { knownAt: { time } });
      return [knownAt.position, knownAt.time, rows.map(({ key }) => key).join('')];
    };
    expect(await Promise.all([day(0), day(1), day(4), day(5), day(8), day(9)].map(at))).toEqual([
      [0n, null, ''],
      [1n, day(1), 'a'],
      [1n, day(1), 'a'],
      [3n, day(5), 'abc'],
      [3n, day(5), 'abc'],
      [4n, day(9), 'abcd'],
    ]);
    await expect(readSide.list('things', { knownAt: { position: 5n } })).rejects.toThrow(NotReady);
  });

  it('names the event that a row is of, and lists events by what they are', async () => {
    const events = [
      put(1, 'a', one, { party: 'DEU', stream: 'thing-1' }),
      put(2, 'a', { ...one, count: 4 }, { party: 'USA', stream: 'thing-2' }),
      put(3, 'b', one, { party: 'USA', stream: 'thing-2' }),
    ];
    const readSide = await opened(events);
    expect(await readSide.row('things', 'a', { asOf: day(2) })).toEqual({
      asOf: day(2),
      knownAt: { position: 3n, time: day(3) },
      position: 2n,
      failures: [],
      key: 'a',
      row: { ...one, count: 4 },
      eventId: 'event-2',
      stream: 'thing-2',
      revision: 1,
      validFrom: day(2),
    });
    expect(await readSide.events({ party: 'USA', after: 2n })).toEqual({ events: [events[2]], position: 3n });
    expect(await readSide.events({ stream: 'thing-2', limit: 1 })).toEqual({ events: [events[1]], position: 3n });
    expect(await readSide.events({ type: 'Put', knownAt: { position: 1n } })).toEqual({
      events: [events[0]],
      position: 1n,
    });
    expect(await readSide.events({ after: 99_999_999_999_999_999_999n })).toEqual({ events: [], position: 3n });
    expect(await readSide.row('things', 'z')).toBeUndefined();
  });

  it('refuses what cannot be answered, saying why', async () => {
    const readSide = await opened([put(1, 'a', one), put(2, 'b', one)]);
    const { next } = await readSide.list('things', { asOf: day(9), limit: 1 });
    const tampered = Buffer.from(
      JSON.stringify([
        ...(JSON.parse(Buffer.from(next!, 'base64url').toString()) as unknown[]).slice(0, 3),
        ['x'],
        'a',
      ]),
    ).toString('base64url');
    const refused = async (request: ListRequest) =>
      readSide.list('things', request).then(
        () => 'answered',
        (error: unknown) => (error as { code?: string }).code,
      );
    expect(
      await Promise.all([
        refused({ sort: [{ column: 'nothing' }] }),
        refused({ sort: [{ column: '__proto__' }] }),
        refused({ sort: [{ column: 'tags' }] }),
        refused({ where: [{ column: 'more', in: ['x'] }] }),
        refused({ where: [{ column: 'count', in: ['1.5'] }] }),
        refused({ where: [{ column: 'price', in: ["1'"] }] }),
        refused({ where: [{ column: 'since', in: ['soon'] }] }),
        refused({ limit: 0 }),
        refused({ asOf: 'soon' }),
        refused({ asOf: '-000001-01-01' }),
        refused({ knownAt: { time: '' } }),
        refused({ knownAt: { position: -1n } }),
        refused({ cursor: 'x' }),
        refused({ cursor: tampered }),
        refused({ cursor: next, sort: [{ column: 'name' }] }),
        refused({ cursor: next, limit: 1 }),
        refused({ where: [{ column: 'name', in: ['\0', 'n', '"; drop'] }] }),
      ]),
    ).toEqual([
      ...['NoSuchColumn', 'NoSuchColumn', 'BadSort', 'BadCondition', 'BadCondition', 'BadCondition', 'BadCondition'],
      ...[
        'BadLimit',
        'BadTime',
        'BadTime',
        'BadTime',
        'BadPosition',
        'BadCursor',
        'BadCursor',
        'BadCursor',
        'answered',
        'answered',
      ],
    ]);
    await expect(readSide.list('nothing')).rejects.toMatchObject({ name: 'NotFound' });
    await expect(readSide.list('__proto__')).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('finds rows by any column', async () => {
    const readSide = await opened([
      put(1, 'a', one),
      put(2, 'b', { ...one, tags: [], price: '2', name: null, count: -7 }),
    ]);
    const found = async (column: string, ...values: (string | null)[]) =>
      (await readSide.list('things', { asOf: day(9), where: [{ column, in: values }] })).rows
        .map(({ key }) => key)
        .join('');
    expect(
      await Promise.all([
        found('name', 'n'),
        found('name', null),
        found('name', 'n', null),
        found('tags', 't'),
        found('price', '1.5'),
        found('price', '2.00'),
        found('count', '-7'),
        found('open', 'true'),
        found('since', '2024-01-01'),
        found('key', 'b'),
      ]),
    ).toEqual(['a', 'b', 'ab', 'a', 'a', 'b', 'b', 'ab', 'ab', 'b']);
    expect(await database.run(sql`select count(*)::int as n from ${quoted('steadfast')}.log`)).toEqual([{ n: 2 }]);
  });
});

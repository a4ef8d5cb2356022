import { integer, quoted, sql, text, view, type Event, type Row } from '#eventsourcing';
import { DATABASES, openDatabase, day, event, GivenLog } from '#testing';
import type { Database } from './database.js';
import { openReadSide } from './open.js';

type Said = Event<'Said', { key: string; word: string }>;

const said = view<Row & { readonly lastWord: string; readonly times: number }, Said>('said', {
  columns: { lastWord: text(), times: integer() },
  key: ({ data }) => data.key,
  on: { Said: (row, { data }) => ({ lastWord: data.word, times: (row?.times ?? 0) + 1 }) },
});

describe.each(DATABASES)('the tables of an earlier version in %s', (kind) => {
  let database: Database;
  const lines: string[] = [];
  const store = new GivenLog([1, 2, 3].map((n) => event(n, 'Said', { key: 'a', word: `w${n}` })));
  const opened = async () => {
    const readSide = await openReadSide({
      ...{ store, views: [said], log: (line: string) => lines.push(line) },
      database: async () => ({ ...database, close: async () => undefined }),
    });
    expect(await readSide.waitFor(BigInt(store.events.length), 10_000)).toBe(true);
    return readSide;
  };

  beforeAll(async () => {
    database = await openDatabase(kind);
  }, 60_000);
  afterAll(() => database.close());

  it('are brought to that of this one, with what is folded into them', async () => {
    const before = await opened();
    const digest = await before.digest('said');
    await before.close();
    const [entry] = await database.run(sql`select schema from steadfast.views`);
    const schema = entry?.schema as string;
    // As layout 2 had it: other names, no rebuilds, nothing for other tools.
    await database.run(sql`drop schema steadfast_bi cascade`);
    await database.run(sql`drop table steadfast.rebuilds`);
    await database.run(sql`alter schema ${quoted(schema)} rename to ${quoted(schema.replace('steadfast_', ''))}`);
    await database.run(sql`update steadfast.views set schema = replace(schema, 'steadfast_', '')`);
    for (const index of ['versions_became', 'versions_ceased'])
      await database.run(sql`drop index ${quoted(schema.replace('steadfast_', ''))}.${quoted(index)}`);
    await database.run(
      sql`alter table ${quoted(schema.replace('steadfast_', ''))}.versions drop column told_by, drop column is_imported`,
    );
    await database.run(sql`update steadfast.checkpoint set layout = '2'`);
    const after = await opened();
    expect(await after.digest('said')).toBe(digest);
    await after.close();
    expect(await database.run(sql`select schema from steadfast.views`)).toEqual([{ schema }]);
    const indexes = await database.run(sql`select indexname from pg_indexes where schemaname = ${schema} order by 1`);
    expect(indexes.map(({ indexname }) => indexname)).toEqual(['versions_became', 'versions_ceased', 'versions_key']);
    expect(await database.run(sql`select key, last_word, times, valid_from from steadfast_bi.current_said`)).toEqual([
      { key: 'a', last_word: 'w3', times: '3', valid_from: '2024-01-03 00:00:00+00' },
    ]);
    expect(await database.run(sql`select told_by, is_imported from ${quoted(schema)}.versions group by 1, 2`)).toEqual([
      { told_by: 'Said', is_imported: false },
    ]);
    expect(lines.splice(0)).toEqual([]);
  });

  it('are made anew where they are of no version that this one knows', async () => {
    await database.run(sql`update steadfast.checkpoint set layout = '0'`);
    store.add(event(4, 'Said', { key: 'b', word: 'w4' }));
    const readSide = await opened();
    const { rows } = await readSide.list('said', { asOf: day(9) });
    expect(rows.map(({ key, row }) => [key, row])).toEqual([
      ['a', { lastWord: 'w3', times: 3 }],
      ['b', { lastWord: 'w4', times: 1 }],
    ]);
    await readSide.close();
  });
});

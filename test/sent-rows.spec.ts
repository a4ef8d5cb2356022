import fc from 'fast-check';
import { sql } from '#eventsourcing';
import { openPostgresServer, type PostgresServer } from '#testing';
import { copied } from '../libs/read-side/src/copied.js';
import type { Database } from '../libs/read-side/src/database.js';
import { given, givenRows, type Given } from '../libs/read-side/src/given-rows.js';
import { openPglite } from '../libs/read-side/src/pglite.js';
import { openPostgres } from '../libs/read-side/src/postgres.js';

const value = fc.option(
  fc
    .oneof(
      fc.constantFrom('', '\n', '\x01', 'a\nb', '"', '\\', '\\N', '\\.', '{}', 'NULL', '\r\n', '\t'),
      fc.string({ unit: 'grapheme' }),
    )
    .map((text) => text.replaceAll('\0', '')),
);
const row = fc.record({
  text: value,
  also: fc.oneof(fc.constant('the same'), value),
  number: fc.option(fc.maxSafeInteger()),
});
type Sent = typeof row extends fc.Arbitrary<infer Of> ? Of : never;

const columnsOf = (rows: readonly Sent[]): Given[] => [
  given(
    'text',
    'text',
    rows.map(({ text }) => text),
  ),
  given(
    'also',
    'text',
    rows.map(({ also }) => also),
  ),
  given(
    'number',
    'int8',
    rows.map(({ number }) => number),
  ),
];

const WAYS = {
  'with a statement': (database: Database, columns: readonly Given[]) =>
    database.run(sql`select * from ${givenRows(columns)} given`),
  'by COPY': async (database: Database, columns: readonly Given[]) => {
    await database.run(sql`truncate kept`);
    await database.run(copied(sql`kept`, columns));
    return database.run(sql`select text, also, number from kept order by place`);
  },
};

let server: PostgresServer;
beforeAll(async () => {
  server = await openPostgresServer();
}, 60_000);
afterAll(() => server.close());

describe.each([
  { called: 'PGlite', open: () => openPglite() },
  { called: 'PostgreSQL', open: async () => openPostgres(await server.database()) },
])('rows that are sent to $called', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await database.run(
      sql`create table kept (text text, also text, number int8, place int8 generated always as identity)`,
    );
  });
  afterAll(() => database.close());

  it.each(Object.entries(WAYS))('come %s as they were given, whatever texts they hold', async (_, sent) => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const come = await sent(database, columnsOf(rows));
        expect(
          come.map(({ number, ...texts }) => ({ ...texts, number: number === null ? null : Number(number) })),
        ).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it('by COPY are refused whole where one of them is refused, and what is sent after them is answered by itself', async () => {
    await database.run(sql`truncate kept`);
    const refused = copied(sql`kept`, [given('number', 'int8', [1, 2, 'three'])]);
    const unknown = copied(sql`nothing`, [given('number', 'int8', [1])]);
    const [of, no, after] = await Promise.allSettled([
      database.run(refused),
      database.run(unknown),
      database.run(sql`select count(*) as n from kept`),
    ]);
    expect({ of, no, after }).toEqual({
      of: { status: 'rejected', reason: expect.objectContaining({ code: '22P02' }) as unknown },
      no: { status: 'rejected', reason: expect.objectContaining({ code: '42P01' }) as unknown },
      after: { status: 'fulfilled', value: [{ n: '0' }] },
    });
  });

  it('by COPY come and go with their transaction, whatever is sent before they are taken', async () => {
    await database.run(sql`truncate kept`);
    const rows = (from: number) =>
      copied(sql`kept`, [given('number', 'int8', [from, from + 1]), given('text', 'text', ['a', 'b'])]);
    await database.transaction(async (run) => {
      await Promise.all([run(rows(1)), run(sql`update kept set text = 'c' where number = 2`), run(rows(3))]);
    });
    await expect(
      database.transaction(async (run) => {
        await run(rows(5));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await database.run(sql`select number, text from kept order by number`)).toEqual([
      { number: '1', text: 'a' },
      { number: '2', text: 'c' },
      { number: '3', text: 'a' },
      { number: '4', text: 'b' },
    ]);
  });
});

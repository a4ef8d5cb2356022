import { sql } from '#eventsourcing';
import type { Database } from './database.js';
import { openPglite } from './pglite.js';
import { Wear } from './wear.js';

describe('the embedded database', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openPglite();
  }, 60_000);
  afterAll(() => database.close());

  it('lets go of what was updated away, and learns what its tables are like', async () => {
    await database.run(sql`create table thing as select id from generate_series(1, 20000) as id`);
    const wear = new Wear(sql`thing`);
    wear.note(20_000, 0);
    await database.tidy([wear]);
    const known = sql`select reltuples::int as rows from pg_class where relname = 'thing'`;
    expect(await database.run(known)).toEqual([{ rows: 20_000 }]);
    const size = async () => Number((await database.run(sql`select pg_relation_size('thing') as size`))[0]?.size);
    const first = await size();
    for (let time = 0; time < 6; time++) {
      await database.run(sql`update thing set id = id + 1`);
      wear.note(0, 20_000);
      await database.tidy([wear]);
    }
    expect(await size()).toBeLessThan(3 * first);
  });

  it('answers what numbers could not hold as text', async () => {
    const given = sql`select ${'9223372036854775807'}::int8 as int, ${'1.10'}::numeric as decimal, ${'infinity'}::timestamptz as time`;
    expect(await database.run(given)).toEqual([{ int: '9223372036854775807', decimal: '1.10', time: 'infinity' }]);
  });
});

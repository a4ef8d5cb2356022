import { sql } from '#eventsourcing';
import type { Database } from '#read-side';
import { DATABASES, openDatabase } from '#testing';

describe.each(DATABASES)('values out of %s', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(kind);
  }, 60_000);
  afterAll(() => database.close());

  it('are text where a number could not hold them, and the same from every driver', async () => {
    const given = sql`select 1::int2 as i2, ${7}::int4 as i4, ${'9223372036854775807'}::int8 as i8, ${'1.10'}::numeric as n, 0.1::float8 as f,
      ${true}::boolean as b, ${'ä"\\'}::text as t, ${'ab'}::varchar as v, '\\x00ff'::bytea as bytes, '{"a":[1,null]}'::json as j, '{"b": 2}'::jsonb as jb,
      '2024-07-09'::date as d, '2024-07-09 09:00:00.5'::timestamp as ts, '2024-07-09T11:00:00.5+02:00'::timestamptz as tz,
      'infinity'::timestamptz as open, null::text as nothing, count(*) as c, sum(x) as s, sum(x::int8) as big, avg(x) as a
      from generate_series(1, 3) as x`;
    expect(await database.run(given)).toEqual([
      {
        ...{ i2: 1, i4: 7, i8: '9223372036854775807', n: '1.10', f: 0.1, b: true, t: 'ä"\\', v: 'ab' },
        ...{ bytes: new Uint8Array([0, 255]), j: { a: [1, null] }, jb: { b: 2 }, d: '2024-07-09' },
        ...{ ts: '2024-07-09 09:00:00.5', tz: '2024-07-09 09:00:00.5+00', open: 'infinity', nothing: null },
        ...{ c: '3', s: '6', big: '6', a: '2.0000000000000000' },
      },
    ]);
  });

  it('in lists are what they are alone', async () => {
    const given = sql`select '{1,null}'::int4[] as i4, '{1}'::int8[] as i8, '{1.10}'::numeric[] as n, ${'{"a,b","NULL",null,"\\"{}\\\\"}'}::text[] as t,
      '{t,f}'::boolean[] as b, '{2024-07-09 09:00:00+00}'::timestamptz[] as tz, '{}'::text[] as none`;
    expect(await database.run(given)).toEqual([
      {
        ...{ i4: [1, null], i8: ['1'], n: ['1.10'], t: ['a,b', 'NULL', null, '"{}\\'], b: [true, false] },
        ...{ tz: ['2024-07-09 09:00:00+00'], none: [] },
      },
    ]);
  });

  it('are not kept by a transaction that fails', async () => {
    await database.run(sql`create table kept (id int)`);
    const failing = database.transaction(async (run) => {
      await run(sql`insert into kept values (1)`);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const refused = database.transaction((run) => run(sql`insert into kept values ('x')`));
    await expect(refused).rejects.toMatchObject({ code: '22P02' });
    expect(await database.transaction((run) => run(sql`insert into kept values (2) returning id`))).toEqual([
      { id: 2 },
    ]);
    expect(await database.run(sql`select id from kept`)).toEqual([{ id: 2 }]);
  });
});

import { sql } from '#eventsourcing';
import { openPostgresServer, type PostgresServer } from '#testing';
import type { Database } from '../libs/read-side/src/database.js';
import { fenced, nextEpoch } from '../libs/read-side/src/fence.js';
import { openPostgres } from '../libs/read-side/src/postgres.js';

describe('what a leader writes', () => {
  let server: PostgresServer;
  let database: Database;
  const troubles: string[] = [];
  const ofEpoch = (epoch: bigint) => fenced(database, epoch, ({ name }) => troubles.push(name));
  const write = (own: Database, n: number, meanwhile: () => Promise<unknown> = async () => undefined) =>
    own.transaction(async (run) => {
      await run(sql`insert into written values (${n}::int)`);
      await meanwhile();
      await run(sql`insert into written values (${n}::int)`);
    });
  const written = async () => (await database.run(sql`select n from written order by n`)).map(({ n }) => n);

  beforeAll(async () => {
    server = await openPostgresServer();
    database = openPostgres(await server.database(), { silence: 500 });
    await database.run(sql`create table written (n int)`);
  }, 60_000);
  afterEach(async () => {
    await database.run(sql`truncate written`);
    troubles.length = 0;
  });
  afterAll(async () => {
    await database.close();
    await server.close();
  });

  it('is written as long as nobody else leads', async () => {
    const own = ofEpoch(await nextEpoch(database));
    await write(own, 1);
    expect(await written()).toEqual([1, 1]);
    expect(troubles).toEqual([]);
  });

  it('is not written any more once another one leads', async () => {
    const old = ofEpoch(await nextEpoch(database));
    const next = ofEpoch(await nextEpoch(database));
    await expect(write(old, 1)).rejects.toMatchObject({ name: 'NoLongerLeading' });
    await write(next, 2);
    expect(await written()).toEqual([2, 2]);
    expect(troubles).toEqual(['NoLongerLeading']);
  });

  it('is written whole before another one leads', async () => {
    const old = ofEpoch(await nextEpoch(database));
    let leading: Promise<bigint> | undefined;
    const order: string[] = [];
    await write(old, 1, async () => {
      leading = nextEpoch(database);
      void leading.then(() => order.push('next'));
      await new Promise((resolve) => setTimeout(resolve, 200));
      order.push('old');
    });
    const next = ofEpoch((await leading)!);
    expect(order).toEqual(['old', 'next']);
    expect(await written()).toEqual([1, 1]);
    await write(next, 2);
  });

  it('is given up where the leader froze over it, and the thawed one learns so', async () => {
    const old = ofEpoch(await nextEpoch(database));
    const frozen = write(old, 1, () => new Promise((resolve) => setTimeout(resolve, 1_500)));
    const refused = expect(frozen).rejects.toMatchObject({ name: 'ReadSideDown' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const next = ofEpoch(await nextEpoch(database));
    await write(next, 2);
    await refused;
    expect(await written()).toEqual([2, 2]);
    expect(troubles).toEqual(['ReadSideDown']);
  });
});

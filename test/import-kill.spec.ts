import { setTimeout } from 'node:timers/promises';
import type { EventStore } from '#eventsourcing';
import { openSqliteReader } from '#stores';
import { describeKiel, kielFile } from './support/kiel-sums.js';
import { build, launch, run, scratch } from './support/launch.js';

/** How many events are in the log when the server is killed; a whole import has about 4,750, the last 150 of them breaches. */
const KILLED_AFTER = [1, 1_500, 3_500, 4_640];

describeKiel("an import of the tracker's release 18", () => {
  let uninterrupted: readonly string[];

  beforeAll(async () => {
    build();
    const dataDir = scratch();
    expect(await imported(dataDir)).toMatchObject({ code: 0, stdout: expect.stringMatching(/ 3,737 added/) as string });
    uninterrupted = await said(dataDir);
  }, 180_000);

  it.each(KILLED_AFTER)(
    'killed with kill -9 after %i events and run again, ends as if it had run once',
    async (events) => {
      const dataDir = scratch();
      const server = await launch({ DATA_DIR: dataDir });
      const interrupted = run('cli', { DATA_DIR: dataDir }, ...args(server.url));
      await logged(dataDir, events);
      server.kill('SIGKILL');
      const { code, stdout, stderr } = await interrupted;
      expect({ code, stdout }).toEqual({ code: 4, stdout: '' });
      expect(stderr).toMatch(
        /went away before the import had ended\. Start it and run this again: it goes on where it was\.\n$/,
      );
      expect((await said(dataDir)).length).toBeLessThan(uninterrupted.length);
      expect(await imported(dataDir)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/ 3,737 added, 0 unchanged/) as string,
      });
      expect(await said(dataDir)).toEqual(uninterrupted);
    },
    120_000,
  );

  it('stopped with SIGTERM says so, and goes on when it is run again', async () => {
    const dataDir = scratch();
    const server = await launch({ DATA_DIR: dataDir });
    const interrupted = run('cli', { DATA_DIR: dataDir }, ...args(server.url));
    await logged(dataDir, 800);
    server.kill('SIGTERM');
    expect((await server.ended).code).toBe(0);
    expect((await interrupted).code).toBe(4);
    expect(await imported(dataDir)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/ 3,737 added, 0 unchanged/) as string,
    });
    expect(await said(dataDir)).toEqual(uninterrupted);
  }, 120_000);
});

function args(url: string): string[] {
  return ['import', 'kiel', kielFile, '--release', 'r18', '--url', url];
}

async function imported(dataDir: string) {
  const server = await launch({ DATA_DIR: dataDir });
  const ended = await run('cli', { DATA_DIR: dataDir }, ...args(server.url));
  server.kill('SIGTERM');
  await server.ended;
  return ended;
}

async function reading<T>(dataDir: string, read: (store: EventStore) => Promise<T>): Promise<T> {
  const store = openSqliteReader(`${dataDir}/log.sqlite`);
  try {
    return await read(store);
  } finally {
    await store.close();
  }
}

/** Resolves once the log has so many events. */
async function logged(dataDir: string, events: number): Promise<void> {
  await reading(dataDir, async (store) => {
    while ((await store.lastPosition()) < BigInt(events)) await setTimeout(2);
  });
}

/** What the log says, in no order: the order between streams is nobody's promise. */
async function said(dataDir: string): Promise<readonly string[]> {
  const log = await reading(dataDir, (store) => store.readAll(0n, 100_000));
  return log
    .map(({ stream, type, data, metadata: { imported } }) => JSON.stringify([stream, type, data, imported]))
    .toSorted();
}

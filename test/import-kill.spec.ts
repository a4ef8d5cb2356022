import { setTimeout } from 'node:timers/promises';
import { openSqliteReader } from '#stores';
import { describeKiel, kielFile } from './support/kiel-sums.js';
import { build, launch, run, scratch } from './support/launch.js';
import { eventsIn, logIn } from './support/log-in.js';

/** How many events are in the log when the server is killed; a whole import has about 4,750, the last 150 of them breaches. */
const KILLED_AFTER = [1, 2_500, 4_640];

const VIEWS = ['allocations', 'commitments', 'pledges', 'rates'];

describeKiel("an import of the tracker's release 18", () => {
  let uninterrupted: { log: readonly string[]; views: readonly (readonly string[])[] };

  beforeAll(async () => {
    build();
    const dataDir = scratch();
    uninterrupted = await importedWhole(dataDir);
    expect(uninterrupted.views.map((rows) => rows.length > 0)).toEqual(VIEWS.map(() => true));
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
      expect((await said(dataDir)).length).toBeLessThan(uninterrupted.log.length);
      expect(await importedWhole(dataDir)).toEqual(uninterrupted);
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
    expect(await importedWhole(dataDir)).toEqual(uninterrupted);
  }, 120_000);
});

function args(url: string): string[] {
  return ['import', 'kiel', kielFile, '--release', 'r18', '--url', url];
}

/** Imports every row, and says what the log and the views hold then. */
async function importedWhole(dataDir: string) {
  const server = await launch({ DATA_DIR: dataDir });
  const { code, stdout } = await run('cli', { DATA_DIR: dataDir }, ...args(server.url));
  const views = await Promise.all(VIEWS.map((view) => shown(server.url, view)));
  server.kill('SIGTERM');
  await server.ended;
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^3,737 rows: 3,737 added, 0 unchanged, /)]);
  return { log: await said(dataDir), views };
}

/** Every row of a view, and since when it is so, once the view has come to the end of the log. */
async function shown(url: string, view: string): Promise<readonly string[]> {
  const rows: string[] = [];
  const { storePosition } = (await (await fetch(`${url}/operations/views`)).json()) as { storePosition: string };
  const headers = { 'read-after': storePosition, prefer: 'wait=30' };
  for (let next: string | undefined = `/views/${view}?limit=1000`; next !== undefined;) {
    const answer = await fetch(`${url}${next}`, { headers });
    const page = (await answer.json()) as { rows: { key: string; validFrom: string; row: object }[]; next?: string };
    rows.push(...page.rows.map(({ key, validFrom, row }) => JSON.stringify([key, validFrom, row])));
    next = page.next;
  }
  return rows;
}

/** Resolves once the log has so many events. */
async function logged(dataDir: string, events: number): Promise<void> {
  const store = openSqliteReader(logIn(dataDir));
  try {
    while ((await store.lastPosition()) < BigInt(events)) await setTimeout(2);
  } finally {
    await store.close();
  }
}

/** What the log says, in no order: the order between streams is nobody's promise. */
async function said(dataDir: string): Promise<readonly string[]> {
  const log = await eventsIn(logIn(dataDir));
  return log
    .map(({ stream, type, data, metadata: { imported } }) => JSON.stringify([stream, type, data, imported]))
    .toSorted();
}

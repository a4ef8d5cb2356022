import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalIssuer } from '#platform';
import { openSqliteStore } from '#stores';
import { build, launch, scratch } from './support/launch.js';
import { load } from './support/load.js';

const KILLS = 20;
const CONNECTIONS = 64;

interface ViewsStatus {
  readonly position: string;
  readonly storePosition: string;
  readonly views: readonly { readonly name: string; readonly status: string }[];
}

const directory = scratch();

beforeAll(build, 120_000);
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

/** How the views fare once they have everything that the log has; fails after half a minute. */
async function caughtUp(url: string): Promise<ViewsStatus> {
  for (const until = Date.now() + 30_000; ;) {
    const status = (await (await fetch(`${url}/operations/views`)).json()) as ViewsStatus;
    const done = status.position === status.storePosition && status.views.every(({ status: view }) => view === 'live');
    if (done || Date.now() > until) return status;
    await pause(50);
  }
}

describe('a server under load that is killed again and again', () => {
  it('has every acknowledged command in its log once, and views that catch up', async () => {
    const issuer = await LocalIssuer.in(directory);
    const token = await issuer.issue({ subject: 'kill', party: 'DEU', roles: ['operator'], ttl: '1h' });
    const acknowledged = new Map<string, bigint>();
    for (let round = 1; round <= KILLS; round++) {
      const server = await launch({ DATA_DIR: directory });
      const sent = load(server.url, token, CONNECTIONS, `kill-${round}`);
      await sent.until(50);
      await pause(Math.random() * 400);
      server.kill('SIGKILL');
      await Promise.all([server.ended, sent.over]);
      expect(sent.refused).toEqual([]);
      for (const [id, position] of sent.acknowledged) acknowledged.set(id, position);
    }

    const last = await launch({ DATA_DIR: directory });
    const status = await caughtUp(last.url);
    last.kill('SIGTERM');
    expect((await last.ended).code).toBe(0);

    const store = openSqliteStore(join(directory, 'log.sqlite'));
    const events = await store.readAll(0n, Number.MAX_SAFE_INTEGER);
    await store.close();
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => BigInt(index + 1)));
    const logged = new Map(events.map(({ stream, position }) => [stream.slice('pledge-'.length), position]));
    expect(logged.size).toBe(events.length);
    expect(new Map([...acknowledged].map(([id]) => [id, logged.get(id)]))).toEqual(acknowledged);
    expect(status).toMatchObject({ position: String(events.length), storePosition: String(events.length) });
    expect(status.views.filter(({ status: view }) => view !== 'live')).toEqual([]);
  }, 900_000);
});

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { LocalIssuer } from '#platform';
import { startChildDouble, type ChildDouble } from './support/eventstoredb/child.js';
import { build, launch, run, scratch } from './support/launch.js';
import { load } from './support/load.js';

jest.setTimeout(180_000);

const directory = scratch();
const copy = `sqlite:${join(directory, 'copy.sqlite')}`;
let [original, elsewhere]: ChildDouble[] = [];

beforeAll(async () => {
  build();
  [original, elsewhere] = await Promise.all([startChildDouble(), startChildDouble()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([original?.stop(), elsewhere?.stop()]);
  rmSync(directory, { recursive: true, force: true });
});

const moved = (from = '', to = '', ...more: string[]) =>
  run('cli', {}, 'migrate-store', '--from', from, '--to', to, ...more);
const ledgerOn = (store: ChildDouble | undefined) =>
  launch({ DATA_DIR: directory, DATABASE_URL: 'pglite:', EVENT_STORE_URL: store?.url ?? '' });

describe('a copy of a log in EventStoreDB, taken under load and restored to another server', () => {
  it('holds all that was acknowledged before, and all views are those of the copy', async () => {
    const server = await ledgerOn(original);
    const issuer = await LocalIssuer.in(directory);
    const token = await issuer.issue({ subject: 'drill', party: 'DEU', roles: ['operator'], ttl: '1h' });
    const sent = load(server.url, token, 8, 'drill');
    await sent.until(200);
    const before = [...sent.acknowledged.keys()];
    const taken = await moved(original?.url, copy, '--no-views');
    await sent.until(20);
    sent.stop();
    await sent.over;
    server.kill('SIGTERM');
    await server.ended;
    expect(sent.refused).toEqual([]);
    expect({ code: taken.code, said: taken.stderr }).toEqual({
      code: 1,
      said: expect.stringContaining('The source has grown meanwhile.') as string,
    });
    const count = /^([\d,]+) events: .*; the same events in the same order\n$/.exec(taken.stdout)?.[1] ?? '';
    expect(Number(count.replaceAll(',', ''))).toBeGreaterThanOrEqual(before.length);

    const back = await moved(copy, elsewhere?.url);
    expect({ code: back.code, stderr: back.stderr, said: back.stdout }).toEqual({
      ...{ code: 0, stderr: '' },
      said: expect.stringMatching(
        new RegExp(
          `^${count} events: ${count} added, 0 there before; the same events in the same order and \\d+ views alike\\n$`,
        ),
      ) as string,
    });

    const restored = await ledgerOn(elsewhere);
    const more = load(restored.url, token, 1, 'restored');
    await more.until(1);
    more.stop();
    await more.over;
    const [position] = [...more.acknowledged.values()];
    const found = await Promise.all(
      before.map(async (pledgeId) => {
        const headers = { 'read-after': String(position), prefer: 'wait=30' };
        return (await fetch(`${restored.url}/views/pledges/${pledgeId}`, { headers })).status;
      }),
    );
    restored.kill('SIGTERM');
    await restored.ended;
    expect({ refused: more.refused, found: new Set(found) }).toEqual({ refused: [], found: new Set([200]) });
  });
});

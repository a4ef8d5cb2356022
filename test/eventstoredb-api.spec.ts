import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { LocalIssuer } from '#platform';
import { openEventStoreDb } from '#stores';
import { startChildDouble, type ChildDouble } from './support/eventstoredb/child.js';
import { build, launch, run, scratch, type Launched } from './support/launch.js';
import { load } from './support/load.js';

jest.setTimeout(120_000);

let double: ChildDouble;
const directory = scratch();

beforeAll(async () => {
  build();
  double = await startChildDouble();
}, 120_000);

afterAll(async () => {
  await double.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** Runs a case with an api whose log is in EventStoreDB. */
async function withApi(work: (server: Launched, token: string) => Promise<void>): Promise<void> {
  const server = await launch({ DATA_DIR: directory, EVENT_STORE_URL: double.url });
  const issuer = await LocalIssuer.in(directory);
  try {
    await work(server, await issuer.issue({ subject: 'operator', party: 'DEU', roles: ['operator'], ttl: '1h' }));
  } finally {
    server.kill('SIGTERM');
    await server.ended;
  }
}

const rowOf = async ({ url }: Launched, pledgeId: string, position: bigint) => {
  const answer = await fetch(`${url}/views/pledges/${pledgeId}`, { headers: { 'if-position': String(position) } });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

/** The view's row once the view has come so far. */
async function rowInTime(server: Launched, pledgeId: string, position: bigint) {
  for (let tries = 0; ; tries++) {
    const row = await rowOf(server, pledgeId, position);
    if (row.status === 200 || tries === 200) return row;
    await pause(50);
  }
}

/** What the metrics count of subscriptions: the drops, and the resumes. */
async function interruptionsOf({ url }: Launched): Promise<readonly number[]> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return ['drops', 'resumes'].map((what) =>
    Number(new RegExp(`^steadfast_subscription_${what}_total (\\d+)$`, 'm').exec(text)?.[1]),
  );
}

/** How many seconds each view and policy is behind the log, and the views all together. */
async function secondsBehind({ url }: Launched): Promise<readonly (readonly [string, number])[]> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return [...text.matchAll(/^(steadfast_\w+_seconds_behind\S*) (.*)$/gm)].map(([, of = '', seconds]) => [
    of,
    Number(seconds),
  ]);
}

describe('the api with its log in EventStoreDB', () => {
  it('takes commands and shows what came of them, also after it was started again', async () => {
    await withApi(async (server, token) => {
      const sent = load(server.url, token, 4, 'kept');
      await sent.until(40);
      sent.stop();
      await sent.over;
      expect(sent.refused).toEqual([]);
      const [[pledgeId, position]] = [...sent.acknowledged].slice(-1) as [[string, bigint]];
      expect((await rowInTime(server, pledgeId, position)).status).toBe(200);
    });
    await withApi(async (server) => {
      expect((await rowInTime(server, 'kept-1', 1n)).status).toBe(200);
      const log = (await (await fetch(`${server.url}/events?limit=1`)).json()) as { events: { stream: string }[] };
      expect(log.events.map(({ stream }) => stream)).toEqual(['pledge-kept-1']);
    });
  });

  it('carries out once each command that it acknowledges, while EventStoreDB freezes, restarts and loses answers', () =>
    withApi(async (server, token) => {
      const sent = load(server.url, token, 16, 'once');
      await sent.until(50);
      double.order({ do: 'freeze' });
      await pause(1_000);
      double.order({ do: 'thaw' });
      await sent.until(50);
      double.order({ do: 'fail', appends: ['drop-after', 'lose-answer', 'twice', 'drop-before'] });
      await sent.until(50);
      double.order({ do: 'restart' });
      await sent.until(50);
      sent.stop();
      await sent.over;
      expect(sent.refused).toEqual([]);
      const store = await openEventStoreDb(double.url);
      const log = (await store.readAll(0n, 100_000)).filter(({ stream }) => stream.startsWith('pledge-once-'));
      await store.close();
      expect(log.map(({ stream }) => stream.slice('pledge-'.length)).toSorted()).toEqual(
        [...sent.acknowledged.keys()].toSorted(),
      );
    }));

  it('counts that the subscriptions of its policies and of its views broke off, and that they go on', () =>
    withApi(async (server, token) => {
      const sent = load(server.url, token, 1, 'counted');
      await sent.until(1);
      sent.stop();
      await sent.over;
      const [[pledgeId, position]] = [...sent.acknowledged] as [[string, bigint]];
      expect((await rowInTime(server, pledgeId, position)).status).toBe(200);
      expect(await interruptionsOf(server)).toEqual([0, 0]);
      double.order({ do: 'drop' });
      let counted = await interruptionsOf(server);
      for (let tries = 0; counted[1]! < 2 && tries < 200; tries++) {
        await pause(50);
        counted = await interruptionsOf(server);
      }
      expect(counted).toEqual([2, 2]);
    }));

  it('is no second behind its log once it has done what follows from it, in views and policies', () =>
    withApi(async (server) => {
      let all = await secondsBehind(server);
      for (let tries = 0; all.some(([, seconds]) => seconds !== 0) && tries < 400; tries++) {
        await pause(50);
        all = await secondsBehind(server);
      }
      expect(all.filter(([, seconds]) => seconds !== 0)).toEqual([]);
      expect(new Set(all.map(([of]) => of.replace(/_seconds.*/, '')))).toEqual(
        new Set(['steadfast_read_side', 'steadfast_view', 'steadfast_policy']),
      );
    }));

  it('says in one line that the address is none', async () => {
    const { code, stderr } = await run('api', { PORT: '0', DATA_DIR: directory, EVENT_STORE_URL: 'esdb://log:here' });
    expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(stderr).toMatch(/^EVENT_STORE_URL: this is no connection string of EventStoreDB: /);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Ajv } from 'ajv';
import { text, view, type Event, type Row } from '#eventsourcing';
import { openSharedReadSide } from '#read-side';
import { MemoryStore } from '#stores';
import { event, newOf, openPostgresServer } from '#testing';
import { listenTo, type Listening, type Message } from './support/feed-client.js';
import { build, launch, run, scratch } from './support/launch.js';
import { brittle, pledges } from './support/sample-views.js';
import { serveReads, type ReadServer } from './support/serve-reads.js';

jest.setTimeout(60_000);

type Body = Readonly<Record<string, unknown>>;
interface RowChange {
  readonly key: string;
  readonly change: string;
  readonly before: { readonly row: Body } | null;
  readonly after: { readonly row: Body } | null;
}

const claims = [{ source: 'https://example.org/law', said: '2024-07-11', learnt: '2024-07-11' }];
const rowsOf = ({ data }: Message) => data.rows as readonly RowChange[];
const told = (messages: readonly Message[]) =>
  messages.flatMap((message) =>
    rowsOf(message).map(({ key, change, before, after }) =>
      [message.id, change, key, before?.row.status, after?.row.status].filter(Boolean).join(' '),
    ),
  );
const until = async (holds: () => Promise<boolean> | boolean) => {
  for (let turn = 0; turn < 200 && !(await holds()); turn++) await pause(25);
  expect(await holds()).toBe(true);
};
const withdraw = (server: ReadServer, pledgeId: string) =>
  server.send('WithdrawPledge', { pledgeId, reason: 'Elections' });
const commit = (server: ReadServer, pledgeId: string) =>
  server.send('CommitPledge', { pledgeId, amount: { amount: '600000.00', currency: 'EUR', basis: 'claimed' }, claims });

describe('the feed of a view', () => {
  let server: ReadServer;
  const feed = (query: string, headers?: Readonly<Record<string, string>>) =>
    listenTo(`${server.url}/feed?view=pledges${query}`, headers);
  const ALL = ['1 added p-1 made', '2 added p-2 made', '3 changed p-1 made committed', '4 removed p-2 made'];

  beforeAll(async () => {
    server = await serveReads({ views: [pledges, brittle] });
    await server.pledge();
    await server.pledge({ title: 'Tanks' });
  });
  afterAll(() => server.close());

  it('begins with what changes next: rows as lists have them, and the event that did it', async () => {
    await server.get('/views/pledges');
    const listening = await feed('');
    const [before] = (await server.get('/views/pledges?key=p-1')).body.rows as readonly Body[];
    await commit(server, 'p-1');
    const [message] = await listening.take(1);
    const [after] = (await server.get('/views/pledges?key=p-1')).body.rows as readonly Body[];
    const [event] = (await server.get('/events?after=2')).body.events as readonly Body[];
    const head = Object.fromEntries(Object.entries(event ?? {}).filter(([name]) => name !== 'data'));
    expect(message).toEqual({
      id: '3',
      data: { view: 'pledges', position: '3', event: head, rows: [{ key: 'p-1', change: 'changed', before, after }] },
    });
    expect(listening.text()).toMatch(/^retry: 2000\n\nid: 2\n\nid: 3\ndata: /);
    expect(['content-type', 'log-position'].map((name) => listening.headers.get(name))).toEqual([
      'text/event-stream',
      '2',
    ]);
    listening.leave();
  });

  it('goes on after any position, as often as a client comes again', async () => {
    await withdraw(server, 'p-2');
    const all = await feed('&after=0');
    expect(told(await all.take(4))).toEqual(ALL);
    all.leave();
    const received: Message[] = [];
    while (received.length < 4) {
      const listening = await feed('', { 'last-event-id': received.at(-1)?.id ?? '0' });
      received.push(...(await listening.take(1)));
      listening.leave();
    }
    expect(told(received)).toEqual(ALL);
  });

  it('has the rows that meet a filter before or after', async () => {
    const listening = await feed('&after=0&status=made');
    expect(told(await listening.take(4))).toEqual([
      '1 added p-1 made',
      '2 added p-2 made',
      '3 removed p-1 made',
      '4 removed p-2 made',
    ]);
    listening.leave();
    const ofKey = await feed('&after=0&key=p-2');
    expect(told(await ofKey.take(2))).toEqual([ALL[1], ALL[3]]);
    ofKey.leave();
  });

  it('changes the rows of a list into those of a later one', async () => {
    const END = '9999-12-31';
    const first = await server.get(`/views/pledges?asOf=${END}`);
    const rows = new Map((first.body.rows as readonly Body[]).map((row) => [String(row.key), row]));
    const listening = await feed(`&after=${String(first.headers.get('known-at'))}`);
    await server.pledge({ pledgeId: 'n-1' });
    await server.pledge({ pledgeId: 'n-2' }, { 'occurred-at': '2024-07-01' });
    await commit(server, 'n-2');
    await withdraw(server, 'n-1');
    for (const message of await listening.take(4)) {
      for (const { key, after } of rowsOf(message)) {
        if (after) rows.set(key, after);
        else rows.delete(key);
      }
    }
    listening.leave();
    const later = (await server.get(`/views/pledges?asOf=${END}`)).body.rows as readonly Body[];
    expect([...rows.values()].sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1))).toEqual(later);
  });

  it('reads the view once for all who listen with the same filter, and stops when they have left', async () => {
    const reading = jest.spyOn(server.readSide, 'changes');
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, index) => feed(`&donor=${index % 2 ? 'DEU' : 'FRA'}`)),
    );
    const opened = reading.mock.calls.length;
    await server.pledge({ pledgeId: 'for-all' });
    const received = await Promise.all(all.filter((_, index) => index % 2).map((listening) => listening.take(1)));
    expect(new Set(received.flat().map(({ id }) => id)).size).toBe(1);
    expect(reading.mock.calls.length - opened).toBeLessThan(20);
    reading.mockRestore();
    for (const listening of all) listening.leave();
    const subscribers = async () => String((await server.request('/metrics')).body.text);
    await until(async () => /^steadfast_feed_subscribers 0$/m.test(await subscribers()));
  });

  it('says that its view has stopped', async () => {
    const listening = await listenTo(`${server.url}/feed?view=brittle`);
    await server.pledge({ title: 'BREAK' });
    expect(await listening.take(1)).toEqual([]);
    const again = await listenTo(`${server.url}/feed?view=brittle&after=0`);
    expect((await again.take(2)).map(({ id }) => id)).toEqual(['1', '2']);
    const position = String(await server.store.lastPosition());
    expect(again.headers.get('view-stopped')).toBe(`brittle; position=${position}`);
    const stopped = /event: stopped\ndata: (.*)\n/.exec(again.text())?.[1] ?? '{}';
    expect(JSON.parse(stopped)).toMatchObject({ view: 'brittle', position, type: 'PledgeMade' });
    again.leave();
  });

  it.each([
    ['view=nonsense', {}, 404, 'UnknownView'],
    ['view=pledges&view=brittle', {}, 400, 'QueryNotUnderstood'],
    ['view=pledges&nonsense=1', {}, 400, 'QueryNotUnderstood'],
    ['view=pledges&asOf=2024-07-10', {}, 400, 'QueryNotUnderstood'],
    ['view=pledges&after=soon', {}, 400, 'QueryNotUnderstood'],
    ['view=pledges&made=much', {}, 400, 'BadCondition'],
    ['view=pledges', { 'last-event-id': 'soon' }, 400, 'HeaderNotUnderstood'],
    ['view=pledges&envelope=cloudevents', {}, 400, 'QueryNotUnderstood'],
    ['view=pledges', { accept: 'application/cloudevents+json' }, 406, 'NotAcceptable'],
  ])('refuses %s %j', async (query, headers, status, code) => {
    const answer = await server.request(`/feed?${query}`, { headers });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('what the feed sends', () => {
  let server: ReadServer;
  beforeAll(async () => {
    server = await serveReads({ views: [pledges, brittle] });
    await server.pledge({ pledgeId: 'd-1' });
    await server.pledge({ pledgeId: 'd-2' });
    await commit(server, 'd-1');
    await withdraw(server, 'd-2');
  });
  afterAll(() => server.close());

  it.each([
    ['', 'event'],
    ['&envelope=cloudevents', 'cloudEvent'],
    ['&view=pledges', 'changes.pledges'],
  ])('with %j is a message %s of its AsyncAPI document, and no other', async (query, name) => {
    const { body } = await server.request('/asyncapi.json');
    const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema(body, 'asyncapi');
    const validated = (message: string) =>
      ajv.compile({ $ref: `asyncapi#/components/messages/${message}/payload` }) as (data: unknown) => boolean;
    const listening = await listenTo(`${server.url}/feed?after=0${query}`);
    const messages = await listening.take(4);
    listening.leave();
    expect(messages.map(({ data }) => validated(name)(data))).toEqual([true, true, true, true]);
    const others = ['event', 'cloudEvent', 'changes.pledges', 'changes.brittle', 'stopped'].filter(
      (one) => one !== name,
    );
    expect(others.filter((other) => validated(other)(messages[0]?.data))).toEqual([]);
  });
});

/** A store that outlives the server that it is closed with. */
class LastingStore extends MemoryStore {
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

describe('the feed of a view in a server that starts again', () => {
  it('goes on where a client was', async () => {
    const database = mkdtempSync(join(tmpdir(), 'steadfast-feed-'));
    const store = new LastingStore();
    const first = await serveReads({ store, database });
    await first.pledge();
    const before = await listenTo(`${first.url}/feed?view=pledges&after=0`);
    expect(told(await before.take(1))).toEqual(['1 added p-1 made']);
    await commit(first, 'p-1');
    await first.close();
    const second = await serveReads({ store, database });
    await withdraw(second, 'p-1');
    const after = await listenTo(`${second.url}/feed?view=pledges`, { 'last-event-id': '1' });
    expect(told(await after.take(2))).toEqual(['2 changed p-1 made committed', '3 removed p-1 committed']);
    after.leave();
    await second.close();
    rmSync(database, { recursive: true });
  });
});

describe('the feed of a view in a server that does not fold', () => {
  it('has what another process folds into the database of both', async () => {
    const postgres = await openPostgresServer();
    const url = await postgres.database();
    const store = new MemoryStore();
    const worker = openSharedReadSide({ url, store, views: [pledges], mayLead: true });
    const reader = openSharedReadSide({ url, store, views: [pledges], mayLead: false });
    expect(await reader.waitFor(0n, 20_000)).toBe(true);
    const api = await serveReads({ store, views: [pledges], questions: [], readSide: reader });
    await api.pledge();
    const listening = await listenTo(`${api.url}/feed?view=pledges&after=0`);
    expect(told(await listening.take(1))).toEqual(['1 added p-1 made']);
    await withdraw(api, 'p-1');
    expect(told(await listening.take(1))).toEqual(['2 removed p-1 made']);
    listening.leave();
    await api.close();
    await Promise.all([reader.close(), worker.close()]);
    await postgres.close();
  });
});

const fillers = view<Row & { readonly filler: string }, Event<'Filled', { key: string; filler: string }>>('fillers', {
  columns: { filler: text() },
  key: ({ data }) => data.key,
  on: { Filled: (_, { data }) => ({ filler: data.filler }) },
});

describe('a client of a view that takes nothing', () => {
  it('holds the feed back, not memory; later it has everything', async () => {
    const MANY = 3_000;
    const store = new MemoryStore();
    const filled = (n: number) => newOf(event(n, 'Filled', { key: `k-${String(n)}`, filler: 'x'.repeat(8_000) }));
    const events = Array.from({ length: MANY }, (_, index) => filled(index + 1));
    for (let at = 0; at < MANY; at += 100) await store.append('fillers', events.slice(at, at + 100), at - 1);
    const server = await serveReads({ store, views: [fillers], questions: [] });
    await server.readSide.waitFor(BigInt(MANY), 30_000);
    const reading = jest.spyOn(server.readSide, 'changes');
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.setEncoding('utf8');
    await new Promise<void>((resolve) => socket.once('connect', resolve));
    let received = '';
    socket.on('data', (part: string) => (received += part));
    socket.pause();
    socket.write('GET /feed?view=fillers&after=0 HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await pause(1_000);
    const held = reading.mock.calls.map(([, { after = 0n }]) => Number(after));
    socket.resume();
    await until(() => received.includes(`id: ${String(MANY)}\n`));
    expect([...received.matchAll(/^id: (\d+)\ndata/gm)].map(([, id]) => Number(id))).toEqual(
      Array.from({ length: MANY }, (_, index) => index + 1),
    );
    expect(Math.max(...held.filter((after) => after < MANY))).toBeLessThan(MANY / 2);
    socket.destroy();
    await server.close();
  });
});

describe('500 clients of a view that listen and hear nothing', () => {
  it('cost under 100 MB', async () => {
    build();
    const env = { DATA_DIR: scratch() };
    const server = await launch(env);
    const token = (await run('cli', env, 'token', '--party', 'NATO', '--role', 'coordinator')).stdout.trim();
    const memory = () =>
      Number(spawnSync('ps', ['-o', 'rss=', '-p', String(server.pid)], { encoding: 'utf8' }).stdout) / 1024;
    const feed = () => listenTo(`${server.url}/feed?view=pledges`, { authorization: `Bearer ${token}` });
    const open = async (count: number): Promise<Listening[]> => {
      const all: Listening[] = [];
      while (all.length < count) all.push(...(await Promise.all(Array.from({ length: 50 }, feed))));
      return all;
    };
    // What the first clients cost, code that is compiled and buffers of the server, is no client's.
    for (const listening of await open(50)) listening.leave();
    await pause(500);
    const before = memory();
    const all = await open(500);
    await pause(1_000);
    const growth = memory() - before;
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    for (const listening of all) listening.leave();
    server.kill('SIGTERM');
    await server.ended;
    expect(metrics).toMatch(/^steadfast_feed_subscribers 500$/m);
    expect(growth).toBeLessThan(100);
  });
});

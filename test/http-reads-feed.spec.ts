import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { uuidv5, type EventStore, type NewEvent, type RecordedEvent } from '#eventsourcing';
import { MemoryStore } from '#stores';
import { listenTo, type Message } from './support/feed-client.js';
import { serveReads, type ReadServer } from './support/serve-reads.js';

jest.setTimeout(60_000);

/** A store that counts what is asked of it, and whose subscriptions can be broken off. */
class CountingStore extends MemoryStore {
  subscriptions = 0;
  ended = 0;
  eventsRead = 0;
  breakOff: Promise<never> | undefined;

  override async readAll(...asked: Parameters<EventStore['readAll']>) {
    const events = await super.readAll(...asked);
    this.eventsRead += events.length;
    return events;
  }

  override async *subscribe(...[after, signal]: Parameters<EventStore['subscribe']>) {
    this.subscriptions++;
    try {
      const events = super.subscribe(after, signal)[Symbol.asyncIterator]();
      for (;;) {
        const next = await Promise.race([events.next(), ...(this.breakOff ? [this.breakOff] : [])]);
        if (next.done) return;
        yield next.value;
      }
    } finally {
      this.ended++;
    }
  }
}

let server: ReadServer;
const store = new CountingStore();
const feed = (query = '', headers?: Readonly<Record<string, string>>) =>
  listenTo(`${server.url}/feed${query}`, headers);
const ids = (messages: readonly Message[]) => messages.map(({ id }) => id);
const listeners = async () => {
  const { body } = await server.request('/metrics');
  return Number(/^steadfast_feed_subscribers (\d+)$/m.exec(String(body.text))?.[1]);
};
const until = async (holds: () => Promise<boolean> | boolean) => {
  for (let turn = 0; turn < 200 && !(await holds()); turn++) await pause(25);
  expect(await holds()).toBe(true);
};

beforeAll(async () => {
  server = await serveReads({ store, views: [], questions: [] });
});
afterAll(() => server.close());

describe('the feed', () => {
  it('begins with what comes next, as it was stored', async () => {
    await server.pledge();
    const listening = await feed();
    await server.pledge({ pledgeId: 'live' });
    const [message] = await listening.take(1);
    const { events } = await store.read('pledge-live');
    const [event] = events.map((stored) => ({ ...stored, position: String(stored.position) }));
    expect(message).toEqual({ id: event?.position, data: event });
    expect(listening.text()).toMatch(/^retry: 2000\n\nid: /);
    expect(['content-type', 'cache-control', 'log-position'].map((name) => listening.headers.get(name))).toEqual([
      'text/event-stream',
      'no-store',
      '1',
    ]);
    listening.leave();
  });

  it.each([
    ['?after=0', {}, '1'],
    ['?after=1', {}, '2'],
    ['?after=0', { 'last-event-id': '1' }, '2'],
  ])('goes on after a position: %s %j', async (query, headers, first) => {
    const listening = await feed(query, headers);
    expect(ids(await listening.take(1))).toEqual([first]);
    listening.leave();
  });

  it('leaves nothing out and repeats nothing, however often a client comes again while commands are taken', async () => {
    const from = await store.lastPosition();
    const MANY = 300;
    const sending = (async () => {
      for (let sent = 0; sent < MANY; sent += 10) await Promise.all(Array.from({ length: 10 }, () => server.pledge()));
    })();
    const received: string[] = [];
    while (received.length < MANY) {
      const listening = await feed('', { 'last-event-id': received.at(-1) ?? String(from) });
      received.push(...ids(await listening.take(Math.min(MANY - received.length, 1 + (received.length % 37)))));
      listening.leave();
    }
    await sending;
    const stored = await store.readAll(from, 1_000);
    expect(received).toEqual(stored.map(({ position }) => String(position)));
  });

  it('sends what a client asks for, and no more', async () => {
    const after = String(await store.lastPosition());
    const [byType, byParty, byStream, byTime] = await Promise.all([
      feed(`?after=${after}&type=PledgeWithdrawn,PledgeIncreased`),
      feed(`?after=${after}&party=FRA,DEU&stream=pledge-wanted`),
      feed(`?after=${after}&stream=pledge-wanted,pledge-other`),
      feed(`?after=${after}&asOf=2024-07-10`),
    ]);
    await server.pledge({ pledgeId: 'other' });
    await server.pledge({ pledgeId: 'wanted' }, { 'occurred-at': '2024-07-10' });
    await server.send('WithdrawPledge', { pledgeId: 'wanted', reason: 'Elections' });
    const typesOf = async (listening: Awaited<ReturnType<typeof feed>>, count: number) => {
      const messages = await listening.take(count);
      listening.leave();
      return messages.map(({ data }) => `${String(data.stream)} ${String(data.type)}`);
    };
    expect(await typesOf(byType, 1)).toEqual(['pledge-wanted PledgeWithdrawn']);
    expect(await typesOf(byParty, 2)).toEqual(['pledge-wanted PledgeMade', 'pledge-wanted PledgeWithdrawn']);
    expect(await typesOf(byStream, 2)).toEqual(['pledge-other PledgeMade', 'pledge-wanted PledgeMade']);
    expect(await typesOf(byTime, 1)).toEqual(['pledge-wanted PledgeMade']);
  });

  it.each([
    ['', { accept: 'application/cloudevents+json' }],
    ['&envelope=cloudevents', {}],
  ])(
    'sends events in the envelope of CloudEvents to who asks by %j %j, and goes on from their ids',
    async (asking, headers) => {
      const after = await store.lastPosition();
      await server.pledge();
      await server.pledge();
      const stored = await store.readAll(after, 2);
      const messageOf = ({ id, type, stream, revision, position, at, occurredAt, data }: RecordedEvent) => ({
        id: String(position),
        data: {
          ...{ specversion: '1.0', id, source: `/streams/${stream}`, type: `steadfast.${type}`, subject: stream },
          ...{ time: occurredAt, datacontenttype: 'application/json', sequence: String(position), revision },
          ...{ recordedat: at, party: 'DEU', data },
        },
      });
      const listening = await feed(`?after=${String(after)}${asking}`, headers);
      expect(await listening.take(2)).toEqual(stored.map(messageOf));
      listening.leave();
      const again = await feed(`?${asking}`, { ...headers, 'last-event-id': String(stored[0]?.position) });
      expect(await again.take(1)).toEqual(stored.slice(1).map(messageOf));
      again.leave();
    },
  );

  it('sends the same event as it was stored to one, and in an envelope to another', async () => {
    const [plain, wrapped] = await Promise.all([feed(), feed('?envelope=cloudevents')]);
    await server.pledge({ pledgeId: 'both' });
    const [[one], [other]] = [await plain.take(1), await wrapped.take(1)];
    expect([one?.data.stream, other?.data.subject, one?.id === other?.id]).toEqual([
      ...['pledge-both', 'pledge-both', true],
    ]);
    plain.leave();
    wrapped.leave();
  });

  it.each(['?envelope=soap', '?envelope=', '?envelope=cloudevents&envelope=cloudevents'])(
    'does not understand %s',
    async (query) => {
      const { status, body } = await server.request(`/feed${query}`);
      expect([status, body.code, body.parameter]).toEqual([400, 'QueryNotUnderstood', 'envelope']);
    },
  );

  it('follows the log once, for however many listen, and no longer than they do', async () => {
    await until(async () => (await listeners()) === 0);
    const before = store.subscriptions;
    const all = await Promise.all(Array.from({ length: 200 }, () => feed()));
    expect(await listeners()).toBe(200);
    await server.pledge({ pledgeId: 'for-all' });
    const received = await Promise.all(all.map((listening) => listening.take(1)));
    expect(new Set(received.flatMap(ids)).size).toBe(1);
    expect([received.length, store.subscriptions - before]).toEqual([200, 1]);
    for (const listening of all) listening.leave();
    await until(async () => (await listeners()) === 0);
    await until(() => store.ended === store.subscriptions - 1);
  });

  it('ends where the log can no longer be followed, and is there again for who comes again', async () => {
    let breakOff: (why: Error) => void = () => undefined;
    store.breakOff = new Promise<never>((_, reject) => (breakOff = reject));
    store.breakOff.catch(() => undefined);
    const listening = await feed();
    breakOff(new Error('the line is cut'));
    expect(await listening.take(1)).toEqual([]);
    store.breakOff = undefined;
    const again = await feed();
    await server.pledge();
    expect(await again.take(1)).toHaveLength(1);
    again.leave();
  });

  it('has a head and no body for who asks for its head', async () => {
    const { status, headers } = await server.request('/feed', { method: 'HEAD' });
    expect([status, headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  });

  it.each([
    ['?after=soon', {}, 'QueryNotUnderstood'],
    ['?after=1&after=2', {}, 'QueryNotUnderstood'],
    ['?from=1', {}, 'QueryNotUnderstood'],
    ['?__proto__=1', {}, 'QueryNotUnderstood'],
    ['?asOf=soon', {}, 'QueryNotUnderstood'],
    ['', { 'last-event-id': 'soon' }, 'HeaderNotUnderstood'],
  ])('refuses %s %j', async (query, headers, code) => {
    const { status, body } = await server.request(`/feed${query}`, { headers });
    expect([status, body.code]).toEqual([400, code]);
  });
});

/** A client that asks for the whole feed and takes nothing of it until it is told to. */
async function idler(url: string): Promise<{ read(): Promise<string>; gone: Promise<unknown> }> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.setEncoding('utf8');
  const gone = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.pause();
  socket.write('GET /feed?after=0 HTTP/1.1\r\nHost: localhost\r\n\r\n');
  let text = '';
  socket.on('data', (part: string) => (text += part));
  socket.pause();
  return {
    gone,
    read: async () => {
      socket.resume();
      await pause(50);
      return text;
    },
  };
}

describe('a client that takes nothing', () => {
  const MANY = 4_000;
  const filled = new CountingStore();
  let slow: ReadServer;

  beforeAll(async () => {
    const events = Array.from({ length: MANY }, (_, index) => large(index));
    for (let at = 0; at < MANY; at += 100) await filled.append('pledge-large', events.slice(at, at + 100), at - 1);
    slow = await serveReads({ store: filled, views: [], questions: [] });
    await slow.readSide.waitFor(BigInt(MANY), 60_000);
  });

  it('holds the feed back, not memory; later it has everything', async () => {
    filled.eventsRead = 0;
    const client = await idler(slow.url);
    await pause(1_500);
    const held = filled.eventsRead;
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(MANY / 2);
    let text = '';
    await until(async () => (text = await client.read()).includes(`id: ${String(MANY)}\n`));
    const received = [...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
    expect(received).toEqual(Array.from({ length: MANY }, (_, index) => index + 1));
  });

  it('keeps no server from closing, nor does one that waits', async () => {
    const client = await idler(slow.url);
    const waiting = await listenTo(`${slow.url}/feed`);
    await pause(500);
    const began = performance.now();
    await slow.close();
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await waiting.take(1)).toEqual([]);
    await client.read();
    await client.gone;
  });
});

function large(index: number): NewEvent {
  const at = '2024-07-10T00:00:00.000Z';
  const commandId = uuidv5(`command ${String(index)}`);
  const by = { subject: 'anna', party: 'DEU', roles: ['operator'] };
  return {
    id: uuidv5(`event ${String(index)}`),
    type: 'Something',
    data: { filler: 'x'.repeat(8_000) },
    at,
    occurredAt: at,
    metadata: { commandId, payload: '', by, correlationId: commandId, causationId: commandId },
  };
}

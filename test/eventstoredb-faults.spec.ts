import { setTimeout as pause } from 'node:timers/promises';
import { NO_STREAM, START, type EventStore, type RecordedEvent } from '#eventsourcing';
import { openEventStoreDb, StoreUnavailable } from '#stores';
import { newEvent } from '#testing';
import { EventStoreDouble } from './support/eventstoredb/double.js';
import type { AppendFault } from './support/eventstoredb/faults.js';

jest.setTimeout(60_000);

const WRITERS = 32;
const limits = { deadline: 500, patience: 20_000 };

/** Writers that append one event after the other, each to its stream, and ask again where the store gave no answer. */
class Load {
  readonly acknowledged: string[] = [];
  #stopped = false;
  readonly #writers: Promise<void>[];

  constructor(private readonly store: EventStore) {
    this.#writers = Array.from({ length: WRITERS }, (_, writer) => this.#write(`light-${String(writer)}`));
  }

  /** Resolves once so many more appends are acknowledged. */
  async more(count: number): Promise<void> {
    const until = this.acknowledged.length + count;
    while (this.acknowledged.length < until) await Promise.race([pause(5), ...this.#writers]);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#writers);
  }

  async #write(stream: string): Promise<void> {
    for (let revision = NO_STREAM; !this.#stopped;) {
      const event = newEvent();
      for (let taken = false; !taken;) {
        try {
          ({ revision } = await this.store.append(stream, [event], revision));
          taken = true;
        } catch (error) {
          if (!(error instanceof StoreUnavailable)) throw error;
        }
      }
      this.acknowledged.push(event.id);
    }
  }
}

/** Follows the log from its start, and keeps what it is given. */
class Follower {
  readonly seen: RecordedEvent[] = [];
  readonly #until = new AbortController();
  readonly #done: Promise<void>;

  constructor(store: EventStore) {
    this.#done = this.#follow(store);
  }

  async reaches(position: bigint): Promise<void> {
    while ((this.seen.at(-1)?.position ?? START) < position) await Promise.race([pause(5), this.#done]);
    this.#until.abort();
    await this.#done;
  }

  async #follow(store: EventStore): Promise<void> {
    for await (const batch of store.subscribe(START, this.#until.signal)) this.seen.push(...batch);
  }
}

/** Two nodes over one log, of which the first leads. */
async function cluster(): Promise<[EventStoreDouble, EventStoreDouble]> {
  const first = await EventStoreDouble.start();
  const second = await EventStoreDouble.start({ log: first.log });
  for (const node of [first, second]) {
    node.members = () =>
      [first, second].map(({ port, faults }) => ({
        address: '127.0.0.1',
        port,
        leads: faults.leader === undefined,
      }));
  }
  leads(first, second);
  return [first, second];
}

function leads(leader: EventStoreDouble, follower: EventStoreDouble): void {
  leader.faults.leader = undefined;
  follower.faults.leader = { address: '127.0.0.1', port: leader.port };
}

const fails =
  (...faults: readonly AppendFault[]) =>
  async (double: EventStoreDouble, load: Load): Promise<void> => {
    for (let round = 0; round < 4; round++) {
      double.faults.onAppend(...faults);
      await load.more(40);
    }
  };

type Fault = (double: EventStoreDouble, load: Load, other: EventStoreDouble) => Promise<void>;

const faults: Readonly<Record<string, Fault>> = {
  freezes: async ({ faults: server }) => {
    server.freeze();
    await pause(1_500);
    server.thaw();
  },
  'drops the connection before it commits': fails('drop-before'),
  'drops the connection after it has committed': fails('drop-after'),
  'loses answers': fails('lose-answer', 'lose-answer', 'lose-answer'),
  'loses requests': fails('lose-request', 'lose-request', 'lose-request'),
  'carries an append out twice, and answers twice': fails('twice', 'twice', 'twice', 'twice', 'twice'),
  'is not ready': fails('not-ready', 'not-ready', 'not-ready'),
  'gives up on what it has carried out': fails('time-out-after', 'time-out-after'),
  'is slower than the deadline': async ({ faults: server }) => {
    server.delay = 700;
    await pause(1_500);
    server.delay = 0;
  },
  restarts: async (double) => {
    await double.stop();
    await pause(500);
    await double.listen();
  },
  'drops all connections, again and again': async (double, load) => {
    for (let round = 0; round < 5; round++) {
      double.drop();
      await load.more(20);
    }
  },
  'is no longer the leader, and then is again': async (double, load, other) => {
    leads(other, double);
    await load.more(100);
    leads(double, other);
  },
};

/** What the log holds of the ledger, read from the server itself. */
const inLog = ({ log }: EventStoreDouble) =>
  log.records.filter(({ stream }) => stream.startsWith('steadfast.')).map(({ id }) => id);

async function holdsUnder(fault: Fault, urlOf: (first: EventStoreDouble, second: EventStoreDouble) => string) {
  const [first, second] = await cluster();
  const store = await openEventStoreDb(urlOf(first, second), limits);
  try {
    first.log.append('steadfastly-another-ledger', [foreign()], 'any');
    const [follower, load] = [new Follower(store), new Load(store)];
    await load.more(60);
    await fault(first, load, second);
    await load.more(60);
    await load.stop();
    const log = inLog(first);
    expect(log.toSorted()).toEqual(load.acknowledged.toSorted());
    await follower.reaches(await store.lastPosition());
    expect(follower.seen.map(({ id }) => id)).toEqual(log);
    expect(first.calls.batchAppend + second.calls.batchAppend).toBe(0);
  } finally {
    await store.close();
    await Promise.all([first.stop(), second.stop()]);
  }
}

const foreign = () => ({
  id: crypto.randomUUID(),
  type: 'LightSwitched',
  contentType: 'application/json',
  data: Buffer.from('{}'),
  metadata: Buffer.from(''),
});

describe('with 32 writers and a subscriber, no acknowledged append is lost or doubled, and nothing skipped or repeated, when EventStoreDB', () => {
  it.each(Object.keys(faults))('%s', (fault) => holdsUnder(faults[fault]!, (first) => first.url));

  it('is a cluster of which the leader goes down', () =>
    holdsUnder(
      async (first, load, second) => {
        await first.stop();
        leads(second, first);
        await load.more(100);
      },
      (first, second) => `esdb://127.0.0.1:${first.port},127.0.0.1:${second.port}?tls=false&gossipTimeout=1`,
    ));

  it('is a cluster found by one name, of which another node comes to lead', () =>
    holdsUnder(
      async (first, load, second) => {
        leads(second, first);
        await load.more(100);
      },
      (first) => `esdb+discover://127.0.0.1:${first.port}?tls=false`,
    ));
});

describe('a subscription', () => {
  it('is said to break off and to go on once each, however long EventStoreDB is away between', async () => {
    const double = await EventStoreDouble.start();
    const told: string[] = [];
    let going = Promise.withResolvers<undefined>();
    const watch = {
      dropped: () => told.push('dropped'),
      resumed: () => {
        told.push('resumed');
        going.resolve(undefined);
      },
    };
    const lines: string[] = [];
    const store = await openEventStoreDb(double.url, { ...limits, watch, log: (line) => lines.push(line) });
    await store.append('light-1', [newEvent()], NO_STREAM);
    const follower = new Follower(store);
    while (follower.seen.length === 0) await pause(5);
    for (let round = 1; round <= 2; round++) {
      going = Promise.withResolvers();
      await double.stop();
      while (lines.length < 3 * round) await pause(5);
      expect(told).toEqual([
        ...Array<string[]>(round - 1)
          .fill(['dropped', 'resumed'])
          .flat(),
        'dropped',
      ]);
      await double.listen();
      await going.promise;
    }
    expect(told).toEqual(['dropped', 'resumed', 'dropped', 'resumed']);
    await follower.reaches(await store.lastPosition());
    await store.close();
    await double.stop();
  });
});

describe('a store that stays silent', () => {
  it('is given up in time, and the append is safe to be made again', async () => {
    const double = await EventStoreDouble.start();
    const store = await openEventStoreDb(double.url, { deadline: 100, patience: 400 });
    const [stream, event] = ['light-1', newEvent()];
    double.faults.onAppend('lose-answer');
    double.faults.freeze();
    await expect(store.append(stream, [event], NO_STREAM)).rejects.toBeInstanceOf(StoreUnavailable);
    await expect(store.lastPosition()).rejects.toBeInstanceOf(StoreUnavailable);
    double.faults.thaw();
    expect((await store.append(stream, [event], NO_STREAM)).revision).toBe(0);
    expect(inLog(double)).toEqual([event.id]);
    await store.close();
    await double.stop();
  });
});

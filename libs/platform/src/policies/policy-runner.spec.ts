import { Equals, IsOptional } from 'class-validator';
import { PolicyRun, type PolicyRunEvent } from '#domain';
import * as policyRunCommands from '../../../domain/src/policy-run/policy-run.commands.js';
import {
  AppendTooLarge,
  Folds,
  handle,
  policy,
  START,
  uuidv5,
  type AnyPolicy,
  type Clock,
  type CommandMetadata,
  type Event,
  type EventStore,
  type Ledger,
  type RecordedEvent,
} from '#eventsourcing';
import type { ListRequest, ReadSide } from '#read-side';
import { MemoryStore } from '#stores';
import { Light, toLight } from '#testing';
import { IsId } from '../../../domain/src/values/words.js';
import { commandTable } from '../commands/command-table.js';
import { Measures } from '../metrics/measures.js';
import { untraced } from '../tracing/tracing.js';
import { PolicyRunner } from './policy-runner.js';

class SwitchOn {
  @IsId() lightId!: string;
  @IsOptional() @Equals('now') when?: string;
}
class SwitchOff {
  @IsId() lightId!: string;
}
class WireLight {
  @IsId() lightId!: string;
  @IsId() behind!: string;
}
class BlinkLight {
  @IsId() lightId!: string;
  times!: number;
}

type Switched = Event<'SwitchedOn', { lightId: string }> | Event<'SwitchedOff', { lightId: string }>;

const light = { ...Light, may: { SwitchOn: ['policy'], SwitchOff: ['policy'], WireLight: [], BlinkLight: [] } };
const table = commandTable([
  { law: light, commands: { SwitchOn, SwitchOff, WireLight, BlinkLight } },
  { law: PolicyRun, commands: policyRunCommands },
]);
const NOW = '2024-07-12T00:00:00.000Z';
const clock: Clock = { now: () => NOW, until: () => new Promise(() => undefined) };
const nothingRead = { views: [], waitFor: async () => true } as unknown as ReadSide;
const never = { handled: 1e9, milliseconds: 1e9, passed: 1e9 };

/** Switches on the lights that are called after the one that was, `a` first and then `b`. */
const both = policy<Switched, never>('light-both', {
  SwitchedOn: ({ data: { lightId } }) =>
    lightId.includes('/') || lightId.includes('.')
      ? []
      : (['a', 'b'].map((name) => ({ type: 'SwitchOn', data: { lightId: `${lightId}.${name}` } })) as never),
  SwitchedOff: () => [],
});

class House {
  readonly ledger: Ledger;
  readonly lines: string[] = [];
  runner: PolicyRunner | undefined;
  readonly #runners: PolicyRunner[] = [];

  constructor(readonly store: EventStore = new MemoryStore()) {
    this.ledger = { store, folds: new Folds() };
  }

  run(policies: readonly AnyPolicy[], { noting = never, readSide = nothingRead } = {}): PolicyRunner {
    const log = (line: string) => this.lines.push(line);
    const ledger = { store: this.store, folds: new Folds() };
    const parts = {
      ledger,
      table,
      readSide,
      policies,
      clock,
      measures: new Measures(),
      tracing: untraced,
      log,
      noting,
    };
    this.runner = new PolicyRunner(parts);
    this.#runners.push(this.runner);
    this.runner.start();
    return this.runner;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#runners.map((runner) => runner.stop()));
    this.runner = undefined;
  }

  async send(type: 'SwitchOn' | 'SwitchOff', lightId: string, metadata: Partial<CommandMetadata> = {}) {
    return handle(this.ledger, light, toLight(type, { lightId }, metadata));
  }

  async wire(lightId: string, behind: string, metadata: Partial<CommandMetadata> = {}) {
    return handle(this.ledger, light, toLight('WireLight', { lightId, behind }, metadata));
  }

  async note(type: 'RetryParked' | 'DismissParked', data: object) {
    return handle(this.ledger, PolicyRun, { ...toLight('SwitchOn', { lightId: 'x' }), type, data });
  }

  /** The log once every policy that runs has caught up with it. */
  async settled(): Promise<readonly RecordedEvent[]> {
    for (;;) {
      const last = await this.store.lastPosition();
      const { policies } = (await this.runner?.status()) ?? { policies: [] };
      const busy = policies.some(({ position, failure }) => failure === undefined && position < last);
      if (!busy && last === (await this.store.lastPosition())) return this.store.readAll(START, 1e6);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async ran(): Promise<readonly string[]> {
    return (await this.settled()).map(({ type, data }) => `${type} ${String(Object.values(data)[0])}`);
  }

  async parked(): Promise<readonly PolicyRunEvent[]> {
    const log = await this.settled();
    return log.filter(({ stream }) => stream.startsWith('policy-')) as unknown as PolicyRunEvent[];
  }
}

let house: House;
afterEach(() => house.stop());

describe('a policy', () => {
  it('has what follows from an event sent in its order, in the name of whom the event was of', async () => {
    house = new House();
    house.run([both]);
    const {
      events: [first],
    } = await house.send('SwitchOn', 'hall', { traceparent: 'trace', reported: true });
    const log = await house.settled();
    expect(log.map(({ stream }) => stream)).toEqual(['light-hall', 'light-hall.a', 'light-hall.b']);
    expect(log[2]).toMatchObject({
      ...{ type: 'SwitchedOn', data: { lightId: 'hall.b' }, at: NOW, occurredAt: first!.occurredAt },
      metadata: {
        commandId: uuidv5(JSON.stringify(['light-both', first!.id, 1])),
        by: { subject: 'policy:light-both', party: 'DEU', roles: ['policy'] },
        ...{ correlationId: first!.metadata.correlationId, causationId: first!.id },
        ...{ traceparent: 'trace', reported: true },
      },
    });
  });

  it('follows what came before it was there, and events one after the other', async () => {
    house = new House();
    await house.send('SwitchOn', 'hall');
    await house.send('SwitchOn', 'attic');
    house.run([both]);
    expect(await house.ran()).toEqual([
      ...['SwitchedOn hall', 'SwitchedOn attic'],
      ...['SwitchedOn hall.a', 'SwitchedOn hall.b', 'SwitchedOn attic.a', 'SwitchedOn attic.b'],
    ]);
  });

  it('run twice does nothing twice, be it at the same time', async () => {
    house = new House();
    await house.send('SwitchOn', 'hall');
    for (const round of [1, 2, 3]) {
      house.run([both]);
      expect([round, await house.ran()]).toEqual([
        round,
        ['SwitchedOn hall', 'SwitchedOn hall.a', 'SwitchedOn hall.b'],
      ]);
    }
  });

  it('speaks for another party and of another time where it says so, never of one that is still to come', async () => {
    house = new House();
    const said = (lightId: string, occurredAt: string) => ({
      type: 'SwitchOn',
      data: { lightId },
      as: 'USA',
      occurredAt,
    });
    const later = { type: 'SwitchOff', data: { lightId: 'hall' }, occurredAt: '2025-01-01T00:00:00.000Z' };
    const saying = policy<Switched, never>('say', {
      SwitchedOn: ({ data: { lightId } }) =>
        (lightId === 'hall'
          ? [said('b', '2022-01-01T00:00:00.000Z'), said('c', '2025-01-01T00:00:00.000Z'), later]
          : []) as never,
      SwitchedOff: () => [],
    });
    house.run([saying]);
    await house.send('SwitchOn', 'hall');
    const [, ...sent] = await house.settled();
    expect(sent.map(({ occurredAt, metadata }) => [occurredAt, metadata.by.party])).toEqual([
      ['2022-01-01T00:00:00.000Z', 'USA'],
      [NOW, 'USA'],
      ['2025-01-01T00:00:00.000Z', 'DEU'],
    ]);
  });

  it('does not go round in circles over what it notes', async () => {
    house = new House();
    house.run([both], { noting: { handled: 1, milliseconds: 1, passed: 1 } });
    await house.send('SwitchOn', 'hall');
    const noted = (log: readonly RecordedEvent[]) => log.filter(({ type }) => type === 'PolicyAdvanced').length;
    await house.settled();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const log = await house.settled();
    expect(noted(log)).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await house.settled()).toEqual(log);
  });

  it('goes on where it was noted to be', async () => {
    house = new House();
    house.run([both]);
    await house.stop();
    house.run([both]);
    await house.send('SwitchOn', 'hall');
    await house.settled();
    await house.stop();
    const notes = await house.parked();
    expect(notes).toMatchObject([{ type: 'PolicyAdvanced', data: { policy: 'light-both', position: '3' } }]);
    const handled: string[] = [];
    const watching = policy<Switched, never>('light-both', {
      SwitchedOn: ({ data: { lightId } }) => (handled.push(lightId), []),
      SwitchedOff: () => [],
    });
    house.run([watching]);
    await house.send('SwitchOn', 'attic');
    await house.settled();
    expect(handled).toEqual(['attic']);
  });
});

describe('a command that is refused to a policy', () => {
  const facts = { behind: 'main' };
  const refused = async () => {
    house = new House();
    await house.wire('hall.a', 'main');
    house.run([both]);
    await house.send('SwitchOn', 'hall');
    const [parked] = await house.parked();
    return parked!.data as { policy: string; parkedId: string };
  };

  it('is parked with why, and what comes after it is done', async () => {
    const { parkedId } = await refused();
    expect(await house.ran()).toEqual([
      'LightWired hall.a',
      'SwitchedOn hall',
      'CommandParked light-both',
      'SwitchedOn hall.b',
    ]);
    expect((await house.parked())[0]?.data).toMatchObject({
      ...{ policy: 'light-both', parkedId, attempt: 1, position: '2', index: 0, party: 'DEU' },
      ...{ command: 'SwitchOn', data: { lightId: 'hall.a' }, code: 'NoCurrent', facts },
    });
    expect((await house.runner?.status())?.policies[0]).toMatchObject({ policy: 'light-both', parked: 1 });
  });

  it('is not sent again by itself, not even by a runner that begins anew', async () => {
    await refused();
    await house.send('SwitchOn', 'main');
    const before = await house.ran();
    await house.stop();
    const noted = await house.ran();
    house.run([both]);
    expect(await house.ran()).toEqual(noted);
    expect(before).not.toContain('SwitchedOn hall.a');
  });

  it('is done once somebody has it retried and nothing stands against it any more', async () => {
    const { policy: name, parkedId } = await refused();
    await house.send('SwitchOn', 'main');
    await house.settled();
    await house.note('RetryParked', { policy: name, parkedId });
    expect((await house.ran()).slice(-3)).toEqual([
      ...['ParkedRetried light-both', 'SwitchedOn hall.a', 'ParkedResolved light-both'],
    ]);
    expect((await house.runner?.status())?.policies[0]).toMatchObject({ parked: 0 });
  });

  it('is parked again where it is refused again', async () => {
    const { policy: name, parkedId } = await refused();
    await house.note('RetryParked', { policy: name, parkedId });
    const [, , again] = await house.parked();
    expect(again).toMatchObject({ type: 'CommandParked', data: { parkedId, attempt: 2, code: 'NoCurrent' } });
  });

  it('is done with where another was sent in its place meanwhile', async () => {
    const { policy: name, parkedId } = await refused();
    await house.wire('hall.a', 'other', { commandId: parkedId });
    await house.note('RetryParked', { policy: name, parkedId });
    expect((await house.ran()).slice(-2)).toEqual(['ParkedRetried light-both', 'ParkedResolved light-both']);
  });

  it('stays undone once it is given up', async () => {
    const { policy: name, parkedId } = await refused();
    await house.note('DismissParked', { policy: name, parkedId, reason: 'no longer wanted' });
    await house.send('SwitchOn', 'main');
    await house.stop();
    house.run([both]);
    expect(await house.ran()).not.toContain('SwitchedOn hall.a');
  });
});

describe('a policy that reads', () => {
  const asked: (ListRequest & { view: string })[] = [];
  const lights = (failing: number, views: unknown[] = []) =>
    ({
      views,
      waitFor: async () => failing-- <= 0,
      list: async (view: string, request: ListRequest) => {
        asked.push({ view, ...request });
        const rows = request.cursor === undefined ? ['b'] : ['c', 'd'];
        const next = request.cursor === undefined ? { next: 'more' } : {};
        return { rows: rows.map((key) => ({ key, row: { lit: true } })), failures: [], ...next };
      },
    }) as unknown as ReadSide;
  const reading = policy<Switched, never>('read', {
    SwitchedOn: ({ data: { lightId } }) =>
      lightId === 'hall'
        ? {
            view: 'lights',
            where: { lit: 'true', room: ['hall', 'attic'] },
            then: (rows) => rows.map(({ key }) => ({ type: 'SwitchOn', data: { lightId: key } })) as never,
          }
        : [],
    SwitchedOff: () => [],
  });

  it('is given all rows, page by page, as they were when its event was recorded', async () => {
    house = new House();
    asked.length = 0;
    house.run([reading], { readSide: lights(2) });
    await house.send('SwitchOn', 'hall', { at: '2024-07-11T09:00:00.000Z' });
    expect(await house.ran()).toEqual(['SwitchedOn hall', 'SwitchedOn b', 'SwitchedOn c', 'SwitchedOn d']);
    const where = [
      { column: 'lit', in: ['true'] },
      { column: 'room', in: ['hall', 'attic'] },
    ];
    const times = { asOf: '2024-07-11T09:00:00.000Z', knownAt: { position: 1n } };
    expect(asked).toEqual([
      { view: 'lights', where, ...times, limit: 1000, cursor: undefined },
      { view: 'lights', where, ...times, limit: 1000, cursor: 'more' },
    ]);
    expect(house.lines).toEqual([expect.stringContaining('the read side has not come to position 1 yet')]);
  });

  it('may be led on from what it reads to read more, as it was at the same time', async () => {
    house = new House();
    asked.length = 0;
    const leading = policy<Switched, never>('lead', {
      SwitchedOn: ({ data: { lightId } }) =>
        lightId === 'hall'
          ? {
              view: 'rooms',
              where: { lit: 'false' },
              then: (rooms) => ({
                view: 'lights',
                where: { room: rooms.map(({ key }) => key) },
                then: (rows) => rows.map(({ key }) => ({ type: 'SwitchOn', data: { lightId: key } })) as never,
              }),
            }
          : [],
      SwitchedOff: () => [],
    });
    house.run([leading], { readSide: lights(0) });
    await house.send('SwitchOn', 'hall');
    expect(await house.ran()).toEqual(['SwitchedOn hall', 'SwitchedOn b', 'SwitchedOn c', 'SwitchedOn d']);
    expect(asked.map(({ view, where, knownAt }) => ({ view, where, knownAt }))).toEqual(
      [
        { view: 'rooms', where: [{ column: 'lit', in: ['false'] }] },
        { view: 'lights', where: [{ column: 'room', in: ['b', 'c', 'd'] }] },
      ].flatMap((one) => [1, 2].map(() => ({ ...one, knownAt: { position: 1n } }))),
    );
  });

  it('waits for what it has to read, and no other policy waits for it', async () => {
    house = new House();
    house.run([reading, both], { readSide: lights(Infinity) });
    await house.send('SwitchOn', 'hall');
    while ((await house.store.lastPosition()) < 3n) await new Promise((resolve) => setTimeout(resolve, 5));
    const status = await house.runner?.status();
    expect(status?.policies).toMatchObject([
      { policy: 'read', position: 0n, lag: 3n, trouble: expect.stringContaining('not come to position 1') as string },
      { policy: 'light-both', position: 3n, lag: 0n },
      { policy: 'clock' },
    ]);
  });
});

describe('what goes wrong on the way', () => {
  /** A store that fails so many times where something is appended to a stream, and where the log is read. */
  const shaky = (failing: { append?: [stream: string, times: number, error?: Error]; readAll?: number }) => {
    const store = new MemoryStore();
    const [failingStream, times, error = new Error('the disk is full')] = failing.append ?? ['', 0];
    const left = { append: times, readAll: failing.readAll ?? 0 };
    const failsAt = (what: 'append' | 'readAll') => {
      if (left[what]-- > 0) throw error;
    };
    const shakyStore: EventStore = {
      append: async (...args) => {
        if (args[0] === failingStream) failsAt('append');
        return store.append(...args);
      },
      read: (...args) => store.read(...args),
      readAll: async (...args) => {
        failsAt('readAll');
        return store.readAll(...args);
      },
      lastPosition: () => store.lastPosition(),
      subscribe: (...args) => store.subscribe(...args),
      close: () => store.close(),
    };
    return shakyStore;
  };
  const soon = () => new Promise((resolve) => setTimeout(resolve, 150));

  it('with the store is tried again, and nothing is parked for it', async () => {
    house = new House(shaky({ append: ['light-hall.a', 3] }));
    house.run([both]);
    await house.send('SwitchOn', 'hall');
    expect(await house.ran()).toEqual(['SwitchedOn hall', 'SwitchedOn hall.a', 'SwitchedOn hall.b']);
    expect(house.lines).toEqual(['the policy light-both is interrupted at position 0: the disk is full']);
  });

  it('by more events than the log takes at once parks the command, and what comes after it is done', async () => {
    house = new House(shaky({ append: ['light-hall.a', Infinity, new AppendTooLarge('light-hall.a', 1_200_000)] }));
    house.run([both]);
    await house.send('SwitchOn', 'hall');
    expect(await house.ran()).toEqual(['SwitchedOn hall', 'CommandParked light-both', 'SwitchedOn hall.b']);
    const [parked] = await house.parked();
    expect(parked!.data).toMatchObject({
      command: 'SwitchOn',
      data: { lightId: 'hall.a' },
      code: 'BodyTooLarge',
      facts: { stream: 'light-hall.a', bytes: 1_200_000, most: 1_000_000 },
    });
  });

  it('is over once it is, though nothing that concerns the policy comes after', async () => {
    house = new House(shaky({ readAll: 1 }));
    await house.wire('hall', 'main');
    house.run([both]);
    await soon();
    expect(house.lines).toEqual(['the policy light-both is interrupted at position 0: the disk is full']);
    const status = await house.runner?.status();
    expect(status?.policies[0]).toEqual({ policy: 'light-both', position: 1n, lag: 0n, parked: 0 });
  });

  it('when the position is noted does not keep it from being noted, though nothing comes after', async () => {
    house = new House(shaky({ append: ['policy-light-both', 1] }));
    for (const lightId of ['hall.a', 'hall.b', 'hall']) await house.send('SwitchOn', lightId);
    house.run([both], { noting: { ...never, handled: 1 } });
    await soon();
    const status = await house.runner?.status();
    expect((await house.parked()).map(({ type, data }) => [type, data])).toEqual([
      ['PolicyAdvanced', { policy: 'light-both', position: '3' }],
    ]);
    expect(status?.policies[0]).not.toHaveProperty('trouble');
  });

  it.each([
    ['fails', () => JSON.parse('{') as never, /fails: SyntaxError/],
    ['asks for no command', () => [{ type: 'Explode', data: {} }], /Explode, and there is no such command/],
    ['asks for what is not for policies', () => [{ type: 'WireLight', data: {} }], /no policy may send/],
    [
      'asks in the wrong words',
      () => [{ type: 'SwitchOn', data: { lightId: 'x', when: 'soon' } }],
      /data that is not understood: when must be equal to now/,
    ],
  ])('with a policy that %s stops it at that event, and no other', async (_, follows, message) => {
    house = new House();
    const wrong = policy<Switched, never>('wrong', { SwitchedOn: follows as never, SwitchedOff: () => [] });
    house.run([wrong, both]);
    await house.send('SwitchOn', 'hall');
    expect(await house.ran()).toEqual(['SwitchedOn hall', 'SwitchedOn hall.a', 'SwitchedOn hall.b']);
    const status = await house.runner?.status();
    expect(status?.policies[0]).toMatchObject({
      policy: 'wrong',
      position: 0n,
      failure: expect.stringMatching(message) as string,
    });
    expect(house.lines).toEqual([expect.stringMatching(/^the policy wrong stopped at position 0/)]);
  });

  it('with two policies of one name is said at once', () => {
    house = new House();
    expect(() => house.run([both, both])).toThrow('there are two policies named light-both');
    expect(() => house.run([policy('clock', {})])).toThrow('there are two policies named clock');
  });
});

import { Light, toLight, type LightState } from '#testing';
import { MemoryStore } from '#stores';
import { NO_STREAM, WrongExpectedRevision, type EventStore } from './event-store.js';
import { Folds, type Ledger } from './folds.js';
import { handle, KeyReused } from './handle.js';
import { commandIdOf } from './identity.js';
import type { Command } from './message.js';
import { Rejection } from './rejection.js';

const ledgerOf = (store: EventStore = new MemoryStore(), folds = new Folds()): Ledger => ({ store, folds });

const lightId = '1';

const typesIn = async ({ store }: Ledger) => (await store.read('light-1')).events.map(({ type }) => type);

const rejection = (code: string, facts = {}): unknown => expect.objectContaining({ name: 'Rejection', code, facts });

/** A store to which `before` happens once, just before the append that would be its next. */
function interrupted(store: EventStore, before: () => Promise<unknown>): EventStore {
  let pending: (() => Promise<unknown>) | undefined = before;
  return {
    append: async (...append) => {
      const now = pending;
      pending = undefined;
      await now?.();
      return store.append(...append);
    },
    read: (...read) => store.read(...read),
    readAll: (...read) => store.readAll(...read),
    lastPosition: () => store.lastPosition(),
    subscribe: (...subscribe) => store.subscribe(...subscribe),
    close: () => store.close(),
  };
}

describe('a command', () => {
  it('leaves in its stream the events that it causes, and who, when and why', async () => {
    const ledger = ledgerOf();
    const command = toLight(
      'SwitchOn',
      { lightId },
      { occurredAt: '2024-07-01T00:00:00.000Z', reported: true, traceparent: '00-1-2-01' },
    );
    const receipt = await handle(ledger, Light, command);
    const { commandId, by, at, occurredAt } = command.metadata;
    const { events } = await ledger.store.read('light-1');
    expect(events).toEqual([
      {
        stream: 'light-1',
        revision: 0,
        position: 1n,
        id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        type: 'SwitchedOn',
        data: { lightId },
        at,
        occurredAt,
        metadata: {
          commandId,
          by,
          reported: true,
          traceparent: '00-1-2-01',
          correlationId: commandId,
          causationId: commandId,
          payload: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        },
      },
    ]);
    const { id, type, data, metadata } = events[0]!;
    expect(receipt).toEqual({
      stream: 'light-1',
      revision: 0,
      position: 1n,
      events: [{ id, type, data, at, occurredAt, metadata }],
      replayed: false,
    });
  });

  it('keeps what caused it and what it belongs to', async () => {
    const ledger = ledgerOf();
    const { events } = await handle(
      ledger,
      Light,
      toLight('SwitchOn', { lightId }, { correlationId: 'case', causationId: 'event' }),
    );
    expect(events[0]?.metadata).toMatchObject({ correlationId: 'case', causationId: 'event' });
  });

  it('that begins a stream, or goes to one that is known, is taken without reading', async () => {
    const store = new MemoryStore();
    const reads = jest.spyOn(store, 'read');
    const ledger = ledgerOf(store);
    await handle(ledger, Light, toLight('SwitchOn', { lightId }));
    await handle(ledger, Light, toLight('SwitchOff', { lightId }));
    expect(reads).not.toHaveBeenCalled();
    await handle(ledgerOf(store), Light, toLight('SwitchOn', { lightId }));
    expect(reads).toHaveBeenCalledWith('light-1', 0, expect.any(Number));
  });

  it('that says when it was so is not, for its events do not tell when it was handled', async () => {
    const store = new MemoryStore();
    const reads = jest.spyOn(store, 'read');
    await handle(ledgerOf(store), Light, toLight('SwitchOn', { lightId }, { occurredAt: '2024-07-01T00:00:00.000Z' }));
    expect(reads).toHaveBeenCalledTimes(1);
  });

  it('whose effect holds appends nothing', async () => {
    const ledger = ledgerOf();
    expect(await handle(ledger, Light, toLight('SwitchOff', { lightId }))).toEqual({
      stream: 'light-1',
      revision: NO_STREAM,
      position: 0n,
      events: [],
      replayed: false,
    });
    await handle(ledger, Light, toLight('SwitchOn', { lightId }));
    expect(await handle(ledger, Light, toLight('SwitchOn', { lightId }))).toEqual({
      stream: 'light-1',
      revision: 0,
      position: 1n,
      events: [],
      replayed: false,
    });
  });

  it('is refused as the law says, and leaves nothing', async () => {
    const ledger = ledgerOf();
    await handle(ledger, Light, toLight('WireLight', { lightId, behind: '2' }));
    const refused = handle(ledger, Light, toLight('SwitchOn', { lightId }));
    await expect(refused).rejects.toBeInstanceOf(Rejection);
    await expect(refused).rejects.toEqual(rejection('NoCurrent', { behind: '2' }));
    expect(await typesIn(ledger)).toEqual(['LightWired']);
  });

  it('knows the facts of other streams', async () => {
    const ledger = ledgerOf();
    await handle(ledger, Light, toLight('WireLight', { lightId, behind: '2' }));
    await handle(ledger, Light, toLight('SwitchOn', { lightId: '2' }));
    expect((await handle(ledger, Light, toLight('SwitchOn', { lightId }))).revision).toBe(1);
  });

  it('that the law has no row for is an error of the program', async () => {
    for (const type of ['PaintLight', 'constructor']) {
      const command = { ...toLight('SwitchOn', { lightId }), type };
      await expect(handle(ledgerOf(), Light, command)).rejects.toThrow(`the law of light has no row for ${type}`);
    }
  });

  it('is of the past or of now, unless the law takes it ahead of time', async () => {
    const ledger = ledgerOf();
    const ahead = { at: '2024-07-11T09:00:00.000Z', occurredAt: '2024-08-01T00:00:00.000Z' };
    await expect(handle(ledger, Light, toLight('SwitchOn', { lightId }, ahead))).rejects.toEqual(
      rejection('FutureNotAllowed', { occurredAt: ahead.occurredAt, at: ahead.at }),
    );
    await handle(ledger, Light, toLight('SwitchOn', { lightId }));
    expect((await handle(ledger, Light, toLight('SwitchOff', { lightId }, ahead))).events[0]?.occurredAt).toBe(
      ahead.occurredAt,
    );
  });

  it('passes on what the store throws', async () => {
    const ledger = ledgerOf();
    await ledger.store.close();
    await expect(handle(ledger, Light, toLight('SwitchOn', { lightId }))).rejects.toThrow('closed');
  });
});

describe('a command asked twice under one key', () => {
  const blink = (times = 2) => toLight('BlinkLight', { lightId, times }, { key: 'blink' });

  it.each([
    ['at once', (ledger: Ledger) => ledger],
    ['after its fold was let go', ({ store }: Ledger) => ledgerOf(store)],
  ])('is answered with its first receipt %s', async (_, later) => {
    const ledger = ledgerOf();
    await handle(ledger, Light, toLight('SwitchOn', { lightId }));
    const first = await handle(ledger, Light, blink());
    await handle(ledger, Light, toLight('SwitchOn', { lightId }));
    const again = await handle(later(ledger), Light, {
      ...blink(),
      metadata: { ...blink().metadata, at: '2030-01-01T00:00:00.000Z' },
    });
    expect(again).toEqual({
      ...first,
      events: first.events.map((event): unknown => expect.objectContaining(event)),
      replayed: true,
    });
    expect((await typesIn(ledger)).length).toBe(6);
  });

  it('is answered so whatever revision it expects, and in a dry run too', async () => {
    const ledger = ledgerOf();
    const { revision } = await handle(ledger, Light, blink());
    await handle(ledger, Light, toLight('SwitchOn', { lightId }));
    for (const handling of [{ expected: NO_STREAM }, { expected: 77 }, { dryRun: true }]) {
      expect(await handle(ledger, Light, blink(), handling)).toMatchObject({ revision, replayed: true });
    }
  });

  it('while the first is on its way is done once', async () => {
    const ledger = ledgerOf();
    const receipts = await Promise.all([1, 2, 3].map(() => handle(ledger, Light, blink())));
    expect(receipts.map(({ replayed, revision }) => [replayed, revision])).toEqual([
      [false, 3],
      [true, 3],
      [true, 3],
    ]);
    expect((await typesIn(ledger)).length).toBe(4);
  });

  it('with another payload is refused', async () => {
    const ledger = ledgerOf();
    await handle(ledger, Light, blink(2));
    for (const other of [blink(1), toLight('SwitchOn', { lightId }, { key: 'blink' })]) {
      await expect(handle(ledger, Light, other)).rejects.toBeInstanceOf(KeyReused);
      await expect(handle(ledgerOf(ledger.store), Light, other)).rejects.toBeInstanceOf(KeyReused);
    }
    expect((await typesIn(ledger)).length).toBe(4);
  });

  it('is the same whatever the order of its fields', async () => {
    const ledger = ledgerOf();
    const wire = (data: { lightId: string; behind: string }) =>
      handle(ledger, Light, toLight('WireLight', data, { key: 'wire' }));
    await wire({ lightId, behind: '2' });
    expect((await wire({ behind: '2', lightId })).replayed).toBe(true);
  });

  it('in two processes is done once, and both learn what was done', async () => {
    const store = new MemoryStore();
    const at = (at: string): Command => ({ ...blink(), metadata: { ...blink().metadata, at, occurredAt: at } });
    const [early, late] = [at('2024-07-11T09:00:00.000Z'), at('2024-07-11T09:00:00.007Z')];
    const other = ledgerOf(store);
    const ledger = ledgerOf(interrupted(store, () => handle(other, Light, early)));
    const receipt = await handle(ledger, Light, late);
    expect(receipt).toMatchObject({ replayed: true, events: [{ at: early.metadata.at }, {}, {}, {}] });
    expect(ledger.folds.kept<LightState>('light-1')).toEqual(other.folds.kept('light-1'));
  });

  it('in two processes with another payload is refused in one', async () => {
    const store = new MemoryStore();
    const wire = (behind: string) => toLight('WireLight', { lightId, behind }, { key: 'wire' });
    const ledger = ledgerOf(interrupted(store, () => handle(ledgerOf(store), Light, wire('2'))));
    await expect(handle(ledger, Light, wire('3'))).rejects.toBeInstanceOf(KeyReused);
    expect((await handle(ledger, Light, toLight('WireLight', { lightId, behind: '4' }))).revision).toBe(1);
    expect((await store.read('light-1')).events.map(({ data }) => data)).toEqual([
      { lightId, behind: '2' },
      { lightId, behind: '4' },
    ]);
  });
});

describe('a command whose stream moved on', () => {
  it('is decided again', async () => {
    const store = new MemoryStore();
    const [one, other] = [ledgerOf(store), ledgerOf(store)];
    await handle(one, Light, toLight('SwitchOn', { lightId }));
    await handle(other, Light, toLight('SwitchOff', { lightId }));
    expect(await handle(one, Light, toLight('BlinkLight', { lightId, times: 1 }))).toMatchObject({
      revision: 3,
      position: 4n,
      replayed: false,
    });
  });

  it('is not refused for what is no longer so', async () => {
    const store = new MemoryStore();
    const [one, other] = [ledgerOf(store), ledgerOf(store)];
    await handle(one, Light, toLight('WireLight', { lightId, behind: '2' }));
    await handle(other, Light, toLight('WireLight', { lightId, behind: '3' }));
    await handle(other, Light, toLight('SwitchOn', { lightId: '3' }));
    expect((await handle(one, Light, toLight('SwitchOn', { lightId }))).revision).toBe(2);
  });

  it('is not taken for done because it once was', async () => {
    const store = new MemoryStore();
    const [one, other] = [ledgerOf(store), ledgerOf(store)];
    await handle(one, Light, toLight('SwitchOn', { lightId }));
    await handle(other, Light, toLight('SwitchOff', { lightId }));
    expect(await handle(one, Light, toLight('SwitchOn', { lightId }))).toMatchObject({
      revision: 2,
      events: [{ type: 'SwitchedOn' }],
    });
  });

  it('is refused where it came with the revision that it expects', async () => {
    const store = new MemoryStore();
    const [one, other] = [ledgerOf(store), ledgerOf(store)];
    await handle(one, Light, toLight('SwitchOn', { lightId }));
    await handle(other, Light, toLight('SwitchOff', { lightId }));
    const refused = handle(one, Light, toLight('SwitchOn', { lightId }), { expected: 0 });
    await expect(refused).rejects.toBeInstanceOf(WrongExpectedRevision);
    await expect(refused).rejects.toMatchObject({ stream: 'light-1', expected: 0, actual: 1 });
    expect((await handle(one, Light, toLight('SwitchOn', { lightId }), { expected: 1 })).revision).toBe(2);
  });

  it('is refused so too where it moves at the last moment', async () => {
    const store = new MemoryStore();
    const ledger = ledgerOf(interrupted(store, () => handle(ledgerOf(store), Light, toLight('SwitchOn', { lightId }))));
    await expect(
      handle(ledger, Light, toLight('WireLight', { lightId, behind: '2' }), { expected: NO_STREAM }),
    ).rejects.toMatchObject({
      name: 'WrongExpectedRevision',
      actual: 0,
    });
  });

  it('gives up after ten lost races, and the one that it lost unread', async () => {
    const store = new MemoryStore();
    const rival = ledgerOf(store);
    let races = 0;
    const ledger = ledgerOf({
      ...interrupted(store, async () => undefined),
      append: async (...append) => {
        races++;
        await handle(rival, Light, toLight('BlinkLight', { lightId, times: 1 }));
        return store.append(...append);
      },
    });
    await expect(handle(ledger, Light, toLight('BlinkLight', { lightId, times: 1 }))).rejects.toBeInstanceOf(
      WrongExpectedRevision,
    );
    expect(races).toBe(1 + 10);
  });

  it('ends well however many processes race', async () => {
    const store = new MemoryStore();
    const ledgers = [1, 2, 3].map(() => ledgerOf(store));
    await Promise.all(
      ledgers.flatMap((ledger) =>
        Array.from({ length: 5 }, () => handle(ledger, Light, toLight('BlinkLight', { lightId, times: 1 }))),
      ),
    );
    const { events, revision } = await store.read('light-1');
    expect(revision).toBe(29);
    expect(events.map(({ type }) => type)).toEqual(
      Array.from({ length: 15 }, () => ['SwitchedOn', 'SwitchedOff']).flat(),
    );
  });
});

describe('a dry run', () => {
  it('answers what would be appended, and appends nothing', async () => {
    const ledger = ledgerOf();
    await handle(ledger, Light, toLight('SwitchOn', { lightId }));
    const command = toLight('SwitchOff', { lightId });
    const dry = await handle(ledger, Light, command, { dryRun: true });
    expect(dry).toMatchObject({ revision: 0, position: 1n, events: [{ type: 'SwitchedOff' }], replayed: false });
    expect(await typesIn(ledger)).toEqual(['SwitchedOn']);
    const wet = await handle(ledger, Light, command);
    expect(wet.events).toEqual(dry.events);
    expect(await typesIn(ledger)).toEqual(['SwitchedOn', 'SwitchedOff']);
  });

  it('is refused as the command would be', async () => {
    const ledger = ledgerOf();
    await handle(ledger, Light, toLight('WireLight', { lightId, behind: '2' }));
    await expect(handle(ledger, Light, toLight('SwitchOn', { lightId }), { dryRun: true })).rejects.toEqual(
      rejection('NoCurrent', { behind: '2' }),
    );
    await expect(
      handle(ledger, Light, toLight('SwitchOn', { lightId }), { dryRun: true, expected: 4 }),
    ).rejects.toBeInstanceOf(WrongExpectedRevision);
  });
});

describe('the same key of two subjects', () => {
  it('is two requests', () => {
    expect(commandIdOf('a', 'key')).not.toBe(commandIdOf('b', 'key'));
    expect(commandIdOf('a', 'bkey')).not.toBe(commandIdOf('ab', 'key'));
  });
});

import { setTimeout as sleep } from 'node:timers/promises';
import { Light, toLight } from '#testing';
import { MemoryStore } from '#stores';
import { START, type EventStore } from './event-store.js';
import { emptyFold, foldOn, UnknownEvent, type Fold } from './fold.js';
import { Folds } from './folds.js';
import { handle } from './handle.js';

/** A store that notes from which revision each read was. */
function noting(store: EventStore): { store: EventStore; reads: (number | undefined)[] } {
  const reads: (number | undefined)[] = [];
  const read: EventStore['read'] = (stream, from, limit) => {
    reads.push(from);
    return store.read(stream, from, limit);
  };
  return {
    reads,
    store: {
      read,
      append: (...append) => store.append(...append),
      readAll: (...all) => store.readAll(...all),
      lastPosition: () => store.lastPosition(),
      subscribe: (...subscribe) => store.subscribe(...subscribe),
      close: () => store.close(),
    },
  };
}

const foldAt = (revision: number, commands = 0): Fold<unknown> => ({
  ...emptyFold(undefined),
  revision,
  seen: new Map(Array.from({ length: commands }, (_, n) => [String(n), { first: n, last: n, payload: '' }])),
});

describe('a fold', () => {
  it('is the state of a stream, where it ends, and what left events in it', async () => {
    const [store, folds] = [new MemoryStore(), new Folds()];
    const [on, blink] = [toLight('SwitchOn', { lightId: '1' }), toLight('BlinkLight', { lightId: '1', times: 2 })];
    const { events } = await handle({ store, folds: new Folds() }, Light, on);
    await handle({ store, folds: new Folds() }, Light, toLight('SwitchOn', { lightId: '2' }));
    const { events: blinks } = await handle({ store, folds: new Folds() }, Light, blink);
    const fold = await folds.read(store, Light, 'light-1');
    expect(fold).toEqual({
      state: { on: false, switched: 5 },
      revision: 4,
      position: 6n,
      seen: new Map([
        [on.metadata.commandId, { first: 0, last: 0, payload: events[0]!.metadata.payload }],
        [blink.metadata.commandId, { first: 1, last: 4, payload: blinks[0]!.metadata.payload }],
      ]),
    });
  });

  it('of a stream that does not exist is empty', async () => {
    expect(await new Folds().read(new MemoryStore(), Light, 'light-1')).toEqual({
      state: Light.initial,
      revision: -1,
      position: START,
      seen: new Map(),
    });
  });

  it('of an event that its law does not know is an error', async () => {
    const store = new MemoryStore();
    await handle({ store, folds: new Folds() }, Light, toLight('SwitchOn', { lightId: '1' }));
    const { events } = await store.read('light-1');
    for (const type of ['LightPainted', 'toString']) {
      const fold = () => foldOn(Light, emptyFold(Light.initial), [{ ...events[0]!, type }], 1n);
      expect(fold).toThrow(UnknownEvent);
      expect(fold).toThrow(`light-1 holds ${type} at revision 0, which this version does not know`);
    }
  });
});

describe('the folds that are kept', () => {
  it('are read on from where they end', async () => {
    const { store, reads } = noting(new MemoryStore());
    const [folds, other] = [new Folds(), new Folds()];
    await handle({ store, folds }, Light, toLight('BlinkLight', { lightId: '1', times: 3 }));
    await handle({ store, folds: other }, Light, toLight('SwitchOn', { lightId: '1' }));
    reads.length = 0;
    expect((await folds.read(store, Light, 'light-1')).state).toEqual({ on: true, switched: 7 });
    expect(reads).toEqual([6]);
  });

  it('are read page by page where they are long', async () => {
    const { store, reads } = noting(new MemoryStore());
    for (const times of [1_000, 1_000, 500])
      await handle({ store, folds: new Folds() }, Light, toLight('BlinkLight', { lightId: '1', times }));
    reads.length = 0;
    expect((await new Folds().read(store, Light, 'light-1')).state).toEqual({ on: false, switched: 5_000 });
    expect(reads).toEqual([0, 2_000, 4_000]);
  });

  it('answer a command without a look at the store', async () => {
    const { store, reads } = noting(new MemoryStore());
    const folds = new Folds();
    await handle({ store, folds }, Light, toLight('SwitchOn', { lightId: '1' }));
    reads.length = 0;
    await handle({ store, folds }, Light, toLight('SwitchOff', { lightId: '1' }));
    expect(reads).toEqual([]);
  });

  it('are those used last, as many as there is room for the commands they remember', () => {
    const folds = new Folds(10);
    const kept = (...streams: string[]) => streams.filter((stream) => folds.kept(stream));
    folds.keep('a', foldAt(0, 3));
    folds.keep('b', foldAt(0, 2));
    folds.keep('c', foldAt(0, 2));
    expect(kept('a', 'b', 'c')).toEqual(['a', 'b', 'c']);
    folds.keep('a', foldAt(1, 3));
    folds.keep('d', foldAt(0, 1));
    expect(kept('a', 'b', 'c', 'd')).toEqual(['a', 'c', 'd']);
    folds.keep('e', foldAt(0, 50));
    expect(kept('a', 'b', 'c', 'd', 'e')).toEqual(['e']);
    folds.keep('f', foldAt(0, 5));
    expect(kept('e', 'f')).toEqual(['f']);
    folds.forget('f');
    folds.forget('f');
    folds.keep('g', foldAt(0, 4));
    folds.keep('h', foldAt(0, 4));
    expect(kept('f', 'g', 'h')).toEqual(['g', 'h']);
  });

  it('never go back', () => {
    const folds = new Folds();
    folds.keep('a', foldAt(5));
    folds.keep('a', foldAt(3));
    expect(folds.kept('a')?.revision).toBe(5);
  });
});

describe('work on a stream', () => {
  it('waits its turn, whatever became of the work before it', async () => {
    const [folds, log] = [new Folds(), [] as string[]];
    const work = (name: string, stream: string, ms: number, fails = false) =>
      folds.inTurn(stream, async () => {
        log.push(`${name} begins`);
        await sleep(ms);
        log.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const outcomes = await Promise.allSettled([
      work('1', 'a', 20),
      work('2', 'a', 5, true),
      work('3', 'a', 1),
      work('other', 'b', 1),
    ]);
    expect(log).toEqual([
      '1 begins',
      'other begins',
      'other ends',
      '1 ends',
      '2 begins',
      '2 ends',
      '3 begins',
      '3 ends',
    ]);
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: '1' },
      { status: 'rejected', reason: new Error('2') },
      { status: 'fulfilled', value: '3' },
      { status: 'fulfilled', value: 'other' },
    ]);
    expect(await work('4', 'a', 0)).toBe('4');
  });
});

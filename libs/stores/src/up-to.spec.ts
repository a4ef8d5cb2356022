import { NO_STREAM, START, type EventStore } from '#eventsourcing';
import { newEvent } from '#testing';
import { MemoryStore } from './memory.js';
import { upTo } from './up-to.js';

/** Two streams whose events alternate: `a` has the odd positions, `b` the even ones. */
async function filled(rounds: number): Promise<EventStore> {
  const store = new MemoryStore();
  for (let round = 0; round < rounds; round++)
    for (const stream of ['a', 'b']) await store.append(stream, [newEvent({ round })], round - 1);
  return store;
}

const positionsIn = (events: readonly { position: bigint }[]) => events.map(({ position }) => Number(position));

describe('a log up to a position', () => {
  it('ends there, read in whichever way', async () => {
    const cut = upTo(await filled(6), 5n);
    expect(await cut.lastPosition()).toBe(5n);
    expect(positionsIn(await cut.readAll(START, 100))).toEqual([1, 2, 3, 4, 5]);
    expect(positionsIn(await cut.readAll(4n, 1))).toEqual([5]);
    expect(await cut.readAll(5n, 100)).toEqual([]);
    const [a, b] = [await cut.read('a'), await cut.read('b', 1, 1)];
    expect([a.revision, positionsIn(a.events), b.revision, positionsIn(b.events)]).toEqual([2, [1, 3, 5], 1, [4]]);
    expect(await cut.read('c')).toEqual({ events: [], revision: NO_STREAM });
  });

  it('has a stream that began later not at all', async () => {
    expect(await upTo(await filled(1), 1n).read('b')).toEqual({ events: [], revision: NO_STREAM });
  });

  it('tells a subscriber what it has and no more, and ends with the signal', async () => {
    const store = await filled(6);
    const ending = new AbortController();
    const told: number[] = [];
    for await (const events of upTo(store, 5n).subscribe(2n, ending.signal)) {
      told.push(...positionsIn(events));
      if (told.length < 3) continue;
      await store.append('a', [newEvent({ late: true })], 5);
      setTimeout(() => {
        ending.abort();
      }, 20);
    }
    expect(told).toEqual([3, 4, 5]);
  });

  it('does not read what comes after, which may not be readable', async () => {
    const store = await filled(6);
    const reading = store.readAll.bind(store);
    store.readAll = async (after, limit) => {
      const events = await reading(after, limit);
      if (events.some(({ position }) => position > 5n)) throw new SyntaxError('Unexpected end of JSON input');
      return events;
    };
    const cut = upTo(store, 5n);
    expect(positionsIn(await cut.readAll(START, 100))).toEqual([1, 2, 3, 4, 5]);
    for await (const events of cut.subscribe(START, AbortSignal.timeout(20)))
      expect(positionsIn(events)).toEqual([1, 2, 3, 4, 5]);
  });

  it('follows a log that has not come so far', async () => {
    const store = await filled(1);
    const ending = new AbortController();
    const told: number[] = [];
    setTimeout(() => void store.append('a', [newEvent({}), newEvent({}), newEvent({})], 0), 10);
    for await (const events of upTo(store, 4n).subscribe(START, ending.signal)) {
      told.push(...positionsIn(events));
      if (told.includes(4)) ending.abort();
    }
    expect(told).toEqual([1, 2, 3, 4]);
  });

  it('is the log where that ends before, and takes nothing', async () => {
    const cut = upTo(await filled(1), 99n);
    expect([await cut.lastPosition(), positionsIn(await cut.readAll(START, 9))]).toEqual([2n, [1, 2]]);
    await expect(cut.append('a', [newEvent({})], 0)).rejects.toThrow('opened for reading only');
  });
});

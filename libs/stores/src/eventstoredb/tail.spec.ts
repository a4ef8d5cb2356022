import { setTimeout as pause } from 'node:timers/promises';
import { NO_STREAM, START, type RecordedEvent } from '#eventsourcing';
import { idsOf, newEvents, newStream } from '#testing';
import { MemoryStore } from '../memory.js';
import { StoreRefused, StoreUnavailable } from '../unavailable.js';
import { Tail, type Source } from './tail.js';

/** A log in memory that tells from where it was subscribed to. */
function told(more: Partial<Source> = {}) {
  const store = new MemoryStore();
  const subscribed: bigint[] = [];
  const source: Source = {
    lastPosition: () => store.lastPosition(),
    subscribe: (after, signal) => {
      subscribed.push(after);
      return store.subscribe(after, signal);
    },
    ...more,
  };
  const append = async (count: number): Promise<readonly string[]> => {
    const events = newEvents(count);
    for (let at = 0; at < count; at += 1_000) await store.append(newStream(), events.slice(at, at + 1_000), NO_STREAM);
    return idsOf(events);
  };
  return { subscribed, append, tail: new Tail(source) };
}

/** What one who follows is given after a position, so many events. */
async function seen(tail: Tail, after: bigint, count: number): Promise<readonly string[]> {
  const events: RecordedEvent[] = [];
  for await (const batch of tail.follow(after, AbortSignal.timeout(10_000))) {
    events.push(...batch);
    if (events.length >= count) break;
  }
  return idsOf(events);
}

describe('the end of a log', () => {
  it('is followed once for all who are near it', async () => {
    const { subscribed, append, tail } = told();
    await append(3);
    const following = [seen(tail, 3n, 4), seen(tail, 3n, 2), seen(tail, 3n, 4)];
    const [first, second] = [await append(2), await append(2)];
    expect(await Promise.all(following)).toEqual([[...first, ...second], first, [...first, ...second]]);
    expect(subscribed).toEqual([3n]);
  });

  it('is come to by a subscription of its own by who is further behind, and then shared', async () => {
    const { subscribed, append, tail } = told();
    const early = await append(3_000);
    const following = [seen(tail, 3_000n, 1), seen(tail, START, 3_001)];
    await pause(20);
    const late = await append(1);
    expect(await Promise.all(following)).toEqual([late, [...early, ...late]]);
    expect(subscribed).toEqual([3_000n, START]);
  });

  it('is lost to who takes longer than its last events are kept, who misses none of them', async () => {
    const { subscribed, append, tail } = told();
    const slow = tail.follow(START, AbortSignal.timeout(10_000));
    const first = slow.next();
    const [begun, come] = [await append(1), await append(5_000)];
    await pause(50);
    const events = [...((await first).value as RecordedEvent[])];
    while (events.length < 5_001) events.push(...((await slow.next()).value as RecordedEvent[]));
    await slow.return();
    expect(idsOf(events)).toEqual([...begun, ...come]);
    expect(subscribed[0]).toBe(START);
    expect(subscribed.length).toBeGreaterThan(1);
  });

  it('is followed anew once all have gone', async () => {
    const { subscribed, append, tail } = told();
    for (const after of [0n, 1n]) {
      const following = seen(tail, after, 1);
      const ids = await append(1);
      expect(await following).toEqual(ids);
    }
    expect(subscribed).toEqual([0n, 1n]);
  });

  it('is waited for while the store is away', async () => {
    let asked = 0;
    const { append, tail } = told({
      lastPosition: async () => {
        if (++asked < 3) throw new StoreUnavailable('the store is away');
        return START;
      },
    });
    const following = seen(tail, START, 2);
    const ids = await append(2);
    expect(await following).toEqual(ids);
  });

  it('fails for all who follow, and may be followed again', async () => {
    const away = new StoreRefused('the store refuses a subscription');
    let refuses = true;
    const store = new MemoryStore();
    const tail = new Tail({
      lastPosition: () => store.lastPosition(),
      subscribe: (after, signal) => {
        if (refuses) throw away;
        return store.subscribe(after, signal);
      },
    });
    const following = [seen(tail, START, 1), seen(tail, START, 1)];
    expect(await Promise.allSettled(following)).toEqual([
      { status: 'rejected', reason: away },
      { status: 'rejected', reason: away },
    ]);
    refuses = false;
    const again = seen(tail, START, 1);
    const events = newEvents(1);
    await store.append(newStream(), events, NO_STREAM);
    expect(await again).toEqual(idsOf(events));
  });

  it('is not waited for by who is told to leave', async () => {
    const { tail } = told({ lastPosition: () => new Promise(() => undefined) });
    const leaving = new AbortController();
    const following = tail.follow(START, leaving.signal).next();
    leaving.abort();
    expect(await following).toEqual({ done: true, value: undefined });
    expect(await tail.follow(START, AbortSignal.abort()).next()).toEqual({ done: true, value: undefined });
  });
});

import { NO_STREAM, WrongExpectedRevision, type EventStore } from '#eventsourcing';
import { MemoryStore } from '#stores';
import { newEvent } from '#testing';
import { Measures } from './measures.js';
import { metered } from './metered.js';

/** What is counted of subscriptions, or of something else. */
async function counts({ registry }: Measures, of = 'subscription'): Promise<readonly string[]> {
  return (await registry.metrics()).split('\n').filter((line) => line.startsWith(`steadfast_${of}`));
}

async function firstOf(store: EventStore): Promise<number> {
  for await (const events of store.subscribe(0n, new AbortController().signal)) return events.length;
  return 0;
}

describe('a metered store', () => {
  it('counts appends that found their stream moved on, and not those that were tried as if there were none', async () => {
    const measures = new Measures();
    const log = metered(new MemoryStore(), measures);
    await log.append('light', [newEvent(), newEvent()], NO_STREAM);
    await expect(log.append('light', [newEvent()], NO_STREAM)).rejects.toThrow(WrongExpectedRevision);
    expect(await counts(measures, 'append_conflicts')).toEqual(['steadfast_append_conflicts_total 0']);
    await expect(log.append('light', [newEvent()], 0)).rejects.toThrow(WrongExpectedRevision);
    expect(await counts(measures, 'append_conflicts')).toEqual(['steadfast_append_conflicts_total 1']);
  });

  it('counts subscriptions that break off, and those that go on after that', async () => {
    const [measures, store] = [new Measures(), new MemoryStore()];
    await store.append('light', [newEvent(), newEvent()], -1);
    let isAway = false;
    const subscribe: EventStore['subscribe'] = async function* (after, signal) {
      if (isAway) throw new Error('the store is away');
      yield* store.subscribe(after, signal);
    };
    const log = metered({ ...metered(store, new Measures()), subscribe }, measures);
    expect(await firstOf(log)).toBe(2);
    expect(await counts(measures)).toEqual([
      'steadfast_subscription_drops_total 0',
      'steadfast_subscription_resumes_total 0',
    ]);
    isAway = true;
    await expect(firstOf(log)).rejects.toThrow('away');
    await expect(firstOf(log)).rejects.toThrow('away');
    expect(await counts(measures)).toEqual([
      'steadfast_subscription_drops_total 2',
      'steadfast_subscription_resumes_total 0',
    ]);
    isAway = false;
    for (let times = 0; times < 3; times++) expect(await firstOf(log)).toBe(2);
    expect(await counts(measures)).toEqual([
      'steadfast_subscription_drops_total 2',
      'steadfast_subscription_resumes_total 2',
    ]);
  });
});

import { NO_STREAM, WrongExpectedRevision, type EventStore, type RecordedEvent } from '#eventsourcing';
import type { Measures } from './measures.js';

/** A store whose appends are timed, and whose lost races and broken subscriptions are counted. */
export function metered(store: EventStore, measures: Measures): EventStore {
  const subscriptions = new Subscriptions(measures);
  return {
    append: async (stream, events, expected) => {
      const began = performance.now();
      try {
        const appended = await store.append(stream, events, expected);
        measures.appended((performance.now() - began) / 1000);
        return appended;
      } catch (error) {
        // What is tried at a stream that nothing is known of, a replay above all, has lost no race: no such stream has moved on.
        if (error instanceof WrongExpectedRevision && expected !== NO_STREAM) measures.conflict();
        throw error;
      }
    },
    read: (stream, from, limit) => store.read(stream, from, limit),
    readAll: (after, limit) => store.readAll(after, limit),
    lastPosition: () => store.lastPosition(),
    subscribe: (after, signal) => subscriptions.counted(store.subscribe(after, signal)),
    close: () => store.close(),
  };
}

/** The subscriptions to one store, of which none goes on by itself once it has failed: another is begun in its place. */
class Subscriptions {
  #failed = 0;

  constructor(private readonly measures: Measures) {}

  async *counted(
    subscription: AsyncIterable<readonly RecordedEvent[]>,
  ): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
    let begun = false;
    try {
      for await (const events of subscription) {
        if (!begun) this.#begins();
        begun = true;
        yield events;
      }
    } catch (error) {
      this.#failed++;
      this.measures.dropped();
      throw error;
    }
  }

  #begins(): void {
    if (this.#failed === 0) return;
    this.#failed--;
    this.measures.resumed();
  }
}

import { WrongExpectedRevision, type EventStore, type RecordedEvent } from '#eventsourcing';
import type { Measures } from './measures.js';

/** A store whose appends are timed, and whose lost races and broken subscriptions are counted. */
export function metered(store: EventStore, measures: Measures): EventStore {
  return {
    append: async (stream, events, expected) => {
      const began = performance.now();
      try {
        const appended = await store.append(stream, events, expected);
        measures.appended((performance.now() - began) / 1000);
        return appended;
      } catch (error) {
        if (error instanceof WrongExpectedRevision) measures.conflict();
        throw error;
      }
    },
    read: (stream, from, limit) => store.read(stream, from, limit),
    readAll: (after, limit) => store.readAll(after, limit),
    lastPosition: () => store.lastPosition(),
    subscribe: (after, signal) => counted(store.subscribe(after, signal), measures),
    close: () => store.close(),
  };
}

async function* counted(
  subscription: AsyncIterable<readonly RecordedEvent[]>,
  measures: Measures,
): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
  let begun = false;
  try {
    for await (const events of subscription) {
      if (!begun) measures.subscribed();
      begun = true;
      yield events;
    }
  } catch (error) {
    measures.dropped();
    throw error;
  }
}

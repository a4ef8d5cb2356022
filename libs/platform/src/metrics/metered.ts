import { WrongExpectedRevision, type EventStore } from '#eventsourcing';
import type { Measures } from './measures.js';

/** A store whose appends are timed, and whose lost races are counted. */
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
    subscribe: (after, signal) => store.subscribe(after, signal),
    close: () => store.close(),
  };
}

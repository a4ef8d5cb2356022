import type { EventStore } from '#eventsourcing';
import type { Tracing } from './tracing.js';

/** A store whose appends stand in the traces. */
export function traced(store: EventStore, tracing: Tracing): EventStore {
  return {
    append: (stream, events, expected) => {
      const attributes = { 'steadfast.stream': stream, 'steadfast.events': events.length };
      return tracing.span({ name: 'append', attributes }, () => store.append(stream, events, expected));
    },
    read: (stream, from, limit) => store.read(stream, from, limit),
    readAll: (after, limit) => store.readAll(after, limit),
    lastPosition: () => store.lastPosition(),
    subscribe: (after, signal) => store.subscribe(after, signal),
    close: () => store.close(),
  };
}

import type { EventStore } from './event-store.js';
import type { RecordedEvent } from './message.js';

/** Lifts the data of events stored in an old shape, by event type; data in the present shape must come back as it is. */
export type Upcasters = Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => object>>;

/** A store whose events are read in their present shape; what is stored stays as it was written. */
export function upcasting(store: EventStore, upcasters: Upcasters): EventStore {
  const lift = (event: RecordedEvent): RecordedEvent => {
    const upcast = Object.hasOwn(upcasters, event.type) ? upcasters[event.type] : undefined;
    return upcast ? { ...event, data: upcast(event.data as Record<string, unknown>) } : event;
  };
  return {
    append: (stream, events, expected) => store.append(stream, events, expected),
    read: async (stream, from, limit) => {
      const slice = await store.read(stream, from, limit);
      return { ...slice, events: slice.events.map(lift) };
    },
    readAll: async (after, limit) => (await store.readAll(after, limit)).map(lift),
    lastPosition: () => store.lastPosition(),
    async *subscribe(after, signal) {
      for await (const batch of store.subscribe(after, signal)) yield batch.map(lift);
    },
    close: () => store.close(),
  };
}

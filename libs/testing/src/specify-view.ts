import { foldOf, type Event, type Recorded, type Row, type View } from '#eventsourcing';
import { recorded } from './recorded.js';
import type { Told } from './specify.js';

/** A view after events. */
export interface GivenRows<R extends Row> {
  /** States the row of a key, or that there is none. */
  then(key: string, row: R | undefined): void;
}

/** Given, then for a view: events are folded by key in the order of the world's time, as the engine does; the nth has the id that `idOf` says. */
export function specifyView<R extends Row, E extends Event>(view: View<R, E>): (...events: Told<E>[]) => GivenRows<R> {
  return (...events) => ({
    then: (key, row) => {
      expect(fold(view, events.map(recorded<E>), key)).toEqual(row);
    },
  });
}

function fold<R extends Row, E extends Event>(
  view: View<R, E>,
  events: readonly Recorded<E>[],
  key: string,
): R | undefined {
  const inTime = events.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
  return inTime
    .filter((event) => [view.key(event)].flat().includes(key))
    .reduce<R | undefined>((row, event) => foldOf(view, event.type)?.(row, event, key), undefined);
}

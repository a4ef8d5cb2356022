import { uuidv5, type Event, type Recorded, type Row, type View } from '#eventsourcing';
import type { Told } from './specify.js';

const AT = '2024-01-01T00:00:00.000Z';

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

/** The id of the nth event of a view's spec, counted from 0. */
export function idOf(index: number): string {
  return uuidv5(`event ${String(index)}`);
}

function recorded<E extends Event>({ type, data, occurredAt = AT, reported }: Told<E>, index: number): Recorded<E> {
  const commandId = uuidv5(`command ${String(index)}`);
  const by = { subject: 'operator', party: 'USA', roles: ['operator'] };
  return {
    ...{
      id: idOf(index),
      type,
      data,
      at: AT,
      occurredAt,
      stream: 'thing-1',
      revision: index,
      position: BigInt(index + 1),
    },
    metadata: {
      commandId,
      payload: '',
      by,
      correlationId: commandId,
      causationId: commandId,
      ...(reported && { reported }),
    },
  };
}

function fold<R extends Row, E extends Event>(
  view: View<R, E>,
  events: readonly Recorded<E>[],
  key: string,
): R | undefined {
  const inTime = events.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
  return inTime
    .filter((event) => [view.key(event)].flat().includes(key))
    .reduce<R | undefined>((row, event) => view.on[event.type](row, event, key), undefined);
}

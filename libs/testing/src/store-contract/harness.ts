import { randomUUID } from 'node:crypto';
import { NO_STREAM, type EventStore, type NewEvent, type RecordedEvent } from '#eventsourcing';

/** Decides when a store commits what waits; `commit` is to be called once, in a later turn. */
export type Pace = (commit: () => void) => void;

/** A store over a log that the case has for itself, or shares with earlier ones. */
export interface OpenedStore {
  readonly store: EventStore;
  /** Closes the store and opens its log again; for durable stores. */
  reopen?(): Promise<EventStore>;
  /** Closes the store, and removes what it leaves behind. */
  dispose(): Promise<void>;
}

/** How the kit comes by stores of a kind, and what that kind does not promise. */
export interface StoreHarness {
  open(options?: { pace?: Pace }): Promise<OpenedStore>;
  /** Whether `pace` is followed. */
  readonly paced: boolean;
  /** Whether an id is refused that is anywhere in the log, and not only in the same append. */
  readonly idsUnique: boolean;
  /** Whether the log outlives its store, and is not on the heap. */
  readonly durable: boolean;
}

/** Runs a case with a store, which is closed whatever comes of it. */
export async function withStore(
  harness: StoreHarness,
  work: (store: EventStore, opened: OpenedStore) => Promise<void>,
  options?: { pace?: Pace },
): Promise<void> {
  const opened = await harness.open(options);
  try {
    await work(opened.store, opened);
  } finally {
    await opened.dispose();
  }
}

/** A stream name that no case used before. */
export const newStream = (name = 'light'): string => `${name}-${randomUUID()}`;

/** An event that no case used before, with the data given. */
export function newEvent(data: object = {}, type = 'LightSwitched'): NewEvent {
  const commandId = randomUUID();
  return {
    id: randomUUID(),
    type,
    data,
    at: '2024-07-11T09:00:00.000Z',
    occurredAt: '2024-07-10T00:00:00.000Z',
    metadata: {
      commandId,
      payload: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
      by: { subject: 'operator-7', party: 'DEU', roles: ['operator'] },
      correlationId: commandId,
      causationId: commandId,
    },
  };
}

/** That many new events. */
export const newEvents = (count: number, data: object = {}): NewEvent[] =>
  Array.from({ length: count }, () => newEvent(data));

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);

/** Appends a number of events to a stream of its own, one at a time; their ids once they are acknowledged. */
export async function writeAlone(store: EventStore, count: number): Promise<string[]> {
  const [stream, events] = [newStream(), newEvents(count)];
  let expected = NO_STREAM;
  for (const event of events) ({ revision: expected } = await store.append(stream, [event], expected));
  return idsOf(events);
}

/** What a subscriber is given after a position up to the event with this id. */
export async function follow(store: EventStore, after: bigint, untilId: string): Promise<RecordedEvent[]> {
  const seen: RecordedEvent[] = [];
  const signal = AbortSignal.timeout(20_000);
  for await (const batch of store.subscribe(after, signal)) {
    expect(batch.length).toBeGreaterThan(0);
    seen.push(...batch);
    if (batch.some(({ id }) => id === untilId)) return seen;
  }
  throw new Error(`the subscription ended after ${String(seen.length)} events without the one it was to end with`);
}

/** The whole log after a position, read page by page. */
export async function logAfter(store: EventStore, after: bigint, page = 1_000): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (;;) {
    const more = await store.readAll(events.at(-1)?.position ?? after, page);
    if (more.length === 0) return events;
    events.push(...more);
  }
}

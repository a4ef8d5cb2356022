import type { Appended, EventStore, NewEvent, RecordedEvent, StreamSlice } from '#eventsourcing';

/** A log of given events that can be added to, handed to subscribers in batches of at most `batch`. */
export class GivenLog implements EventStore {
  readonly events: RecordedEvent[] = [];
  /** Whether reading after a position throws, for now. */
  isAway: (after: bigint) => boolean = () => false;
  private ring: () => void = () => undefined;

  constructor(
    events: readonly RecordedEvent[] = [],
    private readonly batch = 500,
  ) {
    this.add(...events);
  }

  add(...events: readonly RecordedEvent[]): void {
    this.events.push(...events);
    this.ring();
  }

  append(): Promise<Appended> {
    return Promise.reject(new Error('events are given'));
  }

  async read(stream: string): Promise<StreamSlice> {
    const events = this.events.filter((event) => event.stream === stream);
    return { events, revision: events.length - 1 };
  }

  async readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    if (this.isAway(after)) throw new Error('the log is away');
    return this.events.filter(({ position }) => position > after).slice(0, limit);
  }

  async lastPosition(): Promise<bigint> {
    return this.events.at(-1)?.position ?? 0n;
  }

  async *subscribe(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    let position = after;
    while (!signal.aborted) {
      const events = await this.readAll(position, this.batch);
      const last = events.at(-1);
      if (last) {
        yield events;
        position = last.position;
      } else await this.more(signal);
    }
  }

  async close(): Promise<void> {
    this.ring();
  }

  private more(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.ring = resolve;
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
    });
  }
}

/** An event as a log would hold it, of which only what matters is said. */
export function event(
  position: number,
  type: string,
  data: object,
  { occurredAt = day(position), at = day(position), party = 'DEU', id = `event-${position}`, stream = 'toy-1' } = {},
): RecordedEvent {
  const by = { subject: 'anna', party, roles: [] };
  const metadata = { commandId: id, payload: '', by, correlationId: id, causationId: id };
  return { id, type, data, at, occurredAt, metadata, stream, revision: position - 1, position: BigInt(position) };
}

/** What of an event is given to a store that appends it. */
export function newOf({ id, type, data, at, occurredAt, metadata }: RecordedEvent): NewEvent {
  return { id, type, data, at, occurredAt, metadata };
}

/** The nth day of 2024, at midnight. */
export function day(n: number): string {
  return new Date(Date.UTC(2024, 0, n)).toISOString();
}

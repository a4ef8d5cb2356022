import {
  START,
  WrongExpectedRevision,
  type Appended,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
  type StreamSlice,
} from '#eventsourcing';
import { ensureAppendable, ensureNotTooLarge, eventJson, StoreClosed, type Pace, type Waiting } from './appending.js';
import { Bell } from './bell.js';
import { follow } from './follow.js';

/** The log in memory, for specs and what-if runs: all promises of the port but to outlive the process. */
export class MemoryStore implements EventStore {
  readonly bell = new Bell();
  closed = false;
  readonly #log: RecordedEvent[] = [];
  readonly #streams = new Map<string, RecordedEvent[]>();
  readonly #ids = new Set<string>();
  readonly #pace: Pace;
  readonly #batch: number;
  #waiting: Waiting<NewEvent>[] = [];

  /** `batch` is the number of events that subscribers are given at once, at most. */
  constructor({ pace = queueMicrotask, batch = 500 }: { pace?: Pace; batch?: number } = {}) {
    this.#pace = pace;
    this.#batch = batch;
  }

  append(stream: string, events: readonly NewEvent[], expected: number): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw new StoreClosed();
      ensureAppendable(stream, events, expected);
      const texts = events.map(eventJson);
      ensureNotTooLarge(stream, texts);
      const copy = texts.map((text, index) => ({ ...(JSON.parse(text) as NewEvent), id: events[index]?.id ?? '' }));
      this.#waiting.push({ stream, events: copy, expected, resolve, reject });
      if (this.#waiting.length === 1)
        this.#pace(() => {
          this.#commit();
        });
    });
  }

  async read(stream: string, from = 0, limit = Infinity): Promise<StreamSlice> {
    this.#ensureOpen();
    const events = this.#streams.get(stream) ?? [];
    return { events: events.slice(from, from + limit), revision: events.length - 1 };
  }

  async readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    this.#ensureOpen();
    return this.readAfter(after, limit);
  }

  readAfter(after: bigint, limit: number): readonly RecordedEvent[] {
    return this.#log.slice(Number(after), Number(after) + limit);
  }

  async lastPosition(): Promise<bigint> {
    this.#ensureOpen();
    return this.#log.at(-1)?.position ?? START;
  }

  subscribe(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    return follow(this, after, signal, this.#batch);
  }

  async close(): Promise<void> {
    this.#commit();
    this.closed = true;
    this.bell.ring();
  }

  #ensureOpen(): void {
    if (this.closed) throw new StoreClosed();
  }

  #commit(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const append of waiting) {
      const appended = this.#take(append);
      if (appended) append.resolve(appended);
      else append.reject(new WrongExpectedRevision(append.stream, append.expected, this.#revisionOf(append.stream)));
    }
    this.bell.ring();
  }

  #revisionOf(stream: string): number {
    return (this.#streams.get(stream)?.length ?? 0) - 1;
  }

  #take({ stream, events, expected }: Waiting<NewEvent>): Appended | undefined {
    const standing = this.#streams.get(stream) ?? [];
    const there = standing.slice(expected + 1, expected + 1 + events.length);
    if (expected !== standing.length - 1) {
      const same = events.length > 0 && events.every(({ id }, index) => there[index]?.id === id);
      return same ? endOf(there, expected) : undefined;
    }
    const ids = new Set(events.map(({ id }) => id));
    if (ids.size < events.length || events.some(({ id }) => this.#ids.has(id))) return undefined;
    for (const { id, type, data, at, occurredAt, metadata } of events) {
      const [revision, position] = [standing.length, BigInt(this.#log.length + 1)];
      const event = { id, type, data, at, occurredAt, metadata, stream, revision, position };
      standing.push(event);
      this.#log.push(event);
      this.#ids.add(id);
    }
    if (events.length > 0) this.#streams.set(stream, standing);
    return endOf(standing, expected);
  }
}

function endOf(events: readonly RecordedEvent[], expected: number): Appended {
  const last = events.at(-1);
  return { revision: last?.revision ?? expected, position: last?.position ?? START };
}

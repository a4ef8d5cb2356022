import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Appended, EventStore, NewEvent, RecordedEvent, StreamSlice } from '#eventsourcing';
import { ensureAppendable, StoreClosed } from '../appending.js';
import type { EventStoreDbOptions } from '../eventstoredb-options.js';
import { Appender } from './appender.js';
import { Patience } from './patience.js';
import { includesItsPlace } from './positions.js';
import { Reader } from './reader.js';
import { Subscriber } from './subscriber.js';
import { Tail } from './tail.js';
import { Streams } from './wire.js';

/** The log in EventStoreDB, among the streams of others. */
export class EventStoreDbStore implements EventStore {
  readonly #reader: Reader;
  readonly #appender: Appender;
  readonly #subscriber: Subscriber;
  readonly #tail: Tail;
  readonly #patience: number;
  readonly #closing = new AbortController();
  readonly #appends = new Set<Promise<Appended>>();

  constructor(
    private readonly client: EventStoreDBClient,
    {
      prefix = 'steadfast.',
      deadline = 5_000,
      patience = 20_000,
      batch = 500,
      log = () => undefined,
      watch,
    }: EventStoreDbOptions,
  ) {
    const streams = new Streams(prefix);
    this.#patience = patience;
    this.#reader = new Reader(client, streams, deadline);
    this.#appender = new Appender(client, streams, this.#reader, { deadline, patience });
    this.#subscriber = new Subscriber(client, streams, batch, log, watch);
    this.#tail = new Tail({
      lastPosition: () => this.lastPosition(),
      subscribe: (after, signal) => this.#follow(after, signal),
    });
  }

  async append(stream: string, events: readonly NewEvent[], expected: number): Promise<Appended> {
    this.#ensureOpen();
    ensureAppendable(stream, events, expected);
    const append = this.#appender.append(stream, events, expected);
    this.#appends.add(append);
    try {
      return await append;
    } finally {
      this.#appends.delete(append);
    }
  }

  read(stream: string, from = 0, limit = Infinity): Promise<StreamSlice> {
    return this.#patiently(() => this.#reader.read(stream, from, limit));
  }

  readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    return this.#patiently(() => this.#reader.readAll(after, limit));
  }

  lastPosition(): Promise<bigint> {
    return this.#patiently(() => this.#reader.lastPosition());
  }

  subscribe(after: bigint, signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
    return this.#tail.follow(after, AbortSignal.any([signal, this.#closing.signal]));
  }

  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    await Promise.allSettled(this.#appends);
    await this.client.dispose();
  }

  async *#follow(after: bigint, signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
    const first = includesItsPlace(after) ? await this.readAll(after, 1) : [];
    if (first.length > 0) yield first;
    yield* this.#subscriber.follow(first[0]?.position ?? after, signal);
  }

  async #patiently<T>(read: () => Promise<T>): Promise<T> {
    this.#ensureOpen();
    return new Patience(this.#patience).with('answer a read', read);
  }

  #ensureOpen(): void {
    if (this.#closing.signal.aborted) throw new StoreClosed();
  }
}

import type { NewEvent, RecordedEvent } from './message.js';

/** The revision of a stream that does not exist yet. */
export const NO_STREAM = -1;

/** The position before the first event. */
export const START = 0n;

/** Where an append ended: the stream's new revision and the log position of its last event. */
export interface Appended {
  readonly revision: number;
  readonly position: bigint;
}

/** A part of a stream, in order, and the revision the stream stands at (`NO_STREAM` if there is none). */
export interface StreamSlice {
  readonly events: readonly RecordedEvent[];
  readonly revision: number;
}

/**
 * The log. What every store promises is stated, and tested, by the contract kit of `libs/testing`.
 * All positions are greater than `START` and grow strictly in the order in which subscribers see events.
 */
export interface EventStore {
  /**
   * Appends to one stream, all or nothing, and resolves once the events are durable.
   * Rejects with `WrongExpectedRevision` unless the stream stands at `expected`, and with `AppendTooLarge` where the events are more than
   * `MOST_BYTES` of JSON; the very same append again answers as the first did.
   */
  append(stream: string, events: readonly NewEvent[], expected: number): Promise<Appended>;

  /** The events of a stream from a revision on, `limit` at most. */
  read(stream: string, from?: number, limit?: number): Promise<StreamSlice>;

  /** Up to `limit` events after a position, in log order. */
  readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]>;

  /** The position of the last event, or `START`. */
  lastPosition(): Promise<bigint>;

  /**
   * Every event after a position in log order, without gaps, first those that are there, then new ones as they come,
   * in batches that are never empty. Resumes by itself; ends when `signal` aborts. A slow consumer holds it back.
   */
  subscribe(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]>;

  /** Finishes what was appended and lets go of files and connections. */
  close(): Promise<void>;
}

/** The stream moved on: it does not stand at the revision the append expected. */
export class WrongExpectedRevision extends Error {
  override readonly name = 'WrongExpectedRevision';

  constructor(
    readonly stream: string,
    readonly expected: number,
    readonly actual: number,
  ) {
    super(`stream ${stream} stands at revision ${String(actual)}, not at ${String(expected)}`);
  }
}

/** The most bytes of JSON, in UTF-8, that one append takes: EventStoreDB takes 1 MiB by a count of its own, in which this is less. */
export const MOST_BYTES = 1_000_000;

/** The events of one append are larger than the log takes at once: nothing was appended. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';

  constructor(
    readonly stream: string,
    readonly bytes: number,
    readonly most = MOST_BYTES,
  ) {
    super(`the events for ${stream} are ${String(bytes)} bytes, and the log takes ${String(most)} at once`);
  }
}

import type { RecordedEvent } from '#eventsourcing';
import { Bell } from '../bell.js';
import { StoreUnavailable } from '../unavailable.js';

/** A log that is followed from a position on, by a subscription for each time it is asked. */
export interface Source {
  lastPosition(): Promise<bigint>;
  subscribe(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]>;
}

/** How many events are kept for those who have not come to the end. */
const KEPT = 2_000;

/** How many events one who follows is given at once, at most. */
const BATCH = 500;

/**
 * The end of a log, followed once for all in this process who are near it: what the server sends is sent, and read, once. Who is further behind
 * than what is kept catches up by a subscription of its own.
 */
export class Tail {
  #current: Followed | undefined;

  constructor(private readonly source: Source) {}

  /** The batches after a position, until the signal aborts; throws what the subscription to the log ends with. */
  async *follow(after: bigint, signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
    const tail = (this.#current ??= new Followed(this.source));
    tail.followers++;
    try {
      for (let at = after; !signal.aborted;) {
        const events = tail.after(at);
        if (!events) {
          for await (const missed of this.source.subscribe(at, signal)) {
            at = missed.at(-1)?.position ?? at;
            yield missed;
            if (tail.reaches(at)) break;
          }
        } else if (events.length > 0) {
          at = events.at(-1)?.position ?? at;
          yield events;
        } else if (tail.isOver) {
          tail.ensureWhole();
          return;
        } else await tail.news(signal);
      }
    } finally {
      tail.followers--;
      if (tail.followers === 0 || tail.isOver) this.#leave(tail);
    }
  }

  #leave(tail: Followed): void {
    tail.stop();
    if (this.#current === tail) this.#current = undefined;
  }
}

/** One subscription to the end of the log, and what it gave last. */
class Followed {
  followers = 0;
  isOver = false;
  readonly #events: RecordedEvent[] = [];
  readonly #bell = new Bell();
  readonly #ending = new AbortController();
  /** Every event after this position, up to the end, is among those kept; first it is to be found out where the end is. */
  #from: bigint | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(source: Source) {
    void this.#run(source);
  }

  /** What is kept after a position, the next `BATCH` at most; `undefined` where some of it is no longer. */
  after(position: bigint): readonly RecordedEvent[] | undefined {
    if (this.#from !== undefined && !this.reaches(position)) return undefined;
    const index = this.#events.findLastIndex((event) => event.position <= position) + 1;
    return this.#events.slice(index, index + BATCH);
  }

  /** Whether all that comes after a position is kept. */
  reaches(position: bigint): boolean {
    return this.#from !== undefined && position >= this.#from;
  }

  /** Resolves when there is more, when it is over, or when the signal aborts. */
  news(signal: AbortSignal): Promise<void> {
    return this.#bell.next(signal);
  }

  /** Throws what it ended with, if it failed. */
  ensureWhole(): void {
    if (this.#failure) throw this.#failure.error;
  }

  stop(): void {
    this.#ending.abort();
  }

  async #run(source: Source): Promise<void> {
    try {
      this.#from = await this.#endOf(source);
      this.#bell.ring();
      for await (const events of source.subscribe(this.#from, this.#ending.signal)) {
        this.#events.push(...events);
        const gone = this.#events.splice(0, Math.max(0, this.#events.length - KEPT));
        this.#from = gone.at(-1)?.position ?? this.#from;
        this.#bell.ring();
      }
    } catch (error) {
      this.#failure = { error };
    }
    this.isOver = true;
    this.#bell.ring();
  }

  /** Where the log ends, as soon as the store tells it. */
  async #endOf(source: Source): Promise<bigint> {
    for (;;) {
      try {
        return await source.lastPosition();
      } catch (error) {
        if (this.#ending.signal.aborted || !(error instanceof StoreUnavailable)) throw error;
      }
    }
  }
}

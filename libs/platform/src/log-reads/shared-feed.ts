import { RecentEvents, type FeedEntry } from './recent-events.js';

const AT_ONCE = 100;
const BEAT_MS = 15_000;

/** What a feed is of: entries in the order of the log, each of one event. */
export interface FeedSource {
  /** The position that it stands at. */
  start(): Promise<bigint>;
  /** Entries as they come, after a position; ends where it can no longer be followed, or throws. */
  subscribe(after: bigint, signal: AbortSignal): AsyncIterable<readonly FeedEntry[]>;
  /** The next entries after a position, up to a position to go on from; the same one where there are none. */
  read(after: bigint, limit: number): Promise<{ entries: readonly FeedEntry[]; position: bigint }>;
  /** The newest entries are kept for all who listen: how many, and of how many characters. */
  readonly kept?: readonly [most: number, mostCharacters: number];
}

/** A feed that is followed once for all who listen; who is far behind reads its source at a pace of its own. */
export class SharedFeed {
  #shared: Shared | undefined;

  constructor(private readonly source: FeedSource) {}

  /** How many listen. */
  get listeners(): number {
    return this.#shared?.listeners.size ?? 0;
  }

  /**
   * Every entry after a position, in log order, a few at a time and only as they are asked for; an empty batch when nothing came
   * for 15 s. Ends when `signal` aborts or the source ends; throws where it can no longer be followed.
   */
  async *follow(after: bigint, signal: AbortSignal): AsyncGenerator<readonly FeedEntry[]> {
    const shared = (this.#shared ??= new Shared(this.source));
    const listener = new Listener(signal);
    shared.listeners.add(listener);
    try {
      for (let at = after; !signal.aborted;) {
        const { entries, position } = await this.#next(await shared.recent, at);
        const isFurther = position > at;
        at = position;
        if (!isFurther && shared.failure !== undefined) throw shared.failure;
        if (!isFurther && shared.hasEnded) return;
        if (entries.length > 0 || (!isFurther && (await listener.woken()) === 'beat')) yield entries;
      }
    } finally {
      listener.leave();
      shared.listeners.delete(listener);
      if (shared.listeners.size === 0 || shared.isOver) this.#end(shared);
    }
  }

  async #next(recent: RecentEvents, at: bigint): Promise<{ entries: readonly FeedEntry[]; position: bigint }> {
    const held = recent.after(at, AT_ONCE);
    return held ? { entries: held, position: held.at(-1)?.event.position ?? at } : this.source.read(at, AT_ONCE);
  }

  #end(shared: Shared): void {
    shared.stop();
    if (this.#shared === shared) this.#shared = undefined;
  }
}

/** One subscription, for as long as anyone listens. */
class Shared {
  readonly listeners = new Set<Listener>();
  readonly recent: Promise<RecentEvents>;
  failure: Error | undefined;
  hasEnded = false;
  readonly #stopped = new AbortController();
  readonly #beat = setInterval(() => {
    this.#wake('beat');
  }, BEAT_MS).unref();

  constructor(source: FeedSource) {
    const start = source.start();
    this.recent = start.then((from) => new RecentEvents(from, ...(source.kept ?? [])));
    void this.#follow(source, start);
  }

  /** Whether it gives nothing more to anyone. */
  get isOver(): boolean {
    return this.failure !== undefined || this.hasEnded;
  }

  stop(): void {
    clearInterval(this.#beat);
    this.#stopped.abort();
  }

  async #follow(source: FeedSource, start: Promise<bigint>): Promise<void> {
    try {
      const recent = await this.recent;
      for await (const entries of source.subscribe(await start, this.#stopped.signal)) {
        recent.add(entries);
        this.#wake('news');
      }
      this.hasEnded = true;
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
    }
    this.#wake('news');
  }

  #wake(why: Wake): void {
    for (const listener of this.listeners) listener.wake(why);
  }
}

type Wake = 'news' | 'beat';

/** One who listens and sleeps while there is nothing new. */
class Listener {
  #missed: Wake | undefined;
  #awaken: ((why: Wake) => void) | undefined;
  readonly #onAbort = () => {
    this.wake('news');
  };

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener('abort', this.#onAbort, { once: true });
  }

  /** Resolves with why, at once where it was woken while it was awake. */
  async woken(): Promise<Wake> {
    const why = this.#missed ?? (await new Promise<Wake>((resolve) => (this.#awaken = resolve)));
    this.#missed = this.#awaken = undefined;
    return why;
  }

  wake(why: Wake): void {
    if (this.#awaken) this.#awaken(why);
    else if (this.#missed !== 'news') this.#missed = why;
  }

  leave(): void {
    this.signal.removeEventListener('abort', this.#onAbort);
  }
}

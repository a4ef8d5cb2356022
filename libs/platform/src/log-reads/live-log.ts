import { Inject, Injectable } from '@nestjs/common';
import type { EventStore, RecordedEvent } from '#eventsourcing';
import { EVENT_STORE } from '../ledger/ledger.module.js';
import { eventBody } from './event-body.js';
import { RecentEvents, type FeedEntry } from './recent-events.js';

const AT_ONCE = 100;
const BEAT_MS = 15_000;

/** The log as it grows, followed once for all who listen; who is far behind reads the store at a pace of its own. */
@Injectable()
export class LiveLog {
  #shared: Shared | undefined;

  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** How many listen. */
  get listeners(): number {
    return this.#shared?.listeners.size ?? 0;
  }

  /**
   * Every event after a position, in log order, a few at a time and only as they are asked for; an empty batch when nothing came
   * for 15 s. Ends when `signal` aborts; throws where the log can no longer be followed.
   */
  async *follow(after: bigint, signal: AbortSignal): AsyncGenerator<readonly FeedEntry[]> {
    const shared = (this.#shared ??= new Shared(this.store));
    const listener = new Listener(signal);
    shared.listeners.add(listener);
    try {
      for (let at = after; !signal.aborted;) {
        const entries = await this.#next(await shared.recent, at);
        const last = entries.at(-1);
        if (last) at = last.event.position;
        else if (shared.failure !== undefined) throw shared.failure;
        if (last || (await listener.woken()) === 'beat') yield entries;
      }
    } finally {
      listener.leave();
      shared.listeners.delete(listener);
      if (shared.listeners.size === 0 || shared.failure !== undefined) this.#end(shared);
    }
  }

  async #next(recent: RecentEvents, at: bigint): Promise<readonly FeedEntry[]> {
    return recent.after(at, AT_ONCE) ?? (await this.store.readAll(at, AT_ONCE)).map(entryOf);
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
  readonly #stopped = new AbortController();
  readonly #beat = setInterval(() => {
    this.#wake('beat');
  }, BEAT_MS).unref();

  constructor(store: EventStore) {
    const start = store.lastPosition();
    this.recent = start.then((from) => new RecentEvents(from));
    void this.#follow(store, start);
  }

  stop(): void {
    clearInterval(this.#beat);
    this.#stopped.abort();
  }

  async #follow(store: EventStore, start: Promise<bigint>): Promise<void> {
    try {
      const recent = await this.recent;
      for await (const events of store.subscribe(await start, this.#stopped.signal)) {
        recent.add(events.map(entryOf));
        this.#wake('news');
      }
    } catch (error) {
      this.failure = error instanceof Error ? error : new Error(String(error));
      this.#wake('news');
    }
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

function entryOf(event: RecordedEvent): FeedEntry {
  return { event, text: `id: ${event.position}\ndata: ${JSON.stringify(eventBody(event))}\n\n` };
}

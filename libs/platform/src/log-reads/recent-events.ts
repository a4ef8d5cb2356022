import type { RecordedEvent } from '#eventsourcing';

/** An event as the feed sends it: written once for all who listen. */
export interface FeedEntry {
  readonly event: RecordedEvent;
  readonly text: string;
}

/** The newest events of the log, in order, bounded in number and in characters. */
export class RecentEvents {
  readonly #entries: FeedEntry[] = [];
  #characters = 0;

  /** Holds every event after `from`, and first none. */
  constructor(
    private from: bigint,
    private readonly most = 4_096,
    private readonly mostCharacters = 16_000_000,
  ) {}

  /** Adds events that come after all that were added before, and lets go of the oldest. */
  add(entries: readonly FeedEntry[]): void {
    this.#entries.push(...entries);
    for (const { text } of entries) this.#characters += text.length;
    let gone = 0;
    while (this.#entries.length - gone > this.most || this.#characters > this.mostCharacters)
      this.#characters -= this.#entries[gone++]?.text.length ?? 0;
    this.from = this.#entries[gone - 1]?.event.position ?? this.from;
    this.#entries.splice(0, gone);
  }

  /** Up to `limit` events after a position; `undefined` where some of them are no longer held. */
  after(position: bigint, limit: number): readonly FeedEntry[] | undefined {
    if (position < this.from) return undefined;
    let low = 0;
    for (let high = this.#entries.length; low < high;) {
      const middle = (low + high) >>> 1;
      if ((this.#entries[middle]?.event.position ?? 0n) > position) high = middle;
      else low = middle + 1;
    }
    return this.#entries.slice(low, low + limit);
  }
}

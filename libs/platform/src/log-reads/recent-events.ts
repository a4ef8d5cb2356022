import type { RecordedEvent } from '#eventsourcing';

/** An event as the feed sends it: written once for all who listen. */
export interface FeedEntry {
  readonly event: RecordedEvent;
  readonly text: string;
}

/** The newest events of the log, in order, bounded in number and in characters. */
export class RecentEvents {
  #entries: FeedEntry[] = [];
  #characters = 0;
  #first = 0;

  /** Holds every event after `from`, and first none. */
  constructor(
    private from: bigint,
    private readonly most = 4_096,
    private readonly mostCharacters = 16_000_000,
  ) {}

  /** Adds events that come after all that were added before, and lets go of the oldest. */
  add(entries: readonly FeedEntry[]): void {
    for (const entry of entries) {
      this.#entries.push(entry);
      this.#characters += entry.text.length;
    }
    while (this.#entries.length - this.#first > this.most || this.#characters > this.mostCharacters) this.#letGo();
    if (this.#first < this.most) return;
    this.#entries = this.#entries.slice(this.#first);
    this.#first = 0;
  }

  /** Up to `limit` events after a position; `undefined` where some of them are no longer held. */
  after(position: bigint, limit: number): readonly FeedEntry[] | undefined {
    if (position < this.from) return undefined;
    let low = this.#first;
    for (let high = this.#entries.length; low < high;) {
      const middle = (low + high) >>> 1;
      if ((this.#entries[middle]?.event.position ?? 0n) > position) high = middle;
      else low = middle + 1;
    }
    return this.#entries.slice(low, low + limit);
  }

  #letGo(): void {
    const oldest = this.#entries[this.#first];
    if (!oldest) return;
    this.#characters -= oldest.text.length;
    this.from = oldest.event.position;
    this.#first++;
  }
}

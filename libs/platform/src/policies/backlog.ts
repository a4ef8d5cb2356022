import { setImmediate as nextTurn } from 'node:timers/promises';
import { START, type EventStore, type RecordedEvent } from '#eventsourcing';
import type { Listener } from './follower.js';
import { isBookkeeping } from './errand.js';

const PAGE = 500;
const MOST_WAITING = 2_000;

/**
 * The events that one policy is still to see, in log order. What is new comes from who follows the log for all; a policy that is far
 * behind, or begins, reads the log by itself until it has caught up: so none holds up another, and memory is bounded.
 */
export class Backlog implements Listener {
  /** How many events of the log were passed by since this was set to 0, those of the policies' own streams left out. */
  passed = 0;
  readonly #waiting: RecordedEvent[] = [];
  #done = START;
  #readTo: bigint | undefined;
  #newest = START;
  #woken = false;
  #wake: (() => void) | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly concerns: (event: RecordedEvent) => boolean,
  ) {}

  /** The position up to which all that concerns the policy is done. */
  get position(): bigint {
    return this.#waiting.length > 0 ? this.#done : (this.#readTo ?? START);
  }

  /** When the event was recorded that is to be seen next, where one has been read that concerns the policy. */
  get waitingSince(): string | undefined {
    return this.#waiting[0]?.at;
  }

  /** How many positions the log is ahead. */
  get lag(): bigint {
    return this.#newest > this.position ? this.#newest - this.position : 0n;
  }

  /** Begins after a position. */
  begin(after: bigint): void {
    this.#readTo = this.#done = after;
  }

  reach(newest: bigint): void {
    this.#newest = newest;
    this.wake();
  }

  add(events: readonly RecordedEvent[]): void {
    const caughtUp = this.#readTo !== undefined && this.#readTo >= this.#newest;
    this.#newest = events.at(-1)?.position ?? this.#newest;
    if (caughtUp && this.#waiting.length < MOST_WAITING) this.#take(events);
    this.wake();
  }

  /** The next event, the same until `done` is said; none at the end of the log, and where the page that was read for it has none. */
  async next(): Promise<RecordedEvent | undefined> {
    if (this.#waiting.length === 0 && this.#readTo !== undefined && this.#readTo < this.#newest) {
      const events = await this.store.readAll(this.#readTo, PAGE);
      if (events.length === 0) throw new Error(`the log does not answer beyond position ${this.#readTo} yet`);
      this.#take(events);
      await nextTurn();
    }
    return this.#waiting[0];
  }

  /** Resolves once there is more in the log, or somebody said `wake` since this was last asked. */
  async more(): Promise<void> {
    const isAtEnd = this.#waiting.length === 0 && this.lag === 0n;
    if (isAtEnd && !this.#woken) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#woken = false;
  }

  /** The event that `next` gave is done with. */
  done(): void {
    this.#done = this.#waiting.shift()?.position ?? this.#done;
  }

  /** Has `more` come back, or not wait at all. */
  wake(): void {
    this.#woken = true;
    this.#wake?.();
  }

  #take(events: readonly RecordedEvent[]): void {
    for (const event of events) {
      if (this.#readTo !== undefined && event.position <= this.#readTo) continue;
      if (!isBookkeeping(event)) this.passed++;
      if (this.concerns(event)) this.#waiting.push(event);
      this.#readTo = event.position;
    }
  }
}

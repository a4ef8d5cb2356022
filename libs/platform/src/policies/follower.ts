import type { EventStore, RecordedEvent } from '#eventsourcing';
import { BackOff } from '#stores';
import { LONGEST_PAUSE_MS } from './errand.js';

/** One who is told how far the log has come, and of what is new in it from there on. */
export interface Listener {
  reach(newest: bigint): void;
  add(events: readonly RecordedEvent[]): void;
}

/** Follows the log once for all who listen. */
export class Follower {
  constructor(
    private readonly store: EventStore,
    private readonly listeners: readonly Listener[],
    private readonly log: (line: string) => void,
  ) {}

  /** Runs until the signal aborts; whatever goes wrong is said and tried again. */
  async run(signal: AbortSignal): Promise<void> {
    const backOff = new BackOff(LONGEST_PAUSE_MS);
    let at: bigint | undefined;
    while (!signal.aborted) {
      try {
        if (at === undefined) {
          at = await this.store.lastPosition();
          for (const listener of this.listeners) listener.reach(at);
        }
        for await (const events of this.store.subscribe(at, signal)) {
          at = events.at(-1)?.position ?? at;
          for (const listener of this.listeners) listener.add(events);
          backOff.reset();
        }
      } catch (error) {
        this.log(`policies: the log cannot be followed: ${String(error)}`);
      }
      await backOff.pause(signal);
    }
  }
}

import type { Clock } from '#eventsourcing';

/** A clock that stands still until it is set. */
export class ManualClock implements Clock {
  #time: string;
  readonly #waiting = new Set<{ readonly time: string; readonly wake: () => void }>();

  constructor(time: string) {
    this.#time = new Date(time).toISOString();
  }

  now(): string {
    return this.#time;
  }

  /** Sets it, never back: who waits for a time that has come goes on. */
  set(time: string): void {
    const next = new Date(time).toISOString();
    if (next < this.#time) throw new RangeError(`the clock stands at ${this.#time}, which is after ${next}`);
    this.#time = next;
    for (const one of this.#waiting) if (one.time <= next) one.wake();
  }

  until(time: string, signal: AbortSignal): Promise<void> {
    if (time <= this.#time || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const one = {
        time: new Date(time).toISOString(),
        wake: () => {
          this.#waiting.delete(one);
          signal.removeEventListener('abort', one.wake);
          resolve();
        },
      };
      this.#waiting.add(one);
      signal.addEventListener('abort', one.wake);
    });
  }
}

import { setTimeout as sleep } from 'node:timers/promises';

const FIRST_MS = 50;
const LONGEST_MS = 10_000;

/** How long to wait before something is tried again: twice as long each time, 10 s at most. */
export class Backoff {
  #delay = FIRST_MS;

  constructor(private readonly signal: AbortSignal) {}

  /** Waits, not beyond the signal's end. */
  async wait(): Promise<void> {
    const delay = this.#delay;
    this.#delay = Math.min(2 * delay, LONGEST_MS);
    await sleep(delay, undefined, { signal: this.signal }).catch(() => undefined);
  }

  /** It went well: the next wait is short again. */
  reset(): void {
    this.#delay = FIRST_MS;
  }
}

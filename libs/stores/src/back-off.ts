import { setTimeout as pause } from 'node:timers/promises';

const FIRST_PAUSE_MS = 50;

/** Pauses that grow to a length in ms, 2000 unless given, each drawn at random between half and all of its length, so that many who wait do not come back at once. */
export class BackOff {
  #length = FIRST_PAUSE_MS;

  constructor(private readonly longest = 2_000) {}

  /** Starts anew, after a success. */
  reset(): void {
    this.#length = FIRST_PAUSE_MS;
  }

  /** Resolves after the next pause, or at once when the signal aborts. */
  async pause(signal?: AbortSignal): Promise<void> {
    const length = this.#length * (0.5 + Math.random() / 2);
    this.#length = Math.min(this.#length * 2, this.longest);
    await pause(length, undefined, signal && { signal }).catch((error: unknown) => {
      if (!signal?.aborted) throw error;
    });
  }
}

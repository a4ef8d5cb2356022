import { setTimeout as pause } from 'node:timers/promises';
import { WrongExpectedRevision } from '#eventsourcing';
import { StoreRefused, StoreUnavailable } from '../unavailable.js';
import { failureOf, messageOf } from './failures.js';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 2_000;

/** Pauses that grow, each drawn at random between half and all of its length, so that many who wait do not come back at once. */
export class BackOff {
  #length = FIRST_PAUSE_MS;

  /** Starts anew, after a success. */
  reset(): void {
    this.#length = FIRST_PAUSE_MS;
  }

  /** Resolves after the next pause, or at once when the signal aborts. */
  async pause(signal?: AbortSignal): Promise<void> {
    const length = this.#length * (0.5 + Math.random() / 2);
    this.#length = Math.min(this.#length * 2, LONGEST_PAUSE_MS);
    await pause(length, undefined, signal && { signal }).catch((error: unknown) => {
      if (!signal?.aborted) throw error;
    });
  }
}

/** The time until something is given up. */
export class Patience {
  readonly #backOff = new BackOff();
  readonly #until: number;

  constructor(private readonly milliseconds: number) {
    this.#until = performance.now() + milliseconds;
  }

  /** Resolves when it is time to try again after an error of the client; throws the ledger's own, `StoreRefused` where that is no use, and `StoreUnavailable` where there is no time left. */
  async after(error: unknown, what: string): Promise<void> {
    if (error instanceof WrongExpectedRevision) throw error;
    if (failureOf(error).is !== 'passing')
      throw new StoreRefused(`the event store will not ${what}: ${messageOf(error)}`, { cause: error });
    if (performance.now() >= this.#until)
      throw new StoreUnavailable(
        `the event store did not ${what} within ${this.milliseconds} ms: ${messageOf(error)}`,
        { cause: error },
      );
    await this.#backOff.pause();
  }

  /** What an attempt comes to, made again as long as it fails in passing. */
  async with<T>(what: string, attempt: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        await this.after(error, what);
      }
    }
  }
}

/** What a call comes to, or an error that counts as passing once it has taken so many ms: the client keeps to no deadline in all it does. */
export async function within<T>(milliseconds: number, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer after ${milliseconds} ms`));
    }, milliseconds);
  });
  try {
    return await Promise.race([call, late]);
  } finally {
    clearTimeout(timer);
  }
}

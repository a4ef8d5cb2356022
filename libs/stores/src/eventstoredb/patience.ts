import { WrongExpectedRevision } from '#eventsourcing';
import { BackOff } from '../back-off.js';
import { StoreRefused, StoreUnavailable } from '../unavailable.js';
import { failureOf, messageOf } from './failures.js';

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

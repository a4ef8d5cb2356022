import type { Duty } from '#read-side';
import type { PolicyRunner, RunnerStatus } from './policy-runner.js';

/** Who says when a process leads: a read side that several processes share. */
export interface Lead {
  whenLeading(duty: Duty): void;
}

/**
 * The running of the policies: all the time where this process is alone, else whenever it leads. A leader that was frozen may still send a
 * command after another one took over; its id follows from the event and its revision is exact, so it is done once.
 */
export class PolicyDuty {
  #runner: PolicyRunner | undefined;
  #isOver = false;

  constructor(
    private readonly runner: () => PolicyRunner,
    private readonly lead: Lead | undefined,
  ) {}

  /** Begins to run them, at once or when this process comes to lead. */
  start(): void {
    if (this.lead) this.lead.whenLeading((signal) => this.#during(signal));
    else this.#begin();
  }

  /** Ends after the commands that are being sent. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await this.#runner?.stop();
  }

  /** How they fare; `undefined` while they run in another process. */
  async status(): Promise<RunnerStatus | undefined> {
    return this.#runner?.status();
  }

  async #during(signal: AbortSignal): Promise<void> {
    if (this.#isOver || signal.aborted) return;
    const runner = this.#begin();
    await new Promise<void>((resolve) => {
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
    });
    await runner.stop();
    if (this.#runner === runner) this.#runner = undefined;
  }

  #begin(): PolicyRunner {
    this.#runner = this.runner();
    this.#runner.start();
    return this.#runner;
  }
}

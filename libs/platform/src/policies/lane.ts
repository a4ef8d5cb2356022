import type { AnyPolicy, EventStore, Inquiry, Intent, RecordedEvent } from '#eventsourcing';
import type { ParkedRetried } from '#domain';
import type { ReadSide } from '#read-side';
import { BackOff } from '#stores';
import { Backlog } from './backlog.js';
import { errandOf, isBookkeeping, LONGEST_PAUSE_MS, PolicyBroken, runOf } from './errand.js';
import type { Errands } from './errands.js';
import { rowsFor } from './inquiring.js';

/** When the position of a policy is noted in its stream: after so many events that something followed from, or so long after one, or after so many others. */
export interface Noting {
  readonly handled: number;
  readonly milliseconds: number;
  readonly passed: number;
}

/** What a lane is made of. */
export interface LaneParts {
  readonly store: EventStore;
  readonly readSide: ReadSide;
  readonly errands: Errands;
  readonly noting: Noting;
  readonly log: (line: string) => void;
}

/** How a policy fares. */
export interface PolicyStatus {
  readonly policy: string;
  /** All that follows from the log up to here is done or parked. */
  readonly position: bigint;
  readonly lag: bigint;
  /** When the event was recorded that it is at, where it is at one that concerns it. */
  readonly waitingSince?: string;
  /** How many of its commands wait for somebody to have them retried or give them up. */
  readonly parked: number;
  /** Why it is interrupted, while it is tried again. */
  readonly trouble?: string;
  /** Why it stopped: it is wrong, and goes on with the next start. */
  readonly failure?: string;
}

/** One policy on its way along the log, event by event: what follows from an event is done before the next one is looked at. */
export class Lane {
  readonly backlog: Backlog;
  #trouble: string | undefined;
  #failure: string | undefined;
  #handled = 0;
  #due: NodeJS.Timeout | undefined;
  #isDue = false;

  constructor(
    private readonly policy: AnyPolicy,
    private readonly parts: LaneParts,
  ) {
    this.backlog = new Backlog(parts.store, (event) => this.#isRetry(event) || this.#isOf(event));
  }

  async status(): Promise<PolicyStatus> {
    const { parked } = await this.parts.errands.stateOf(this.policy.name);
    const { position, lag, waitingSince } = this.backlog;
    return {
      ...{ policy: this.policy.name, position, lag },
      ...(waitingSince !== undefined && { waitingSince }),
      parked: [...parked.values()].filter(({ status }) => status === 'open' || status === 'retried').length,
      ...(this.#trouble !== undefined && { trouble: this.#trouble }),
      ...(this.#failure !== undefined && { failure: this.#failure }),
    };
  }

  /** Whether what follows from the log up to a position is done; one that has stopped is not waited for, one that is interrupted only by who is patient. */
  hasFollowed(position: bigint, patient: boolean): boolean {
    if (this.#failure !== undefined || (!patient && this.#trouble !== undefined)) return true;
    return this.backlog.position >= position;
  }

  /** Runs until the signal aborts, or the policy turns out to be wrong; whatever else goes wrong is said and tried again. */
  async run(signal: AbortSignal): Promise<void> {
    const backOff = new BackOff(LONGEST_PAUSE_MS);
    const wake = () => {
      this.backlog.wake();
    };
    signal.addEventListener('abort', wake, { once: true });
    for (let begun = false; !signal.aborted && this.#failure === undefined;) {
      try {
        if (!begun) this.backlog.begin(BigInt((await this.parts.errands.stateOf(this.policy.name)).position));
        begun = true;
        await this.#step(signal);
        this.#trouble = undefined;
        backOff.reset();
        await this.backlog.more();
      } catch (error) {
        this.#say(error);
        await backOff.pause(signal);
      }
    }
    clearTimeout(this.#due);
    if (this.#handled > 0) await this.#note().catch(this.#say.bind(this));
  }

  async #step(signal: AbortSignal): Promise<void> {
    const event = await this.backlog.next();
    if (event) await this.#handle(event, signal);
    const { handled, passed } = this.parts.noting;
    if (this.#isDue || this.#handled >= handled || this.backlog.passed >= passed) await this.#note();
  }

  /** Does what follows from an event; it stays the next one where that is cut short by the signal. */
  async #handle(event: RecordedEvent, signal: AbortSignal): Promise<void> {
    const counts = this.#isRetry(event) ? await this.#retry(event) : await this.#follow(event, signal);
    if (counts === undefined) return;
    this.backlog.done();
    if (counts) this.#count();
  }

  async #retry(event: RecordedEvent): Promise<boolean> {
    await this.parts.errands.retry(this.policy.name, (event.data as ParkedRetried['data']).parkedId);
    return true;
  }

  /** Whether anything followed; `undefined` where it was cut short. */
  async #follow(event: RecordedEvent, signal: AbortSignal): Promise<boolean | undefined> {
    const follows = this.#ask(() => this.policy.on[event.type]?.(event) as readonly Intent[] | Inquiry);
    const intents = 'then' in follows ? await this.#inquire(event, follows) : follows;
    for (const [index, intent] of intents.entries()) {
      if (signal.aborted) return undefined;
      await this.parts.errands.run(errandOf(this.policy.name, event, intent, index));
    }
    return 'then' in follows || intents.length > 0;
  }

  async #inquire(event: RecordedEvent, inquiry: Inquiry): Promise<readonly Intent[]> {
    const rows = await rowsFor(this.parts.readSide, event, inquiry);
    const follows = this.#ask(() => inquiry.then(rows));
    return 'then' in follows ? this.#inquire(event, follows) : follows;
  }

  #ask<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw new PolicyBroken(`${this.policy.name} fails: ${String(error)}`, { cause: error });
    }
  }

  #count(): void {
    this.#handled++;
    this.#due ??= setTimeout(() => {
      this.#isDue = true;
      this.backlog.wake();
    }, this.parts.noting.milliseconds).unref();
  }

  async #note(): Promise<void> {
    await this.parts.errands.advance(this.policy.name, this.backlog.position);
    clearTimeout(this.#due);
    this.#due = undefined;
    this.#isDue = false;
    this.#handled = this.backlog.passed = 0;
  }

  #say(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    const at = `at position ${this.backlog.position}`;
    if (error instanceof PolicyBroken) {
      this.#failure = message;
      this.parts.log(`the policy ${this.policy.name} stopped ${at}: ${message}`);
    } else if (this.#trouble !== message) {
      this.#trouble = message;
      this.parts.log(`the policy ${this.policy.name} is interrupted ${at}: ${message}`);
    }
  }

  #isRetry({ type, stream }: RecordedEvent): boolean {
    return type === ('ParkedRetried' satisfies ParkedRetried['type']) && stream === runOf(this.policy.name);
  }

  #isOf(event: RecordedEvent): boolean {
    return Object.hasOwn(this.policy.on, event.type) && !isBookkeeping(event);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { isApproval, uuidv5, type AnyView, type Clock, type EventStore, type RecordedEvent } from '#eventsourcing';
import { NotReady, type ReadSide, type RowAnswer } from '#read-side';
import { BackOff } from '#stores';
import { CLOCK_POLICY, LONGEST_PAUSE_MS, PolicyBroken, type Errand } from './errand.js';
import type { Errands } from './errands.js';
import type { Listener } from './follower.js';
import { pagesOf } from './pages.js';

const PATIENCE_MS = 2_000;
const LONGEST_WAIT_MS = 30_000;
const POLL_MS = 10;
const PAGE = 100;

/** What the clock of deadlines is made of; `view` is the one that holds what falls due. */
export interface DeadlineParts {
  readonly store: EventStore;
  readonly readSide: ReadSide;
  readonly view: AnyView;
  readonly clock: Clock;
  readonly errands: Errands;
  /** Whether the policies have done what follows from the log up to a position; patient, also those that are interrupted. */
  readonly followed: (position: bigint, patient: boolean) => boolean;
  readonly log: (line: string) => void;
}

/** Sends the command of each deadline once it is due, however late that is noticed; it occurs when it was due. */
export class DeadlineClock implements Listener {
  /** Why it is interrupted, while it tries again. */
  trouble: string | undefined;
  /** Deadlines that are due and whose command is none: what is wrong, by the command's id. */
  readonly broken = new Map<string, string>();
  readonly #sent = new Set<string>();
  /** The last position at which a deadline may have changed; unknown until the end of the log is. */
  #heard: bigint | undefined;
  #wake: (() => void) | undefined;

  constructor(private readonly parts: DeadlineParts) {}

  reach(newest: bigint): void {
    this.#hear(newest);
  }

  add(events: readonly RecordedEvent[]): void {
    const last = events.findLast((event) => Object.hasOwn(this.parts.view.on, event.type) || isApproval(event));
    if (last) this.#hear(last.position);
  }

  /** Runs until the signal aborts; whatever goes wrong is said and tried again. */
  async run(signal: AbortSignal): Promise<void> {
    const backOff = new BackOff(LONGEST_PAUSE_MS);
    while (!signal.aborted) {
      try {
        const heard = this.#heard;
        const next = heard === undefined ? undefined : await this.#tick(heard, signal);
        this.trouble = undefined;
        backOff.reset();
        if (heard === this.#heard) await this.#sleep(next, signal);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        if (this.trouble !== message) this.parts.log(`the clock of deadlines is interrupted: ${message}`);
        this.trouble = message;
        await backOff.pause(signal);
      }
    }
  }

  #hear(position: bigint): void {
    this.#heard = position;
    this.#wake?.();
  }

  /** Sends what is due; resolves with the next time that something will be. */
  async #tick(heard: bigint, signal: AbortSignal): Promise<string | undefined> {
    const { readSide, clock } = this.parts;
    if (!(await readSide.waitFor(heard, PATIENCE_MS)))
      throw new NotReady(`the read side has not come to position ${heard} yet`);
    const now = clock.now();
    let { rows, next } = await this.#dueBy(now);
    if (rows.some((row) => !this.#sent.has(commandIdOfDeadline(row)))) {
      await this.#policies(signal);
      ({ rows, next } = await this.#dueBy(now));
    }
    const met = new Set<string>();
    for (const row of rows) {
      if (signal.aborted) break;
      met.add(await this.#send(row));
    }
    for (const commandId of this.#sent) if (!met.has(commandId)) this.#forget(commandId);
    return next;
  }

  /** The deadlines that are due by a time, and when the next one will be. */
  async #dueBy(now: string): Promise<{ rows: readonly RowAnswer[]; next: string | undefined }> {
    const { readSide, view } = this.parts;
    const rows: RowAnswer[] = [];
    for await (const page of pagesOf(readSide, view.name, { sort: [{ column: 'due' }], limit: PAGE, asOf: now })) {
      for (const answer of page.rows) {
        if (dueOf(answer) > now) return { rows, next: dueOf(answer) };
        rows.push(answer);
      }
    }
    return { rows, next: undefined };
  }

  /** Waits until the policies have done what follows from what was recorded until now, for it may be what a deadline waits for. */
  async #policies(signal: AbortSignal): Promise<void> {
    const { readSide, store, followed } = this.parts;
    const newest = await store.lastPosition();
    for (let waited = 0; !signal.aborted && !followed(newest, waited < LONGEST_WAIT_MS); waited += POLL_MS)
      await sleep(POLL_MS);
    const position = await store.lastPosition();
    if (!(await readSide.waitFor(position, PATIENCE_MS)))
      throw new NotReady(`the read side has not come to position ${position} yet`);
  }

  async #send(answer: RowAnswer): Promise<string> {
    const { key, row, eventId, position } = answer;
    const due = dueOf(answer);
    const { command: type, data, party } = row as { command: string; data: object; party: string };
    const commandId = commandIdOfDeadline(answer);
    if (this.#sent.has(commandId)) return commandId;
    const cause = await this.parts.errands.causeAt(position, eventId);
    const errand: Errand = {
      ...{ policy: CLOCK_POLICY, commandId, type, data, party, occurredAt: due, cause, index: 0 },
    };
    try {
      await this.parts.errands.run(errand);
    } catch (error) {
      if (!(error instanceof PolicyBroken)) throw error;
      this.broken.set(commandId, error.message);
      this.parts.log(`the deadline of ${key} is wrong: ${error.message}`);
    }
    this.#sent.add(commandId);
    return commandId;
  }

  #forget(commandId: string): void {
    this.#sent.delete(commandId);
    this.broken.delete(commandId);
  }

  /** Sleeps until that time, no longer than half a minute, or until something new is heard. */
  async #sleep(next: string | undefined, signal: AbortSignal): Promise<void> {
    const { clock } = this.parts;
    const latest = new Date(Date.parse(clock.now()) + LONGEST_WAIT_MS).toISOString();
    const waking = new AbortController();
    this.#wake = () => {
      waking.abort();
    };
    await clock.until(next !== undefined && next < latest ? next : latest, AbortSignal.any([signal, waking.signal]));
    this.#wake = undefined;
  }
}

/** Which request the command of a deadline is. */
function commandIdOfDeadline(answer: RowAnswer): string {
  return uuidv5(JSON.stringify(['deadline', answer.key, answer.row.command, dueOf(answer)]));
}

function dueOf({ row }: RowAnswer): string {
  return row.due as string;
}

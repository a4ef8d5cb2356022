import { WrongExpectedRevision, type EventStore, type NewEvent, type RecordedEvent } from '#eventsourcing';
import { togetherIn } from '../appending.js';
import { pagesUpTo } from './pages.js';
import { saysPosition, type PositionFields } from './position-fields.js';
import { groupsOf, runsOf } from './runs.js';
import { LogsDiffer, TwoLogs } from './two-logs.js';

/** How a log is copied, or compared with its copy. */
export interface Copying {
  /** The position of the source up to which. */
  readonly until: bigint;
  readonly positionFields: PositionFields;
  /** Told the position of the source that has been reached. */
  readonly progress?: (position: bigint) => void;
}

/**
 * Copies a log event by event, in its order and with its ids, times and revisions, and answers how many events were added; what the target
 * holds already says where to go on. Throws `LogsDiffer` where it holds something else, before anything is appended, and what the stores throw.
 */
export async function copyLog(from: EventStore, to: EventStore, copying: Copying): Promise<number> {
  const copy = new Copy(to, copying.positionFields);
  for await (const page of pagesUpTo(from, copying.until)) {
    await copy.add(page);
    copying.progress?.(page.at(-1)?.position ?? copying.until);
  }
  await copy.end();
  return copy.added;
}

/** Compares a log with its copy, event by event; throws `LogsDiffer` where they are not the same. */
export async function compareLogs(
  from: EventStore,
  to: EventStore,
  { until, positionFields, progress }: Copying,
): Promise<TwoLogs> {
  const logs = new TwoLogs(to, positionFields);
  for await (const page of pagesUpTo(from, until)) {
    const found = await logs.meet(page);
    if (found < page.length)
      throw new LogsDiffer(`The target ends after ${String(logs.count)} events, the source does not.`);
    progress?.(page.at(-1)?.position ?? until);
  }
  await logs.end();
  return logs;
}

class Copy {
  added = 0;
  readonly #logs: TwoLogs;
  /** What was appended and has not been met in the target yet. */
  #appended: RecordedEvent[] = [];

  constructor(
    private readonly to: EventStore,
    private readonly fields: PositionFields,
  ) {
    this.#logs = new TwoLogs(to, fields);
  }

  async add(page: readonly RecordedEvent[]): Promise<void> {
    const found = await this.#logs.meet(page);
    const runs = runsOf(page.slice(found), this.fields);
    for (const group of groupsOf(runs, togetherIn(this.to), this.fields)) {
      if (group.flat().some((event) => saysPosition(event, this.fields))) await this.#meetAppended();
      await Promise.all(group.map((run) => this.#append(run)));
      this.#appended.push(...group.flat());
    }
    await this.#meetAppended();
  }

  end(): Promise<void> {
    return this.#logs.end();
  }

  async #append(run: readonly RecordedEvent[]): Promise<void> {
    const [first] = run;
    if (!first) return;
    try {
      await this.to.append(
        first.stream,
        run.map((event) => asNew(this.#logs.translated(event))),
        first.revision - 1,
      );
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error;
      throw new LogsDiffer(`Something else writes to the target: ${error.message}.`, { cause: error });
    }
  }

  async #meetAppended(): Promise<void> {
    const found = await this.#logs.meet(this.#appended);
    if (found < this.#appended.length)
      throw new LogsDiffer(`The target does not hold ${this.#appended[found]?.id ?? ''}, which it took.`);
    this.added += found;
    this.#appended = [];
  }
}

function asNew({ id, type, data, at, occurredAt, metadata }: RecordedEvent): NewEvent {
  return { id, type, data, at, occurredAt, metadata };
}

import { isDeepStrictEqual } from 'node:util';
import type { EventStore, RecordedEvent } from '#eventsourcing';
import { Numbering } from './numbering.js';
import { eventsAfter } from './pages.js';
import { inOtherTerms, type PositionFields } from './position-fields.js';

/** Two logs are not the same; the message says where, in one sentence. */
export class LogsDiffer extends Error {
  override readonly name = 'LogsDiffer';
}

/**
 * Two logs as far as they were found to be the same: the same events in the same order, at the same revisions of the same streams. Their
 * positions are each log's own; where an event says one, each says its own of the same event.
 */
export class TwoLogs {
  readonly from = new Numbering();
  readonly to = new Numbering();

  constructor(
    private readonly target: EventStore,
    private readonly fields: PositionFields,
  ) {}

  /** How many events they were found to share. */
  get count(): number {
    return this.to.count;
  }

  /** An event of the source as the target must have it. */
  translated(event: RecordedEvent): RecordedEvent {
    return inOtherTerms(event, this.fields, (position) => this.to.positionOf(this.from.numberOf(position)));
  }

  /** Looks for the next events of the source in the target; how many of them are there. Throws `LogsDiffer` where others are. */
  async meet(events: readonly RecordedEvent[]): Promise<number> {
    const found = await eventsAfter(this.target, this.#end, events.length);
    for (const [index, event] of events.slice(0, found.length).entries()) this.#add(event, found[index]);
    return found.length;
  }

  /** Throws `LogsDiffer` unless the target ends here. */
  async end(): Promise<void> {
    const [more] = await this.target.readAll(this.#end, 1);
    if (more) throw new LogsDiffer(`After the ${this.count} events of the source the target holds ${named(more)}.`);
  }

  get #end(): bigint {
    return this.to.positionOf(this.to.count);
  }

  #add(wanted: RecordedEvent, found: RecordedEvent | undefined): void {
    const position = found?.position ?? this.#end;
    if (!found || !isDeepStrictEqual({ ...this.translated(wanted), position }, found))
      throw new LogsDiffer(
        `Event ${this.count + 1} of the target is ${named(found)}, that of the source ${named(wanted)}` +
          `${found?.id === wanted.id ? ', and what they say differs' : ''}.`,
      );
    this.from.add(wanted.position);
    this.to.add(position);
  }
}

function named(event: RecordedEvent | undefined): string {
  return event ? `${event.type} ${event.id} (${event.stream}, revision ${event.revision})` : 'none';
}

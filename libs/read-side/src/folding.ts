import { foldOf, type AnyView, type RecordedEvent, type Row } from '#eventsourcing';
import { canonicalRow, cleanText, columnsOf } from './columns.js';
import type { Run } from './database.js';
import { eventsAt, factOf } from './log.js';
import type { ViewFailure } from './read-side.js';
import { Relation } from './relation.js';
import { Timeline, type Fact, type Version } from './timeline.js';

/** How many rows' last versions are kept in memory. */
const KEPT = 50_000;

const LONGEST_KEY = 1_000;

/** What a batch of events does to the tables of a view, and where it ended if a fold threw. */
export interface Folded {
  readonly versions: readonly (readonly [key: string, version: Version])[];
  readonly failure?: ViewFailure;
  /** To be called when the versions are written for good. */
  readonly keep: () => void;
}

interface Touch {
  readonly fact: Fact;
  readonly keys: readonly string[];
}

/** One folding of a view: its fold in memory and the tables it goes to. */
export class Folding {
  readonly relation: Relation;
  private readonly last = new Map<string, Version>();

  constructor(
    readonly view: AnyView,
    readonly hash: string,
    schema: string,
  ) {
    this.relation = new Relation(schema, columnsOf(view));
  }

  /** Folds events in that all come after those folded before; writes nothing. The result does not depend on how events are cut into batches. */
  async fold(run: Run, events: readonly RecordedEvent[]): Promise<Folded> {
    const { touches, failure } = this.touches(events.filter(({ type }) => foldOf(this.view, type)));
    const timelines = await this.timelines(run, touches);
    const facts = new Map(touches.map(({ fact }) => [fact.event.position, fact]));
    const missing = [...lateNeeds(touches, timelines)].filter((position) => !facts.has(position));
    for (const event of await eventsAt(run, missing)) facts.set(event.position, factOf(event));
    const broken = this.apply(touches, timelines, facts) ?? failure;
    return {
      versions: [...timelines].flatMap(([key, { versions }]) => versions.map((version) => [key, version] as const)),
      ...(broken && { failure: broken }),
      keep: () => {
        this.keep(timelines);
      },
    };
  }

  /** Lets go of what is in memory, after it was not written. */
  forget(): void {
    this.last.clear();
  }

  /** The keys of each event, up to the first for which there are none to be had. */
  private touches(events: readonly RecordedEvent[]): { touches: Touch[]; failure?: ViewFailure } {
    const touches: Touch[] = [];
    for (const event of events) {
      try {
        const keys = this.view.key(event as never);
        touches.push({
          fact: factOf(event),
          keys: typeof keys === 'string' ? [keyOf(keys)] : [...new Set(keys.map(keyOf))],
        });
      } catch (error) {
        return { touches, failure: this.failureAt(event, error) };
      }
    }
    return { touches };
  }

  private async timelines(run: Run, touches: readonly Touch[]): Promise<Map<string, Timeline>> {
    const ends = new Map<string, string>();
    const unknown = new Set<string>();
    for (const { fact, keys } of touches) {
      for (const key of keys) {
        const end = ends.get(key) ?? this.last.get(key)?.from;
        if (end === undefined || fact.occurred < end) unknown.add(key);
        ends.set(key, end !== undefined && end > fact.occurred ? end : fact.occurred);
      }
    }
    const loaded = unknown.size > 0 ? await this.relation.current(run, [...unknown]) : new Map<string, Version[]>();
    return new Map(
      [...ends.keys()].map((key) => {
        const known = this.last.get(key);
        const whole = loaded.get(key);
        return [key, whole ? new Timeline(whole, true) : new Timeline(known ? [known] : [], false)];
      }),
    );
  }

  private apply(
    touches: readonly Touch[],
    timelines: ReadonlyMap<string, Timeline>,
    facts: ReadonlyMap<bigint, Fact>,
  ): ViewFailure | undefined {
    const factAt = (position: bigint): Fact => {
      const fact = facts.get(position);
      if (!fact) throw new Error(`the log lacks position ${String(position)}`);
      return fact;
    };
    for (const { fact, keys } of touches) {
      try {
        const steps = keys.map((key) =>
          timelines.get(key)?.prepare(fact, (row, event) => this.next(row, event, key), factAt),
        );
        for (const step of steps) step?.();
      } catch (error) {
        return this.failureAt(fact.event, error);
      }
    }
    return undefined;
  }

  private next(row: Row | undefined, event: RecordedEvent, key: string): Row | undefined {
    const next = foldOf(this.view, event.type)?.(row, event, key) as Row | undefined | null;
    return next === undefined || next === null ? undefined : canonicalRow(this.relation.columns, next);
  }

  private keep(timelines: ReadonlyMap<string, Timeline>): void {
    for (const [key, timeline] of timelines) {
      for (const version of timeline.versions) {
        version.saved = true;
        version.changed = false;
      }
      this.last.delete(key);
      if (timeline.last) this.last.set(key, timeline.last);
    }
    for (const key of this.last.keys()) {
      if (this.last.size <= KEPT) break;
      this.last.delete(key);
    }
  }

  /** What is said of this view when it ends at an event. */
  failureAt(event: RecordedEvent, error: unknown): ViewFailure {
    return {
      view: this.view.name,
      position: event.position,
      eventId: event.id,
      type: event.type,
      message: cleanText(error instanceof Error ? error.message : String(error)),
    };
  }
}

/** The events that late facts need folded again, as far as they are in the present belief before the batch. */
function* lateNeeds(touches: readonly Touch[], timelines: ReadonlyMap<string, Timeline>): Generator<bigint> {
  for (const { fact, keys } of touches) {
    for (const key of keys) yield* timelines.get(key)?.after(fact.occurred) ?? [];
  }
}

function keyOf(key: unknown): string {
  if (typeof key !== 'string') throw new TypeError(`a key is no text: ${JSON.stringify(key)}`);
  if (key.length > LONGEST_KEY) throw new RangeError(`a key is longer than ${LONGEST_KEY} characters`);
  return cleanText(key);
}

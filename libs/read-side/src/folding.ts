import { foldOf, type AnyView, type RecordedEvent, type Row } from '#eventsourcing';
import { canonicalRow, columnsOf } from './columns.js';
import type { Run } from './database.js';
import { failureOf, Learning, type Touch } from './learning.js';
import { factsAt } from './log.js';
import type { ViewFailure } from './read-side.js';
import { Relation } from './relation.js';
import { isAfter, Timeline, type Fact, type Place, type Version } from './timeline.js';

/** How many rows' last versions are kept in memory. */
const KEPT = 20_000;

/** What a batch of events does to the tables of a view, and where it ended if a fold threw. */
export interface Folded {
  readonly versions: readonly (readonly [key: string, version: Version])[];
  readonly failure?: ViewFailure;
  /** To be called when the versions are written for good. */
  readonly keep: () => void;
}

/** One folding of a view: its fold in memory and the tables it goes to. */
export class Folding {
  readonly relation: Relation;
  private readonly learning: Learning;
  private readonly last = new Map<string, Version>();

  constructor(
    readonly view: AnyView,
    readonly hash: string,
    schema: string,
  ) {
    this.relation = new Relation(schema, columnsOf(view));
    this.learning = new Learning(view);
  }

  /** Folds events in that all come after those folded before; writes nothing. The result does not depend on how events are cut into batches. */
  async fold(run: Run, events: readonly RecordedEvent[]): Promise<Folded> {
    const before = events[0]?.position ?? 0n;
    const { touches, failure } = await this.learning.from(run, events, before);
    const timelines = await this.timelines(run, touches);
    const needed = [...new Set(lateNeeds(touches, timelines))];
    const facts = new Map((await factsAt(run, needed, before)).map((fact) => [fact.event.position, fact]));
    const broken = this.apply(touches, timelines, facts) ?? failure;
    return {
      versions: toWrite(timelines),
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

  /**
   * The timelines of all rows that there are news of: whole where news are of before the end, or of more than one fact. A row that has the
   * id of an event for its key begins with that event and is not looked for.
   */
  private async timelines(run: Run, touches: readonly Touch[]): Promise<Map<string, Timeline>> {
    const ends = new Map<string, Place>();
    const unknown = new Set<string>();
    for (const { news } of touches) {
      for (const [key, { gone, come }] of news) {
        const end: Place | undefined = ends.get(key) ?? this.last.get(key);
        const isNew = !end && !gone && come.length === 1 && come[0]?.event.id === key;
        if (gone || (!end && !isNew) || come.length > 1 || come.some((fact) => end && isAfter(end, fact)))
          unknown.add(key);
        let last = end;
        for (const fact of come) if (!last || isAfter(fact, last)) last = fact;
        if (last) ends.set(key, last);
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
    facts: Map<bigint, Fact>,
  ): ViewFailure | undefined {
    const factAt = (position: bigint): Fact => {
      const fact = facts.get(position);
      if (!fact) throw new Error(`the log lacks position ${String(position)}`);
      return fact;
    };
    for (const { event, facts: learnt, news } of touches) {
      try {
        const steps = news.map(([key, news]) =>
          timelines.get(key)?.prepare(news, (row, event) => this.next(row, event, key), factAt),
        );
        for (const step of steps) step?.();
        for (const fact of learnt) facts.set(fact.event.position, fact);
      } catch (error) {
        return failureOf(this.view, event, error);
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
      for (const version of timeline.present) {
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
}

/** The versions that the database has not, or not as they are now. */
function toWrite(timelines: ReadonlyMap<string, Timeline>): (readonly [key: string, version: Version])[] {
  const versions: (readonly [string, Version])[] = [];
  for (const [key, { superseded, present }] of timelines) {
    for (const version of superseded) if (!version.saved || version.changed) versions.push([key, version]);
    for (const version of present) if (!version.saved || version.changed) versions.push([key, version]);
  }
  return versions;
}

/** The events that news of before the end need folded again, as far as they are in the present belief before the batch. */
function* lateNeeds(touches: readonly Touch[], timelines: ReadonlyMap<string, Timeline>): Generator<bigint> {
  for (const { news } of touches) {
    for (const [key, { gone, come }] of news) yield* timelines.get(key)?.after(gone ? [gone, ...come] : come) ?? [];
  }
}

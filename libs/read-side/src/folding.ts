import { foldOf, isApproval, isCorrection, type AnyView, type RecordedEvent, type Row } from '#eventsourcing';
import { canonicalRow, cleanText, columnsOf } from './columns.js';
import type { Run } from './database.js';
import { corrected, factOf, factsAt, factsNamed, type Approval } from './log.js';
import type { ViewFailure } from './read-side.js';
import { Relation } from './relation.js';
import { isAfter, Timeline, type Fact, type News, type Place, type Version } from './timeline.js';

/** How many rows' last versions are kept in memory. */
const KEPT = 20_000;

const LONGEST_KEY = 1_000;

/** What a batch of events does to the tables of a view, and where it ended if a fold threw. */
export interface Folded {
  readonly versions: readonly (readonly [key: string, version: Version])[];
  readonly failure?: ViewFailure;
  /** To be called when the versions are written for good. */
  readonly keep: () => void;
}

/** What is learnt with an event: the facts that stand from then on, and the news for each row. */
interface Touch {
  readonly event: RecordedEvent;
  readonly facts: readonly Fact[];
  readonly news: readonly (readonly [key: string, news: News])[];
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
    const before = events[0]?.position ?? 0n;
    const { touches, failure } = await this.touches(run, events, before);
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

  /** What is learnt with each event, up to the first that tells none of its keys. */
  private async touches(
    run: Run,
    events: readonly RecordedEvent[],
    before: bigint,
  ): Promise<{ touches: Touch[]; failure?: ViewFailure }> {
    const approvals = events.filter((event) => this.correctsOurs(event));
    const named = approvals.length > 0 ? new Map(await factsNamed(run, approvals, before)) : undefined;
    const touches: Touch[] = [];
    for (const event of events) {
      try {
        const touch = this.touch(event, named);
        if (touch) touches.push(touch);
      } catch (error) {
        return { touches, failure: this.failureAt(event, error) };
      }
    }
    return { touches };
  }

  /** What is learnt with an event that the view reads, or that corrects one which it reads; `named` knows those that corrections name. */
  private touch(event: RecordedEvent, named: Map<string, Fact> | undefined): Touch | undefined {
    const gone = named && this.correctsOurs(event) ? this.correctable(event, named) : undefined;
    const own = this.reads(event.type) ? factOf(event) : undefined;
    if (own) named?.set(event.id, own);
    if (gone) return this.correction(event as Approval, gone, own, named);
    return own && { event, facts: [own], news: this.keysOf(own).map((key) => [key, newsOf(event, [own])]) };
  }

  /** What is learnt with an approved correction of a fact: that it is gone, what it is instead, and the approval itself where it is read. */
  private correction(event: Approval, gone: Fact, own: Fact | undefined, named: Map<string, Fact> | undefined): Touch {
    const right = corrected(gone, event);
    named?.set(right.event.id, right);
    const facts = own ? [right, own] : [right];
    const news = new Map<string, News>(this.keysOf(gone).map((key) => [key, newsOf(event, [], gone)]));
    for (const fact of facts) {
      for (const key of this.keysOf(fact)) {
        const { gone, come = [] } = news.get(key) ?? {};
        news.set(key, newsOf(event, [...come, fact], gone));
      }
    }
    return { event, facts, news: [...news] };
  }

  private reads(type: string): boolean {
    return foldOf(this.view, type) !== undefined;
  }

  private correctsOurs(event: RecordedEvent): event is Approval {
    return isApproval(event) && this.reads(event.data.eventType);
  }

  /** The fact that a correction is of, as the law too would have it corrected. */
  private correctable({ stream, data }: Approval, named: ReadonlyMap<string, Fact>): Fact | undefined {
    const fact = named.get(data.eventId);
    if (fact?.event.stream !== stream || isCorrection(fact.event)) return undefined;
    return this.reads(fact.event.type) ? fact : undefined;
  }

  private keysOf({ event }: Fact): readonly string[] {
    const keys = this.view.key(event as never);
    return typeof keys === 'string' ? [keyOf(keys)] : [...new Set(keys.map(keyOf))];
  }

  /** The timelines of all rows that there are news of: whole where news are of before the end, or of more than one fact. */
  private async timelines(run: Run, touches: readonly Touch[]): Promise<Map<string, Timeline>> {
    const ends = new Map<string, Place>();
    const unknown = new Set<string>();
    for (const { news } of touches) {
      for (const [key, { gone, come }] of news) {
        const end: Place | undefined = ends.get(key) ?? this.last.get(key);
        if (gone || !end || come.length > 1 || come.some((fact) => isAfter(end, fact))) unknown.add(key);
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
        return this.failureAt(event, error);
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

function newsOf({ position }: RecordedEvent, come: readonly Fact[], gone?: Fact): News {
  return { known: position, come, gone };
}

function keyOf(key: unknown): string {
  if (typeof key !== 'string') throw new TypeError(`a key is no text: ${JSON.stringify(key)}`);
  if (key.length > LONGEST_KEY) throw new RangeError(`a key is longer than ${LONGEST_KEY} characters`);
  return cleanText(key);
}

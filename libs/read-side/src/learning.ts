import { foldOf, isApproval, isCorrection, type AnyView, type RecordedEvent } from '#eventsourcing';
import { cleanText } from './columns.js';
import type { Run } from './database.js';
import { corrected, factOf, factsNamed, type Approval } from './log.js';
import type { ViewFailure } from './read-side.js';
import type { Fact, News } from './timeline.js';

const LONGEST_KEY = 1_000;

/** What is learnt with an event: the facts that stand from then on, and the news for each row. */
export interface Touch {
  readonly event: RecordedEvent;
  readonly facts: readonly Fact[];
  readonly news: readonly (readonly [key: string, news: News])[];
}

/** What a view learns with events: of which rows, and what turns out not to be so. */
export class Learning {
  constructor(private readonly view: AnyView) {}

  /** What is learnt with each event, up to the first that tells none of its keys. */
  async from(
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
        return { touches, failure: failureOf(this.view, event, error) };
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
}

/** What is said of a view that ends at an event. */
export function failureOf(view: AnyView, event: RecordedEvent, error: unknown): ViewFailure {
  return {
    view: view.name,
    position: event.position,
    eventId: event.id,
    type: event.type,
    message: cleanText(error instanceof Error ? error.message : String(error)),
  };
}

function newsOf({ position }: RecordedEvent, come: readonly Fact[], gone?: Fact): News {
  return { known: position, come, gone };
}

function keyOf(key: unknown): string {
  if (typeof key !== 'string') throw new TypeError(`a key is no text: ${JSON.stringify(key)}`);
  if (key.length > LONGEST_KEY) throw new RangeError(`a key is longer than ${LONGEST_KEY} characters`);
  return cleanText(key);
}

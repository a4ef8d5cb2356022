import { correctionsIn, isApproval } from './correction.js';
import type { AnyDecider } from './decider.js';
import type { EventStore } from './event-store.js';
import { emptyFold, foldOn, type Fold } from './fold.js';
import type { RecordedEvent } from './message.js';

const PAGE = 2_000;

/** The folds of the streams used last, bounded by the number of commands that they remember together. */
export class Folds {
  readonly #kept = new Map<string, { fold: Fold<unknown>; weight: number }>();
  readonly #turns = new Map<string, Promise<unknown>>();
  #weight = 0;

  constructor(private readonly capacity = 200_000) {}

  /** The fold that is kept of a stream, perhaps behind the store; `undefined` if none is kept. */
  kept<S>(stream: string): Fold<S> | undefined {
    return this.#kept.get(stream)?.fold as Fold<S> | undefined;
  }

  /** The fold of a stream up to its end in the store; reads only what is new since it was kept, unless that corrects what was before. */
  async read<S>(store: EventStore, law: AnyDecider, stream: string): Promise<Fold<S>> {
    let fold = this.kept<S>(stream) ?? emptyFold(law.initial as S);
    for await (const events of pagesOf(store, stream, fold.revision + 1)) {
      if (events.some(isApproval)) return this.#readCorrected(store, law, stream);
      fold = foldOn(law, fold, events, events.at(-1)?.position ?? fold.position);
    }
    this.keep(stream, fold);
    return fold;
  }

  /** The same for a stream with corrections, which stand after what they correct: all of them are found first. */
  async #readCorrected<S>(store: EventStore, law: AnyDecider, stream: string): Promise<Fold<S>> {
    let corrections = correctionsIn([]);
    let last = -1;
    for await (const events of pagesOf(store, stream, 0)) {
      corrections = correctionsIn(events, corrections);
      last = events.at(-1)?.revision ?? last;
    }
    let fold = emptyFold(law.initial as S);
    for await (const events of pagesOf(store, stream, 0, last))
      fold = foldOn(law, fold, events, events.at(-1)?.position ?? fold.position, corrections);
    this.keep(stream, fold);
    return this.read(store, law, stream);
  }

  /** Keeps a fold unless a later one is kept, and lets go of those unused longest. */
  keep(stream: string, fold: Fold<unknown>): void {
    const before = this.#kept.get(stream);
    if (before && before.fold.revision > fold.revision) return;
    this.forget(stream);
    const weight = 1 + fold.seen.size;
    this.#kept.set(stream, { fold, weight });
    this.#weight += weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= this.capacity || oldest === stream) break;
      this.forget(oldest);
    }
  }

  /** Lets go of a stream's fold, so that it is read anew. */
  forget(stream: string): void {
    this.#weight -= this.#kept.get(stream)?.weight ?? 0;
    this.#kept.delete(stream);
  }

  /** Does `work` once all earlier work on the stream has ended, so that writers of one process do not race. */
  async inTurn<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(stream) ?? Promise.resolve()).then(work, work);
    this.#turns.set(stream, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(stream) === turn) this.#turns.delete(stream);
    }
  }
}

/** The events of a stream in pages, from one revision to another or, if that is not said, to its end. */
export async function* pagesOf(
  store: EventStore,
  stream: string,
  from: number,
  last = Infinity,
): AsyncIterable<readonly RecordedEvent[]> {
  for (let next = from, full = true; full && next <= last;) {
    const limit = Math.min(PAGE, last - next + 1);
    const { events } = await store.read(stream, next, limit);
    if (events.length > 0) yield events;
    next += events.length;
    full = events.length === limit;
  }
}

/** What commands are handled with: the log, and the folds kept of it. */
export interface Ledger {
  readonly store: EventStore;
  readonly folds: Folds;
}

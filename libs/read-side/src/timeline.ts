import type { RecordedEvent, Row } from '#eventsourcing';
import { FOREVER, OPEN } from './instant.js';

/** Where in time an event is folded: when it was true, and of those of one time, by its own position. */
export interface Place {
  readonly from: string;
  readonly position: bigint;
}

/** An event as it is right by what is known, at its place. */
export interface Fact extends Place {
  readonly event: RecordedEvent;
  /** The position of what it is known by: its own, or that of its last correction; of which type that is, and whether it was imported. */
  readonly madeBy: bigint;
  readonly toldBy: string;
  readonly isImported: boolean;
}

/** What is learnt of a row with one event: `gone` is a fact that turns out not to be so; others come. */
export interface News {
  readonly known: bigint;
  readonly gone?: Fact | undefined;
  readonly come: readonly Fact[];
}

/**
 * What one event made of a row: true over [from, to), known over [knownFrom, knownTo). While it was the last of its row it had no end:
 * before position `cut` its `to` is open. Every event on a key has one version in the present belief, be it of no length.
 */
export interface Version extends Place {
  /** The position of the event, or of its last correction if it has one. */
  readonly madeBy: bigint;
  readonly toldBy: string;
  readonly isImported: boolean;
  readonly knownFrom: bigint;
  readonly row: Row | undefined;
  to: string;
  cut: bigint;
  knownTo: bigint;
  /** Whether the database has it, and whether it has it as it is now. */
  saved: boolean;
  changed: boolean;
}

/** The row that follows when an event comes to a row. */
export type Fold = (row: Row | undefined, event: RecordedEvent) => Row | undefined;

/** The versions of one row of a view, folded on in memory. */
export class Timeline {
  /** Those that a later event superseded, since it was made. */
  readonly superseded: Version[] = [];

  /** `current` is the present belief in order of time; only its last version where the timeline is not `whole`. */
  constructor(
    private current: Version[],
    readonly whole: boolean,
  ) {}

  get last(): Version | undefined {
    return this.current.at(-1);
  }

  /** The present belief, in order of time. */
  get present(): readonly Version[] {
    return this.current;
  }

  /** The events of the present belief that come after any of these places. */
  after(places: readonly Place[]): readonly bigint[] {
    return this.current
      .filter((version) => places.some((place) => isAfter(version, place)))
      .map(({ position }) => position);
  }

  /** Folds news in, of the greatest position so far: answers what is to be done once all rows of the event are known to fold. */
  prepare(news: News, fold: Fold, factAt: (position: bigint) => Fact): () => void {
    const { known, gone, come } = news;
    const [fact] = come;
    const { last } = this;
    if (fact && !gone && come.length === 1 && (!last || !isAfter(last, fact))) {
      const next = version(fact, known, OPEN, fold(last?.row, fact.event));
      return () => {
        this.extend(next);
      };
    }
    if (!this.whole) throw new Error('news of before the end needs the whole timeline');
    const isAffected = (each: Version) => each.position === gone?.position || come.some((one) => isAfter(each, one));
    const at = this.current.findIndex(isAffected);
    const start = at < 0 ? this.current.length : at;
    const facts = this.current
      .slice(start)
      .filter(({ position }) => position !== gone?.position)
      .map(({ position }) => factAt(position))
      .concat(come)
      .sort((a, b) => (isAfter(a, b) ? 1 : -1));
    const rewritten: Version[] = [];
    let row = this.current[start - 1]?.row;
    for (const [index, each] of facts.entries()) {
      row = fold(row, each.event);
      rewritten.push(version(each, known, facts[index + 1]?.from ?? OPEN, row));
    }
    return () => {
      this.supersede(start, known, rewritten);
    };
  }

  private extend(next: Version): void {
    const { last } = this;
    if (last) {
      last.to = next.from;
      last.cut = next.knownFrom;
      last.changed = true;
    }
    this.current.push(next);
  }

  /** From `start` on the belief is another; the version before keeps its row, and may end otherwise. */
  private supersede(start: number, known: bigint, rewritten: readonly Version[]): void {
    const before = this.current[start - 1];
    const to = rewritten[0]?.from ?? OPEN;
    const ended = before && before.to !== to ? { ...before, knownFrom: known, to, cut: 0n, saved: false } : undefined;
    const outdated = this.current.slice(ended ? start - 1 : start);
    for (const old of outdated) {
      old.knownTo = known;
      old.changed = true;
      this.superseded.push(old);
    }
    this.current = [...this.current.slice(0, ended ? start - 1 : start), ...(ended ? [ended] : []), ...rewritten];
  }
}

/** Whether the one comes after the other. */
export function isAfter(one: Place, other: Place): boolean {
  return one.from > other.from || (one.from === other.from && one.position > other.position);
}

function version(
  { position, from, madeBy, toldBy, isImported }: Fact,
  knownFrom: bigint,
  to: string,
  row: Row | undefined,
): Version {
  return {
    position,
    madeBy,
    toldBy,
    isImported,
    from,
    knownFrom,
    row,
    to,
    cut: 0n,
    knownTo: FOREVER,
    saved: false,
    changed: true,
  };
}

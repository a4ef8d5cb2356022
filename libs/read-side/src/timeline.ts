import type { RecordedEvent, Row } from '#eventsourcing';
import { FOREVER, OPEN } from './instant.js';

/** An event with the time it was true, as an instant. */
export interface Fact {
  readonly event: RecordedEvent;
  readonly occurred: string;
}

/**
 * What one event made of a row: true over [from, to), known over [knownFrom, knownTo). While it was the last of its row it had no end:
 * before position `cut` its `to` is open. Every event on a key has one version in the present belief, be it of no length.
 */
export interface Version {
  readonly position: bigint;
  readonly from: string;
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

  /** All that is held: of what is superseded, too. */
  get versions(): readonly Version[] {
    return [...this.superseded, ...this.current];
  }

  /** The events of the present belief that were true after a time. */
  after(occurred: string): readonly bigint[] {
    return this.current.filter(({ from }) => from > occurred).map(({ position }) => position);
  }

  /** Folds a fact in, the greatest position so far: answers what is to be done once all rows of the event are known to fold. */
  prepare(fact: Fact, fold: Fold, factAt: (position: bigint) => Fact): () => void {
    const { last } = this;
    if (last === undefined || fact.occurred >= last.from) {
      const next = version(fact, fact.event.position, OPEN, fold(last?.row, fact.event));
      return () => {
        this.extend(next);
      };
    }
    if (!this.whole) throw new Error('a late event needs the whole timeline');
    const at = this.current.findIndex(({ from }) => from > fact.occurred);
    const before = this.current[at - 1];
    const later = this.current.slice(at);
    const known = fact.event.position;
    const rewritten: Version[] = [];
    let row = fold(before?.row, fact.event);
    rewritten.push(version(fact, known, later[0]?.from ?? OPEN, row));
    for (const { position, to } of later) {
      const again = factAt(position);
      row = fold(row, again.event);
      rewritten.push(version(again, known, to, row));
    }
    return () => {
      this.supersede(at, fact, rewritten);
    };
  }

  private extend(next: Version): void {
    const { last } = this;
    if (last) {
      last.to = next.from;
      last.cut = next.position;
      last.changed = true;
    }
    this.current.push(next);
  }

  private supersede(at: number, { occurred, event }: Fact, rewritten: readonly Version[]): void {
    const before = this.current[at - 1];
    const outdated = this.current.slice(before ? at - 1 : at);
    for (const old of outdated) {
      old.knownTo = event.position;
      old.changed = true;
      this.superseded.push(old);
    }
    const shortened = before && {
      ...before,
      knownFrom: event.position,
      knownTo: FOREVER,
      to: occurred,
      cut: 0n,
      saved: false,
    };
    this.current = [...this.current.slice(0, before ? at - 1 : at), ...(shortened ? [shortened] : []), ...rewritten];
  }
}

function version({ event, occurred }: Fact, knownFrom: bigint, to: string, row: Row | undefined): Version {
  return {
    position: event.position,
    from: occurred,
    knownFrom,
    row,
    to,
    cut: 0n,
    knownTo: FOREVER,
    saved: false,
    changed: true,
  };
}

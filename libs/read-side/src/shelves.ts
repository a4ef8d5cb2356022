import type { AnyView } from '#eventsourcing';
import type { Checkpoint, Entry } from './catalogue.js';
import type { Folding } from './folding.js';

/** A folding of a view with how it stands; one of older code has no fold any more. */
export class Stand {
  /** How many reads are going on in its tables. */
  readers = 0;

  constructor(
    public entry: Entry,
    readonly folding?: Folding,
  ) {}
}

/** A declared view: what answers for it, and what is to take its place. */
export interface Shelf {
  readonly view: AnyView;
  serving?: Stand | undefined;
  building?: Stand | undefined;
}

/** The views as they stand in memory, and how far the live ones have come. */
export class Shelves {
  /** Whether it is known how they stand; until then, nothing is reached. */
  isKnown = true;
  /** Told when somebody begins to wait. */
  awaited: () => void = () => undefined;
  private readonly waiting = new Set<() => void>();
  private readonly following = new Set<() => void>();

  constructor(
    public checkpoint: Checkpoint,
    private readonly shelves: ReadonlyMap<string, Shelf>,
  ) {}

  /** Whether somebody waits for a position. */
  get isAwaited(): boolean {
    return this.waiting.size > 0;
  }

  get all(): readonly Shelf[] {
    return [...this.shelves.values()];
  }

  /** The foldings that take part in the checkpoint. */
  get live(): readonly Stand[] {
    return this.all.flatMap(({ serving }) => (serving?.entry.standing === 'live' ? [serving] : []));
  }

  of(name: string): Shelf | undefined {
    return this.shelves.get(name);
  }

  /** How far a folding has come. */
  positionOf({ entry }: Stand): bigint {
    return entry.standing === 'live' ? this.checkpoint.position : entry.position;
  }

  /** Whether every view that has not failed answers for a position, and none is still folded for the first time. */
  reached(position: bigint): boolean {
    if (!this.isKnown || this.checkpoint.position < position) return false;
    return this.all.every(({ serving, building }) => {
      if (serving?.entry.standing === 'live') return true;
      return building ? building.entry.failure !== undefined : serving !== undefined;
    });
  }

  /** Resolves with whether the position was reached in time. */
  waitFor(position: bigint, milliseconds: number): Promise<boolean> {
    return this.until(() => this.reached(position), milliseconds);
  }

  /** Resolves with whether the checkpoint came to the position in time. */
  folded(position: bigint, milliseconds: number): Promise<boolean> {
    return this.until(() => this.checkpoint.position >= position, milliseconds);
  }

  /** Resolves with the checkpoint's position once it is after another, or the time is over; nobody hurries for that. */
  async movedOn(after: bigint, milliseconds: number): Promise<bigint> {
    await this.until(() => this.checkpoint.position > after, milliseconds, this.following);
    return this.checkpoint.position;
  }

  private async until(holds: () => boolean, milliseconds: number, among = this.waiting): Promise<boolean> {
    if (holds()) return true;
    return new Promise((resolve) => {
      const done = (held: boolean) => {
        clearTimeout(timer);
        among.delete(check);
        resolve(held);
      };
      const check = () => {
        if (holds()) done(true);
      };
      const timer = setTimeout(() => {
        done(holds());
      }, milliseconds);
      among.add(check);
      if (among === this.waiting) this.awaited();
      else timer.unref();
    });
  }

  /** To be called whenever something moved. */
  moved(): void {
    for (const check of [...this.waiting, ...this.following]) check();
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { sql, type EventStore } from '#eventsourcing';
import { foldBatch } from './batch.js';
import { put, type Entry } from './catalogue.js';
import type { Database } from './database.js';
import { dropFolding, waitBriefly } from './dropping.js';
import { present } from './present.js';
import { stopped } from './projector.js';
import type { ViewFailure } from './read-side.js';
import { Relation } from './relation.js';
import type { Shelf, Shelves, Stand } from './shelves.js';
import type { Turns } from './turns.js';

const PAGE = 1_000;
const DELAY = 1_000;

/** Folds views from the beginning of the log, beside those that answer meanwhile, and puts them in their place once they have caught up. */
export class Builder {
  constructor(
    private readonly store: EventStore,
    private readonly database: Database,
    private readonly shelves: Shelves,
    private readonly turns: Turns,
    private readonly log: (line: string) => void,
  ) {}

  /** Builds what these shelves have in building, all at one position; what goes wrong with the store or the database is said and tried again. */
  async run(shelves: readonly Shelf[], signal: AbortSignal): Promise<readonly ViewFailure[]> {
    const names = shelves.map(({ view }) => view.name).join(', ');
    this.log(`folding ${names} from the log`);
    for (;;) {
      signal.throwIfAborted();
      try {
        const swapped = await this.build(shelves, signal);
        for (const { failure } of swapped) if (failure) this.log(stopped(failure));
        this.log(`folded ${names} up to position ${String(this.shelves.checkpoint.position)}`);
        for (const { retired } of swapped) if (retired) await this.retire(retired);
        return swapped.flatMap(({ failure }) => failure ?? []);
      } catch (error) {
        signal.throwIfAborted();
        this.log(`folding ${names} is interrupted: ${error instanceof Error ? error.message : String(error)}`);
        await sleep(DELAY, undefined, { signal });
      }
    }
  }

  /** Drops the tables of a folding that answers no more, once its last reader is done; where others read them for long, the next start does. */
  private async retire(stand: Stand): Promise<void> {
    while (stand.readers > 0) await sleep(20);
    const isGone = await this.turns.take(() => dropFolding(this.database, stand.entry));
    if (!isGone) this.log(`the old tables of the view ${stand.entry.name} are being read; they go with the next start`);
  }

  private async build(shelves: readonly Shelf[], signal: AbortSignal): Promise<readonly Swapped[]> {
    const stands = shelves.flatMap(({ building }) => (building ? [building] : []));
    const going = () => stands.filter(({ entry }) => !entry.failure);
    for (;;) {
      signal.throwIfAborted();
      const position = going()[0]?.entry.position ?? this.shelves.checkpoint.position;
      const events = await this.store.readAll(position, PAGE);
      const swapped = await this.turns.take(async () => {
        const { checkpoint } = this.shelves;
        const folded = events.filter((event) => event.position <= checkpoint.position);
        if (folded.length > 0) {
          await foldBatch(this.database, going(), folded, {
            last: async (run, entries) => {
              for (const entry of entries) await put(run, entry);
            },
          });
        }
        const reached = folded.at(-1)?.position ?? position;
        return reached >= checkpoint.position || going().length === 0 ? this.swap(shelves) : undefined;
      });
      if (swapped) return swapped;
    }
  }

  /** In one transaction what was built takes its place, unless it stopped where the old one has not. */
  private async swap(shelves: readonly Shelf[]): Promise<readonly Swapped[]> {
    const swaps = shelves.flatMap((shelf) => (shelf.building ? [this.swapOf(shelf, shelf.building)] : []));
    await this.database.transaction(async (run) => {
      await waitBriefly(run);
      for (const { stand, entry } of swaps.flatMap(({ changes }) => changes)) {
        if (entry.standing === 'live') await run(sql`analyze ${new Relation(stand.entry.schema, entry.columns).table}`);
        await put(run, entry);
        if (entry.standing === 'live' || entry.standing === 'failed') await present(run, entry);
      }
    });
    for (const { shelf, serving, changes } of swaps) {
      for (const { stand, entry } of changes) stand.entry = entry;
      shelf.serving = serving;
      shelf.building = undefined;
    }
    this.shelves.moved();
    return swaps.map(({ failure, changes }) => ({
      failure,
      retired: changes.find(({ entry }) => entry.standing === 'dropped')?.stand,
    }));
  }

  private swapOf(shelf: Shelf, built: Stand): Swap {
    const { serving: old } = shelf;
    const { failure } = built.entry;
    const drop = (stand: Stand) => ({ stand, entry: { ...stand.entry, standing: 'dropped' as const } });
    const keepsOld = old && failure && !(old.entry.failure && old.entry.position <= built.entry.position);
    if (keepsOld) {
      const told = old.entry.standing === 'outdated' ? [{ stand: old, entry: { ...old.entry, failure } }] : [];
      return { shelf, serving: old, failure, changes: [...told, drop(built)] };
    }
    const entry = { ...built.entry, standing: failure ? ('failed' as const) : ('live' as const) };
    return { shelf, serving: built, failure, changes: [{ stand: built, entry }, ...(old ? [drop(old)] : [])] };
  }
}

interface Swapped {
  readonly failure: ViewFailure | undefined;
  readonly retired: Stand | undefined;
}

interface Swap {
  readonly shelf: Shelf;
  readonly serving: Stand;
  readonly failure: ViewFailure | undefined;
  readonly changes: readonly { readonly stand: Stand; readonly entry: Entry }[];
}

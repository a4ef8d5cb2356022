import type { AnyView } from '#eventsourcing';
import { entriesIn, newEntry, put, type Checkpoint, type Entry, type Standing } from './catalogue.js';
import type { Run } from './database.js';
import { fingerprintOf } from './fingerprint.js';
import { Folding } from './folding.js';
import { presentAll } from './present.js';
import { Stand, type Shelf } from './shelves.js';

/** Matches the declared views with what the database has of them; what is new begins. */
export async function shelve(
  run: Run,
  views: readonly AnyView[],
  edition: string,
  { position }: Checkpoint,
): Promise<readonly Shelf[]> {
  const entries = await entriesIn(run);
  const shelves: Shelf[] = [];
  for (const view of views) {
    const hash = fingerprintOf(view, edition);
    const own = entries.filter(({ name }) => name === view.name);
    const found = own.find(({ standing }) => standing !== 'building' && standing !== 'dropped');
    const serving = found && (found.hash === hash ? found : outdated(found, position));
    if (serving && serving !== found) await put(run, serving);
    const begun = own.find((entry) => entry.standing === 'building' && entry.hash === hash && !entry.failure);
    const needsBuilding = serving?.standing === 'outdated' || (!serving && position > 0n);
    if (needsBuilding) {
      const building = begun ? standOf(view, begun) : await beginFolding(run, view, edition, 'building');
      shelves.push({ view, serving: serving && standOf(view, serving), building });
    } else {
      shelves.push({
        view,
        serving: serving ? standOf(view, serving) : await beginFolding(run, view, edition, 'live'),
      });
    }
  }
  await presentAll(
    run,
    shelves.flatMap(({ serving }) => serving?.entry ?? []),
  );
  return shelves;
}

/** The foldings in the database that nothing is done with any more. */
export function left(entries: readonly Entry[], shelves: readonly Shelf[]): readonly Entry[] {
  const kept = new Set(shelves.flatMap(({ serving, building }) => [serving?.entry.schema, building?.entry.schema]));
  return entries.filter(({ schema }) => !kept.has(schema));
}

/** Begins a folding of a view in empty tables of its own. */
export async function beginFolding(run: Run, view: AnyView, edition: string, standing: Standing): Promise<Stand> {
  const entry = newEntry(view, edition, standing, await entriesIn(run));
  await put(run, entry);
  const stand = standOf(view, entry);
  await stand.folding?.relation.create(run, view.indexed);
  return stand;
}

function outdated(entry: Entry, checkpoint: bigint): Entry {
  return { ...entry, standing: 'outdated', position: entry.standing === 'live' ? checkpoint : entry.position };
}

function standOf(view: AnyView, entry: Entry): Stand {
  return new Stand(entry, entry.standing === 'outdated' ? undefined : new Folding(view, entry.hash, entry.schema));
}

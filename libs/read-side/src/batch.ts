import { setImmediate } from 'node:timers/promises';
import { sql, type RecordedEvent } from '#eventsourcing';
import { put, type Entry } from './catalogue.js';
import type { Database, Run } from './database.js';
import type { Folded, Folding } from './folding.js';
import { failureOf } from './learning.js';
import type { ViewFailure } from './read-side.js';
import { sending } from './sending.js';
import type { Stand } from './shelves.js';

interface Work {
  readonly stand: Stand;
  readonly folding: Folding;
  readonly folded: Folded;
  readonly entry: Entry;
}

/** What is written with a batch, in its transaction: `first` before the views are folded, `last` after. */
export interface Besides {
  readonly first?: (run: Run) => Promise<void>;
  readonly last?: (run: Run, entries: readonly Entry[]) => Promise<void>;
}

/**
 * Folds a batch into views and writes all of it, and what is written besides, in one transaction: while the database writes the rows of one
 * view, the next is folded. A view whose fold throws ends before that event. Throws where it cannot be written; then nothing is.
 */
export async function foldBatch(
  database: Database,
  stands: readonly Stand[],
  events: readonly RecordedEvent[],
  { first, last }: Besides,
): Promise<void> {
  try {
    const works: Work[] = [];
    await database.transaction((run, beside) =>
      sending(async (send) => {
        if (first) send(first(run));
        for await (const folded of foldEach(beside, stands, events)) {
          for (const work of folded) {
            works.push(work);
            send(work.folding.relation.write(run, work.folded.versions));
          }
          await setImmediate();
        }
        send(writeFailures(run, works));
        const entries = works.map(({ entry }) => entry);
        if (last) send(last(run, entries));
      }),
    );
    keep(works);
  } catch (error) {
    for (const { folding } of stands) folding?.forget();
    throw error;
  }
}

/** The same for one event that could not be written: the view whose rows the database refuses ends there, the others go on. */
export async function foldCarefully(
  database: Database,
  stands: readonly Stand[],
  event: RecordedEvent,
  also: (run: Run) => Promise<void>,
): Promise<void> {
  for (const { folding } of stands) folding?.forget();
  const works = await database.transaction(async (run) => {
    const done: Work[] = [];
    for (const stand of stands) done.push(...(await foldOrFail(run, stand, event)));
    await writeFailures(run, done);
    await also(run);
    return done;
  });
  keep(works);
}

async function foldOrFail(run: Run, stand: Stand, event: RecordedEvent): Promise<readonly Work[]> {
  await run(sql`savepoint before_view`);
  try {
    const works = await fold(run, stand, [event]);
    for (const { folding, folded } of works) await folding.relation.write(run, folded.versions);
    await run(sql`release savepoint before_view`);
    return works;
  } catch (error) {
    await run(sql`rollback to savepoint before_view`);
    const { folding } = stand;
    if (!folding) return [];
    const failure = failureOf(folding.view, event, error);
    const folded = {
      versions: [],
      failure,
      keep: () => {
        folding.forget();
      },
    };
    return [{ stand, folding, folded, entry: ended(stand.entry, failure) }];
  }
}

/** What comes of views in their order: the database reads for the next while one is folded. */
async function* foldEach(
  run: Run,
  stands: readonly Stand[],
  events: readonly RecordedEvent[],
): AsyncGenerator<readonly Work[]> {
  const begun: Promise<readonly Work[]>[] = [];
  const begin = (stand: Stand | undefined) => {
    if (!stand) return;
    const folded = fold(run, stand, events);
    // It is thrown where it is waited for; until then somebody has to be there for it.
    folded.catch(() => undefined);
    begun.push(folded);
  };
  try {
    begin(stands[0]);
    for (const index of stands.keys()) {
      begin(stands[index + 1]);
      yield (await begun[index]) ?? [];
    }
  } finally {
    await Promise.allSettled(begun);
  }
}

async function fold(run: Run, stand: Stand, events: readonly RecordedEvent[]): Promise<readonly Work[]> {
  const { folding, entry } = stand;
  if (!folding) return [];
  const folded = await folding.fold(run, events);
  const position = events.at(-1)?.position ?? entry.position;
  return [{ stand, folding, folded, entry: folded.failure ? ended(entry, folded.failure) : { ...entry, position } }];
}

function ended(entry: Entry, failure: ViewFailure): Entry {
  const standing = entry.standing === 'building' ? 'building' : 'failed';
  return { ...entry, standing, position: failure.position - 1n, failure };
}

async function writeFailures(run: Run, works: readonly Work[]): Promise<void> {
  for (const { entry } of works) if (entry.failure) await put(run, entry);
}

function keep(works: readonly Work[]): void {
  for (const { stand, folded, entry } of works) {
    folded.keep();
    stand.entry = entry;
  }
}

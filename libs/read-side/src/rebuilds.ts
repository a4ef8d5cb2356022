import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from '#eventsourcing';
import type { Database } from './database.js';
import type { Projection } from './projection.js';
import { NotReady } from './read-side.js';

const PACE_MS = 200;

/** Asks whoever leads, now or next, to fold a view anew; resolves once it is, and rejects with `NotReady` and why it is not. */
export async function askForRebuild(database: Database, view: string, signal: AbortSignal): Promise<void> {
  const [asked] = await database.run(sql`insert into steadfast.rebuilds (view) values (${view}) returning id`);
  for (;;) {
    const [found] = await database.run(
      sql`select outcome, ended_at from steadfast.rebuilds where id = ${asked?.id}::int8`,
    );
    if (!found) throw new NotReady('the read database was made anew meanwhile');
    if (typeof found.outcome === 'string') throw new NotReady(found.outcome);
    if (found.ended_at !== null) return;
    await sleep(PACE_MS, undefined, { signal });
  }
}

/** Has the views folded anew that somebody asks for, until the signal aborts. What is not done by then is done by the next leader. */
export async function serveRebuilds(database: Database, projection: Projection, signal: AbortSignal): Promise<void> {
  await database.transaction((run) =>
    run(sql`delete from steadfast.rebuilds where ended_at < now() - interval '1 day'`),
  );
  const going = new Set<string>();
  while (!signal.aborted) {
    const asked = await database.run(sql`select id, view from steadfast.rebuilds where ended_at is null order by id`);
    for (const { id, view } of asked as readonly { id: string; view: string }[]) {
      if (going.has(id)) continue;
      going.add(id);
      projection
        .rebuild(view)
        .then(
          () => note(database, id, null),
          (error: unknown) => (signal.aborted ? undefined : note(database, id, (error as Error).message)),
        )
        .catch(() => going.delete(id));
    }
    await sleep(PACE_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function note(database: Database, id: string, outcome: string | null): Promise<void> {
  await database.transaction((run) =>
    run(sql`update steadfast.rebuilds set outcome = ${outcome}::text, ended_at = now() where id = ${id}::int8`),
  );
}

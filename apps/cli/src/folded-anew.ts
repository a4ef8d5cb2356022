import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '#eventsourcing';
import { openReadSide, pgliteAt, type Digests, type ReadSide } from '#read-side';
import { StoreUnavailable } from '#stores';
import { views } from '#views';

const LOOK_EVERY_MS = 500;
/** After how many looks in trouble the views are given up: the engine itself would try for ever. */
const PATIENCE = 20;

/** How a log is folded. */
export interface FoldingAnew {
  /** The edition of the code that folds, which the hashes of the views tell; none unless given. */
  readonly edition?: string;
  /** Told the position that has been reached. */
  readonly progress?: (position: bigint) => void;
}

/** What all views come to, folded from a log into a database that is made for it and thrown away. Throws `StoreUnavailable`. */
export async function foldedAnew(store: EventStore, { edition = '', progress }: FoldingAnew = {}): Promise<Digests> {
  const directory = await mkdtemp(join(tmpdir(), 'steadfast-anew-'));
  const database = pgliteAt(`pglite:${join(directory, 'read')}`);
  try {
    const readSide = await openReadSide({ store, views, edition, database });
    try {
      await folded(readSide, await store.lastPosition(), progress);
      return await readSide.digests();
    } finally {
      await readSide.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function folded(readSide: ReadSide, last: bigint, progress?: (position: bigint) => void): Promise<void> {
  for (let looks = 0; !(await readSide.waitFor(last, LOOK_EVERY_MS));) {
    const { trouble, position } = await readSide.status();
    looks = trouble === undefined ? 0 : looks + 1;
    if (looks > PATIENCE) throw new StoreUnavailable(`The views cannot be folded: ${trouble ?? ''}`);
    progress?.(position);
  }
}

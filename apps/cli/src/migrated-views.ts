import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { positionFields } from '#domain';
import type { EventStore } from '#eventsourcing';
import { openReadSide, pgliteAt, type ReadSide } from '#read-side';
import { numbered, StoreUnavailable, type TwoLogs } from '#stores';
import { views } from '#views';

const LOOK_EVERY_MS = 500;
/** After how many looks in trouble the views are given up: the engine itself would try for ever. */
const PATIENCE = 20;

/** The views that are not the same over two logs of the same events; each log is folded anew, whatever its positions are. */
export async function differentViews(source: EventStore, target: EventStore, logs: TwoLogs): Promise<string[]> {
  const before = await digestsOver(numbered(source, logs.from, positionFields));
  const after = await digestsOver(numbered(target, logs.to, positionFields));
  return views.map(({ name }) => name).filter((name) => before.get(name) !== after.get(name));
}

async function digestsOver(store: EventStore): Promise<Map<string, string>> {
  const directory = await mkdtemp(join(tmpdir(), 'steadfast-migrate-'));
  try {
    const readSide = await openReadSide({ store, views, database: pgliteAt(`pglite:${join(directory, 'read')}`) });
    try {
      await folded(readSide, await store.lastPosition());
      const digests = new Map<string, string>();
      for (const { name } of views) digests.set(name, await readSide.digest(name));
      return digests;
    } finally {
      await readSide.close();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function folded(readSide: ReadSide, last: bigint): Promise<void> {
  for (let looks = 0; !(await readSide.waitFor(last, LOOK_EVERY_MS));) {
    const { trouble } = await readSide.status();
    looks = trouble === undefined ? 0 : looks + 1;
    if (looks > PATIENCE) throw new StoreUnavailable(`The views cannot be folded: ${trouble ?? ''}`);
  }
}

import { positionFields } from '#domain';
import type { EventStore } from '#eventsourcing';
import {
  CannotOpenLog,
  CommitFailed,
  compareLogs,
  copyLog,
  LogInUse,
  LogsDiffer,
  storeAt,
  StoreRefused,
  StoreUnavailable,
} from '#stores';
import { views } from '#views';
import { EXIT, failed } from './historian.js';
import { differentViews } from './migrated-views.js';
import { shown } from './progress.js';

/** From which store to which, and whether the views are compared too. */
export interface Migration {
  readonly from: string;
  readonly to: string;
  /** What the names of streams begin with in EventStoreDB. */
  readonly prefix: string;
  readonly views: boolean;
}

/** Copies and compares; answers how the program is to end. */
export async function migrate({ from, to, prefix, views: withViews }: Migration): Promise<number> {
  const opened: EventStore[] = [];
  const open = async (url: string, toRead: boolean) => {
    const store = await storeAt(url, { toRead, prefix });
    opened.push(store);
    return store;
  };
  try {
    const source = await open(from, true);
    const until = await source.lastPosition();
    const target = await open(to, false);
    const added = await shown('positions copied', Number(until), (progress) =>
      copyLog(source, target, { until, positionFields, progress: ofPositions(progress) }),
    );
    await target.close();
    return await compared(source, await open(to, true), { until, added, withViews });
  } catch (error) {
    return whyNot(error);
  } finally {
    for (const store of opened) await store.close();
  }
}

async function compared(
  source: EventStore,
  target: EventStore,
  { until, added, withViews }: { until: bigint; added: number; withViews: boolean },
): Promise<number> {
  const logs = await shown('positions compared', Number(until), (progress) =>
    compareLogs(source, target, { until, positionFields, progress: ofPositions(progress) }),
  );
  const different = withViews ? await differentViews(source, target, logs) : [];
  if (different.length > 0)
    return failed(EXIT.failed, `The logs are the same, but these views of them are not: ${different.join(', ')}.`);
  const sum = `${counted(logs.count)} events: ${counted(added)} added, ${counted(logs.count - added)} there before`;
  process.stdout.write(
    `${sum}; the same events in the same order${withViews ? ` and ${views.length} views alike` : ''}\n`,
  );
  if ((await source.lastPosition()) === until) return EXIT.done;
  return failed(
    EXIT.failed,
    'The source has grown meanwhile. Stop what writes to it and run this again: it goes on where it was.',
  );
}

function ofPositions(progress: (done: number) => void): (position: bigint) => void {
  return (position) => {
    progress(Number(position));
  };
}

/** Says why it ends badly; what is no fault of a store is thrown again. */
function whyNot(error: unknown): number {
  if (error instanceof LogsDiffer)
    return failed(EXIT.failed, `${error.message} Give --to a store that holds nothing, or a copy of this log alone.`);
  if (error instanceof LogInUse) return failed(EXIT.unavailable, `${error.message}: stop it, and run this again.`);
  if (error instanceof CannotOpenLog) return failed(EXIT.usage, `${error.message}.`);
  if (error instanceof StoreRefused) return failed(EXIT.usage, `${error.message}.`);
  if (error instanceof CommitFailed || error instanceof StoreUnavailable)
    return failed(EXIT.unavailable, `${error.message}. Run this again when it can: it goes on where it was.`);
  throw error;
}

function counted(count: number): string {
  return count.toLocaleString('en');
}

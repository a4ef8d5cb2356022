import { setTimeout as sleep } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { NotReady, ReadSideDown, type Changes, type Condition, type ReadSide } from '#read-side';
import { changeOf } from '../diffs/rows.js';
import { READ_SIDE } from '../ledger/ledger.module.js';
import { rowBody } from '../views/rows.js';
import { headOf } from './event-body.js';
import type { FeedEntry } from './recent-events.js';
import { SharedFeed, type FeedSource } from './shared-feed.js';

/** How long to wait for news of the read side at a time, in milliseconds. */
const PATIENCE_MS = 15_000;

/** How long to wait for a read side that is down, in milliseconds. */
const PAUSE_MS = 1_000;

/** Of a view less is kept than of the log: who is behind is answered from its table. */
const KEPT = [256, 500_000] as const;

/** The views as they change, each followed once for all who listen with the same conditions. */
@Injectable()
export class LiveViews {
  readonly #feeds = new Map<string, SharedFeed>();

  constructor(@Inject(READ_SIDE) private readonly readSide: ReadSide) {}

  /** How many listen. */
  get listeners(): number {
    return [...this.#feeds.values()].reduce((sum, { listeners }) => sum + listeners, 0);
  }

  /** The changes of a view after a position, in the rows that meet the conditions before or after; else as of any feed. */
  async *follow(
    view: string,
    where: readonly Condition[],
    after: bigint,
    signal: AbortSignal,
  ): AsyncGenerator<readonly FeedEntry[]> {
    const name = JSON.stringify([view, where]);
    const feed = this.#feeds.get(name) ?? new SharedFeed(this.#sourceOf(view, where));
    this.#feeds.set(name, feed);
    try {
      yield* feed.follow(after, signal);
    } finally {
      if (feed.listeners === 0 && this.#feeds.get(name) === feed) this.#feeds.delete(name);
    }
  }

  #sourceOf(view: string, where: readonly Condition[]): FeedSource {
    const read = (after: bigint | undefined, limit?: number) =>
      this.readSide.changes(view, { after, where, ...(limit !== undefined && { limit }) });
    const { readSide } = this;
    return {
      kept: KEPT,
      start: async () => (await read(undefined)).position,
      read: async (after, limit) => {
        const { changes, position } = await read(after, limit);
        return { entries: entriesOf(view, changes), position };
      },
      subscribe: async function* (from, signal) {
        let wasStopped: boolean | undefined;
        // A view that has stopped stays behind the others, whose news are to be waited for all the same.
        let seen = from;
        for (let after = from; !signal.aborted;) {
          const { changes, position, failures } = await waitedOut(() => read(after), signal);
          if (changes.length > 0) yield entriesOf(view, changes);
          const isStopped = failures.length > 0;
          wasStopped ??= isStopped;
          if (position > after) after = position;
          // Who comes again is told that the view has stopped meanwhile.
          else if (isStopped && !wasStopped) return;
          else seen = await waitedOut(() => readSide.moved(seen > after ? seen : after, PATIENCE_MS), signal);
        }
      },
    };
  }
}

/** What a read side answers that may be down, or not ready, for a while. */
async function waitedOut<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const isForAWhile = error instanceof ReadSideDown || error instanceof NotReady;
      if (!isForAWhile || signal.aborted) throw error;
    }
    await sleep(PAUSE_MS, undefined, { ref: false });
  }
}

function entriesOf(view: string, changes: Changes['changes']): readonly FeedEntry[] {
  return changes.map(({ event, rows }) => {
    const position = String(event.position);
    const body = {
      view,
      position,
      event: headOf(event),
      rows: rows.map(({ key, before, after }) => ({
        key,
        change: changeOf(before, after),
        before: before && rowBody(before),
        after: after && rowBody(after),
      })),
    };
    return { event, text: `id: ${position}\ndata: ${JSON.stringify(body)}\n\n` };
  });
}

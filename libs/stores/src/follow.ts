import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordedEvent } from '#eventsourcing';
import type { Bell } from './bell.js';

/** A log that is read in the turn it is asked, and rings after each commit. */
export interface Followed {
  readonly bell: Bell;
  /** How long to wait for the bell, in ms, before looking by oneself. */
  readonly patience?: number | undefined;
  readonly closed: boolean;
  readAfter(position: bigint, limit: number): readonly RecordedEvent[];
}

/** The batches of a log after a position, those to come too, until `signal` aborts or the log is closed: each is read when it is asked for, none ahead. */
export async function* follow(
  log: Followed,
  after: bigint,
  signal: AbortSignal,
  limit: number,
): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
  for (let at = after; !signal.aborted && !log.closed;) {
    const events = log.readAfter(at, limit);
    const last = events.at(-1);
    if (last) {
      at = last.position;
      yield events;
      // A subscriber with much to catch up on must not keep the thread from its other work.
      await nextTurn();
    } else {
      // Reading and starting to wait are one turn: no commit falls between them unheard.
      await log.bell.next(signal, log.patience);
    }
  }
}

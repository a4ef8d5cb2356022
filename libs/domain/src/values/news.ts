import { Rejection, type Actor, type Decided, type Event } from '#eventsourcing';
import { isLedger } from './acting.js';

/** What the law decides; where it refuses the ledger itself, the refusal is news, from which others undo what they did. */
export function orNews<E extends Event>(
  by: Actor,
  decided: () => readonly Decided<E>[],
  news: (refusal: Pick<Rejection, 'code' | 'facts'>) => Decided<E>,
): readonly Decided<E>[] {
  try {
    return decided();
  } catch (error) {
    if (error instanceof Rejection && isLedger(by)) return [news({ code: error.code, facts: error.facts })];
    throw error;
  }
}

import { AppendTooLarge, MOST_BYTES, type Appended, type EventStore, type NewEvent } from '#eventsourcing';

/** Decides when what waits is committed; calls `commit` once, in a later turn. Everything that waits by then is in it. */
export type Pace = (commit: () => void) => void;

/** An append that waits for its commit, its events in the form in which the store takes them. */
export interface Waiting<E extends { readonly id: string }> {
  readonly stream: string;
  readonly events: readonly E[];
  readonly expected: number;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** The store was closed before this was asked of it. */
export class StoreClosed extends Error {
  override readonly name = 'StoreClosed';

  constructor() {
    super('the event store is closed');
  }
}

/** Refuses what no store could give back as it was: names and ids that are no well-formed Unicode, revisions that are none. */
export function ensureAppendable(stream: string, events: readonly NewEvent[], expected: number): void {
  if (!stream.isWellFormed()) throw new RangeError('a stream is named by well-formed Unicode');
  if (!Number.isSafeInteger(expected) || expected < -1)
    throw new RangeError(`no stream ever stands at revision ${String(expected)}`);
  for (const { id } of events) if (!id.isWellFormed()) throw new RangeError('an event id is well-formed Unicode');
}

/** What an event is but for its id, as JSON. */
export function eventJson({ type, at, occurredAt, data, metadata }: NewEvent): string {
  return JSON.stringify({ type, at, occurredAt, data, metadata });
}

/** Refuses what is more than the log takes at once, whichever store it is in; `texts` are the events as `eventJson` has them. */
export function ensureNotTooLarge(stream: string, texts: readonly string[]): void {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > MOST_BYTES) throw new AppendTooLarge(stream, bytes);
}

/** A store that commits so many appends that are asked of it in one turn at once: in the order asked, all or none. */
export interface CommitsTogether {
  readonly together: number;
}

/** How many appends may be on their way to a store at once, so that none of them is in the log without those asked before it. */
export function togetherIn(store: EventStore | (EventStore & CommitsTogether)): number {
  return 'together' in store ? store.together : 1;
}

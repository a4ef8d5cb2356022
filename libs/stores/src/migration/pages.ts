import { START, type EventStore, type RecordedEvent } from '#eventsourcing';

const PAGE = 500;

/** The log up to a position, in pages that are never empty. */
export async function* pagesUpTo(store: EventStore, until: bigint): AsyncGenerator<readonly RecordedEvent[]> {
  for (let at = START; at < until;) {
    const page = (await store.readAll(at, PAGE)).filter(({ position }) => position <= until);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    at = last.position;
  }
}

/** So many events after a position, fewer only where the log ends. */
export async function eventsAfter(store: EventStore, after: bigint, count: number): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  while (events.length < count) {
    const more = await store.readAll(events.at(-1)?.position ?? after, count - events.length);
    if (more.length === 0) break;
    events.push(...more);
  }
  return events;
}

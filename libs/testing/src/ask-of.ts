import type { AnyQuestion, Event, NewEvent } from '#eventsourcing';
import { openPglite, openReadSide, type Answer, type Explanation, type Times } from '#read-side';
import { MemoryStore } from '#stores';
import { metadataBy } from './metadata-by.js';

const BY = { subject: 'anna', party: 'DEU', roles: [] };
const RECORDED = '2026-01-01T00:00:00.000Z';

/** What happened in a stream, and when it was true; and when it was recorded, if not with all others. */
export type Happened = readonly [stream: string, event: Event, occurredAt: string, at?: string | undefined];

/** A question over a history: asked and explained as the read side does it, until it is closed. */
export interface Asked {
  readonly ask: (parameters: object, times?: Times) => Promise<Answer['answer']>;
  readonly explain: (parameters: object, label: string, times?: Times) => Promise<Explanation>;
  readonly close: () => Promise<void>;
}

/** Opens a read side of what a question reads, over a log of these events; the nth has the id `event-n`, counted from 1. */
export async function askOf(question: AnyQuestion, ...history: readonly Happened[]): Promise<Asked> {
  const store = new MemoryStore();
  const ends = new Map<string, number>();
  for (const [index, [stream, event, occurredAt, at = RECORDED]] of history.entries()) {
    const metadata = metadataBy(BY, `command-${String(index + 1)}`);
    const told: NewEvent = { ...event, id: `event-${String(index + 1)}`, at, occurredAt, metadata };
    const end = ends.get(stream) ?? -1;
    await store.append(stream, [told], end);
    ends.set(stream, end + 1);
  }
  const readSide = await openReadSide({
    store,
    views: question.reads,
    questions: [question],
    database: () => openPglite(),
  });
  await readSide.waitFor(await store.lastPosition(), 20_000);
  return {
    ask: async (parameters, times) => (await readSide.ask(question.name, parameters, times)).answer,
    explain: (parameters, label, times) => readSide.explain(question.name, parameters, label, times),
    close: () => readSide.close(),
  };
}

import {
  NO_STREAM as NONE,
  type AppendExpectedRevision,
  type EventData,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { AppendTooLarge, NO_STREAM, START, WrongExpectedRevision, type Appended, type NewEvent } from '#eventsourcing';
import { ensureNotTooLarge, eventJson } from '../appending.js';
import { failureOf } from './failures.js';
import { Patience, within } from './patience.js';
import { positionOf } from './positions.js';
import type { Reader } from './reader.js';
import { toWire, type Streams } from './wire.js';

/** Positions that are no place in a log, as servers give where they know none, have this bit. */
const NO_PLACE = 1n << 63n;

/** Appends so that the outcome is known: after an error that leaves it open it is read, and only then is the same append made again. */
export class Appender {
  constructor(
    private readonly client: EventStoreDBClient,
    private readonly streams: Streams,
    private readonly reader: Reader,
    private readonly limits: { readonly deadline: number; readonly patience: number },
  ) {}

  async append(stream: string, events: readonly NewEvent[], expected: number): Promise<Appended> {
    const patience = new Patience(this.limits.patience);
    if (events.length === 0) return patience.with('read', () => this.#nothing(stream, expected));
    const [wire, ids, texts] = [events.map(toWire), events.map(({ id }) => id), events.map(eventJson)];
    ensureNotTooLarge(stream, texts);
    for (;;) {
      try {
        return await this.#attempt(stream, wire, ids, expected);
      } catch (error) {
        const failure = failureOf(error);
        if (failure.is === 'wrong-revision') throw new WrongExpectedRevision(stream, expected, failure.actual);
        // A server may be set to take less than the ledger does.
        if (failure.is === 'too-large')
          throw new AppendTooLarge(stream, Buffer.byteLength(texts.join('')), failure.most);
        await patience.after(error, 'confirm the append');
      }
      const outcome = await patience.with('tell whether it took the append', () =>
        this.#outcome(stream, ids, expected),
      );
      if (outcome) return outcome;
    }
  }

  async #attempt(stream: string, wire: EventData[], ids: readonly string[], expected: number): Promise<Appended> {
    const expectedRevision: AppendExpectedRevision = expected === NO_STREAM ? NONE : BigInt(expected);
    const { deadline } = this.limits;
    const options = { expectedRevision, deadline, requiresLeader: true };
    const { position } = await within(deadline, this.client.appendToStream(this.streams.nameOf(stream), wire, options));
    if (position && position.commit < NO_PLACE)
      return { revision: expected + ids.length, position: positionOf(position) };
    const outcome = await this.#outcome(stream, ids, expected);
    if (!outcome) throw new Error(`the event store acknowledged an append to ${stream} and does not show it`);
    return outcome;
  }

  /** What has become of an append: it is there, or it never will be, or neither is so yet. */
  async #outcome(stream: string, ids: readonly string[], expected: number): Promise<Appended | undefined> {
    const there = (await this.reader.page(stream, expected + 1, ids.length)) ?? [];
    const last = there.at(-1);
    if (!last) return undefined;
    if (ids.every((id, index) => there[index]?.id === id)) return { revision: last.revision, position: last.position };
    // Another took the revision that this one was to follow: whatever still is on its way will be refused.
    throw new WrongExpectedRevision(stream, expected, await this.reader.revisionOf(stream));
  }

  async #nothing(stream: string, expected: number): Promise<Appended> {
    const actual = await this.reader.revisionOf(stream);
    if (actual !== expected) throw new WrongExpectedRevision(stream, expected, actual);
    const [last] = actual === NO_STREAM ? [] : ((await this.reader.page(stream, actual, 1)) ?? []);
    return { revision: expected, position: last?.position ?? START };
  }
}

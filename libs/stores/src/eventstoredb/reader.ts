import {
  BACKWARDS,
  END,
  START as ALL_START,
  type EventStoreDBClient,
  type AllStreamResolvedEvent,
  type Position,
  type ReadPosition,
} from '@eventstore/db-client';
import { NO_STREAM, START, type RecordedEvent, type StreamSlice } from '#eventsourcing';
import { drained } from './drained.js';
import { failureOf } from './failures.js';
import { placeOf, positionOf } from './positions.js';
import type { Streams } from './wire.js';

/** How many events one call reads at most. */
const PAGE = 1_000;

/** Only the leader knows all that was acknowledged. */
const OF_LEADER = { requiresLeader: true } as const;

/** Reads the ledger's events, page by page, each of them drained; makes one attempt, and throws what the client throws. */
export class Reader {
  /** The end of `$all` at an earlier look, and the position of the ledger's last event there: what is before was looked through. */
  #looked = { end: -1n, last: START };

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly streams: Streams,
    private readonly deadline: number,
  ) {}

  async read(stream: string, from: number, limit: number): Promise<StreamSlice> {
    const events: RecordedEvent[] = [];
    while (events.length < limit) {
      const asked = Math.min(PAGE, limit - events.length);
      const page = await this.page(stream, from + events.length, asked);
      if (page === undefined) return { events: [], revision: NO_STREAM };
      events.push(...page);
      const last = events.at(-1);
      if (page.length < asked && last) return { events, revision: last.revision };
      if (page.length < asked) break;
    }
    return { events, revision: await this.revisionOf(stream) };
  }

  /** The events of a stream from a revision on, as many as one call gives; undefined where there is no stream. */
  async page(stream: string, from: number, count: number): Promise<RecordedEvent[] | undefined> {
    const options = { ...OF_LEADER, fromRevision: BigInt(from), maxCount: count };
    const read = this.client.readStream(this.streams.nameOf(stream), options);
    return (await this.#found(drained(read, this.deadline)))?.flatMap((event) => this.streams.fromWire(event) ?? []);
  }

  /** The revision that a stream stands at. */
  async revisionOf(stream: string): Promise<number> {
    const options = { ...OF_LEADER, fromRevision: END, direction: BACKWARDS, maxCount: 1 } as const;
    const last = await this.#found(
      drained(this.client.readStream(this.streams.nameOf(stream), options), this.deadline),
    );
    return Number(last?.[0]?.event?.revision ?? NO_STREAM);
  }

  async readAll(after: bigint, limit: number): Promise<RecordedEvent[]> {
    try {
      return await this.#readAllFrom(placeOf(after), after, limit);
    } catch (error) {
      if (failureOf(error).is !== 'no-position') throw error;
      // No event ever had this position; what comes after it can only be found by looking from the start.
      return this.#readAllFrom(ALL_START, after, limit);
    }
  }

  /** The position of the ledger's last event, found from the end of `$all` backwards to where was looked before. */
  async lastPosition(): Promise<bigint> {
    let from: ReadPosition = END;
    let end: bigint | undefined;
    for (let count = 8; ; count = PAGE) {
      const options = { ...OF_LEADER, fromPosition: from, direction: BACKWARDS, maxCount: count } as const;
      const page: AllStreamResolvedEvent[] = await drained(this.client.readAll(options), this.deadline);
      for (const resolved of page) {
        const commit = resolved.event?.position.commit ?? START;
        end ??= commit;
        const ours = this.streams.fromWire(resolved)?.position;
        const last = commit <= this.#looked.end ? this.#looked.last : ours;
        if (last !== undefined) return this.#look(end, last);
      }
      const position: Position | undefined = page.at(-1)?.event?.position;
      if (page.length < count || !position) return this.#look(end ?? -1n, START);
      from = position;
    }
  }

  #look(end: bigint, last: bigint): bigint {
    if (end > this.#looked.end) this.#looked = { end, last };
    return last;
  }

  async #readAllFrom(start: ReadPosition, after: bigint, limit: number): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for (let [from, seen, count] = [start, -1n, Math.min(PAGE, limit + 1)]; ;) {
      const before = events.length;
      const page = await drained(
        this.client.readAll({ ...OF_LEADER, fromPosition: from, maxCount: count }),
        this.deadline,
      );
      for (const resolved of page) {
        const event = this.streams.fromWire(resolved);
        // A page begins with the last of the page before.
        if (event && event.position > after && event.position > seen) events.push(event);
      }
      const position = page.at(-1)?.event?.position;
      if (page.length < count || events.length >= limit || !position) return events.slice(0, limit);
      seen = positionOf(position);
      from = position;
      // Few are missing where some were found; where none were, much of what comes may be of others.
      count = Math.min(PAGE, events.length > before ? limit - events.length + 1 : 2 * count);
    }
  }

  async #found<T>(reading: Promise<T>): Promise<T | undefined> {
    try {
      return await reading;
    } catch (error) {
      if (failureOf(error).is === 'no-stream') return undefined;
      throw error;
    }
  }
}

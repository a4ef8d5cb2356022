import type { DatabaseSync } from 'node:sqlite';
import { BroadcastChannel } from 'node:worker_threads';
import type { Appended, EventStore, NewEvent, RecordedEvent, StreamSlice } from '#eventsourcing';
import { StoreClosed } from '../appending.js';
import { Bell } from '../bell.js';
import { follow } from '../follow.js';
import { LogReads } from './log-reads.js';

/** What the writer of a log and those that read beside it share: reading it in order, and the channel that tells of commits. */
export abstract class SqliteLog implements EventStore {
  readonly bell = new Bell();
  closed = false;
  protected readonly reads: LogReads;
  protected readonly channel: BroadcastChannel;

  constructor(
    path: string,
    database: DatabaseSync,
    private readonly batch = 500,
  ) {
    this.reads = new LogReads(database);
    this.channel = new BroadcastChannel(`steadfast-log:${path}`);
    this.channel.unref();
  }

  abstract append(stream: string, events: readonly NewEvent[], expected: number): Promise<Appended>;
  abstract read(stream: string, from?: number, limit?: number): Promise<StreamSlice>;
  abstract close(): Promise<void>;

  async readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    this.ensureOpen();
    return this.readAfter(after, limit);
  }

  readAfter(after: bigint, limit: number): readonly RecordedEvent[] {
    return this.reads.after(after, limit);
  }

  async lastPosition(): Promise<bigint> {
    this.ensureOpen();
    return BigInt(this.reads.last());
  }

  subscribe(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    return follow(this, after, signal, this.batch);
  }

  protected ensureOpen(): void {
    if (this.closed) throw new StoreClosed();
  }

  /** Ends the subscriptions, and all that is asked for from now on. */
  protected end(): void {
    this.closed = true;
    this.bell.ring();
    this.channel.close();
  }
}

import { BroadcastChannel } from 'node:worker_threads';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { NO_STREAM, type Appended, type EventStore, type RecordedEvent, type StreamSlice } from '#eventsourcing';
import { StoreClosed } from '../appending.js';
import { Bell } from '../bell.js';
import { follow } from '../follow.js';
import { openForReading } from './log-file.js';
import { LogReads } from './log-reads.js';
import { channelOf, type SqliteOptions } from './sqlite-store.js';

/** How a log is read beside its writer. */
export interface SqliteReaderOptions extends Pick<SqliteOptions, 'batch'> {
  /** How long, in ms, a subscriber waits for word of a commit before it looks by itself; 250 unless given. */
  readonly patience?: number;
}

/** Opens a log that another thread (or process, which is told of commits only by `patience`) writes; appending throws `ReadOnly`. */
export function openSqliteReader(path: string, options: SqliteReaderOptions = {}): EventStore {
  const log = openForReading(path);
  return new SqliteReader(log.path, log.database, options);
}

/** The log was opened for reading only. */
export class ReadOnly extends Error {
  override readonly name = 'ReadOnly';

  constructor(path: string) {
    super(`${path} was opened for reading only`);
  }
}

class SqliteReader implements EventStore {
  readonly bell = new Bell();
  readonly patience: number;
  closed = false;
  readonly #reads: LogReads;
  readonly #unindexed: StatementSync;
  readonly #channel: BroadcastChannel;
  readonly #batch: number;

  constructor(
    private readonly path: string,
    private readonly database: DatabaseSync,
    { batch = 500, patience = 250 }: SqliteReaderOptions,
  ) {
    this.#reads = new LogReads(database);
    this.#unindexed = database.prepare(
      `SELECT position, revision FROM events
       WHERE position > (SELECT coalesce(max(upto), 0) FROM indexed) AND stream = ? ORDER BY position`,
      { returnArrays: true },
    );
    this.#channel = new BroadcastChannel(channelOf(path));
    this.#channel.onmessage = () => {
      this.bell.ring();
    };
    this.#channel.unref();
    this.#batch = batch;
    this.patience = patience;
  }

  async append(): Promise<Appended> {
    throw new ReadOnly(this.path);
  }

  async read(stream: string, from = 0, limit = Infinity): Promise<StreamSlice> {
    this.#ensureOpen();
    return this.#atOnce(() => {
      const unindexed = this.#unindexed.all(stream) as unknown as [number, number][];
      const positions = unindexed.filter(([, revision]) => revision >= from).map(([position]) => position);
      const revision = unindexed.at(-1)?.[1] ?? this.#reads.end(stream)?.revision ?? NO_STREAM;
      return { events: this.#reads.inStream(stream, from, limit, positions), revision };
    });
  }

  async readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    this.#ensureOpen();
    return this.readAfter(after, limit);
  }

  readAfter(after: bigint, limit: number): readonly RecordedEvent[] {
    return this.#reads.after(after, limit);
  }

  async lastPosition(): Promise<bigint> {
    this.#ensureOpen();
    return BigInt(this.#reads.last());
  }

  subscribe(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    return follow(this, after, signal, this.#batch);
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.bell.ring();
    this.#channel.close();
    this.database.close();
  }

  #ensureOpen(): void {
    if (this.closed) throw new StoreClosed();
  }

  /** Reads the log as it stands at one moment, whatever its writer does meanwhile. */
  #atOnce<T>(read: () => T): T {
    this.database.exec('BEGIN');
    try {
      return read();
    } finally {
      this.database.exec('COMMIT');
    }
  }
}

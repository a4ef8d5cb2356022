import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { NO_STREAM, type Appended, type EventStore, type StreamSlice } from '#eventsourcing';
import { openForReading } from './log-file.js';
import { SqliteLog } from './sqlite-log.js';
import type { SqliteOptions } from './sqlite-store.js';

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

class SqliteReader extends SqliteLog {
  readonly patience: number;
  readonly #unindexed: StatementSync;

  constructor(
    private readonly path: string,
    private readonly database: DatabaseSync,
    { batch, patience = 250 }: SqliteReaderOptions,
  ) {
    super(path, database, batch);
    this.#unindexed = database.prepare(
      `SELECT position, revision FROM events
       WHERE position > (SELECT coalesce(max(upto), 0) FROM indexed) AND stream = ? ORDER BY position`,
      { returnArrays: true },
    );
    this.channel.onmessage = () => {
      this.bell.ring();
    };
    // Listening takes hold of the process again.
    this.channel.unref();
    this.patience = patience;
  }

  async append(): Promise<Appended> {
    throw new ReadOnly(this.path);
  }

  async read(stream: string, from = 0, limit = Infinity): Promise<StreamSlice> {
    this.ensureOpen();
    return this.#atOnce(() => {
      const unindexed = this.#unindexed.all(stream) as unknown as [number, number][];
      const positions = unindexed.filter(([, revision]) => revision >= from).map(([position]) => position);
      const revision = unindexed.at(-1)?.[1] ?? this.reads.end(stream)?.revision ?? NO_STREAM;
      return { events: this.reads.inStream(stream, from, limit, positions), revision };
    });
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.end();
    this.database.close();
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

import {
  NO_STREAM,
  WrongExpectedRevision,
  type Appended,
  type EventStore,
  type NewEvent,
  type StreamSlice,
} from '#eventsourcing';
import {
  ensureAppendable,
  ensureNotTooLarge,
  eventJson,
  type CommitsTogether,
  type Pace,
  type Waiting,
} from '../appending.js';
import { GroupWriter, type EventRow } from './group.js';
import { messageOf, openForWriting, type WritableLog } from './log-file.js';
import { SqliteLog } from './sqlite-log.js';
import { StreamIndex } from './stream-index.js';

/** How many appends one transaction holds at most, so that none blocks the thread for long. */
const GROUP = 512;

/** How a log is kept. */
export interface SqliteOptions {
  /** The number of events that subscribers are given at once, at most; 500 unless given. */
  readonly batch?: number;
  /** When what waits is committed; at the end of the event loop's turn unless given. */
  readonly pace?: Pace;
}

/** The disk refused a commit: none of the appends that waited for it is in the log, unless the disk took it before it failed. Appending them again is safe. */
export class CommitFailed extends Error {
  override readonly name = 'CommitFailed';
}

/** Opens a log in an SQLite file, or makes it; throws `CannotOpenLog`, also where another process writes it. */
export function openSqliteStore(path: string, options: SqliteOptions = {}): EventStore {
  const log = openForWriting(path);
  try {
    return new SqliteStore(log, options);
  } catch (error) {
    log.close();
    throw error;
  }
}

class SqliteStore extends SqliteLog implements CommitsTogether {
  readonly together = GROUP;
  readonly #index: StreamIndex;
  readonly #writer: GroupWriter;
  readonly #pace: Pace;
  #waiting: Waiting<EventRow>[] = [];
  #known = true;

  constructor(
    private readonly file: WritableLog,
    { batch, pace = setImmediate }: SqliteOptions,
  ) {
    super(file.path, file.database, batch);
    this.#index = new StreamIndex(file.database, this.reads);
    this.#writer = new GroupWriter(file.database, this.reads, this.#index);
    this.#pace = pace;
  }

  append(stream: string, events: readonly NewEvent[], expected: number): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.ensureOpen();
      ensureAppendable(stream, events, expected);
      const rows = events.map((event) => ({ id: event.id, json: eventJson(event) }));
      ensureNotTooLarge(
        stream,
        rows.map(({ json }) => json),
      );
      this.#waiting.push({ stream, events: rows, expected, resolve, reject });
      if (this.#waiting.length === 1) this.#commitLater();
    });
  }

  async read(stream: string, from = 0, limit = Infinity): Promise<StreamSlice> {
    this.ensureOpen();
    this.#ensureKnown();
    const revision = this.#index.end(stream)?.revision ?? NO_STREAM;
    if (from > revision) return { events: [], revision };
    const events = this.reads.inStream(stream, from, limit, this.#index.unindexed(stream, from));
    return { events, revision };
  }

  async close(): Promise<void> {
    if (this.closed) return;
    while (this.#waiting.length > 0) this.#commit();
    this.end();
    this.file.close();
  }

  #commitLater(): void {
    this.#pace(() => {
      this.#commit();
      if (this.#waiting.length > 0) this.#commitLater();
    });
  }

  #commit(): void {
    const group = this.#waiting.splice(0, GROUP);
    if (group.length === 0) return;
    try {
      this.#ensureKnown();
      const before = this.#index.last;
      const outcomes = this.#writer.write(group);
      outcomes.forEach((outcome, at) => {
        if (outcome instanceof WrongExpectedRevision) group[at]?.reject(outcome);
        else group[at]?.resolve(outcome);
      });
      if (this.#index.last > before) this.#tell();
    } catch (error) {
      this.#known = false;
      const failure = new CommitFailed(`the log could not be written: ${messageOf(error)}`, { cause: error });
      for (const { reject } of group) reject(failure);
    }
  }

  /** After a failed commit, what the index noted of it is not in the log. */
  #ensureKnown(): void {
    if (this.#known) return;
    this.#index.load();
    this.#known = true;
  }

  #tell(): void {
    this.bell.ring();
    this.channel.postMessage(null);
  }
}

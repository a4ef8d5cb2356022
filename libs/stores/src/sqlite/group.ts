import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { START, WrongExpectedRevision, type Appended } from '#eventsourcing';
import type { Waiting } from '../appending.js';
import type { LogReads } from './log-reads.js';
import type { StreamIndex } from './stream-index.js';

/** An event as a row of the events table has it. */
export interface EventRow {
  readonly id: string;
  readonly json: string;
}

/** How many rows one statement inserts. */
const ROWS = 16;

/** Writes groups of appends, each group as one transaction. */
export class GroupWriter {
  readonly #insertOne: StatementSync;
  readonly #insertMany: StatementSync;
  #values: (string | number)[] = [];

  constructor(
    private readonly database: DatabaseSync,
    private readonly log: LogReads,
    private readonly index: StreamIndex,
  ) {
    const insert = (rows: number) => `INSERT INTO events VALUES ${Array(rows).fill('(?, ?, ?, ?, ?)').join(', ')}`;
    this.#insertOne = database.prepare(insert(1));
    this.#insertMany = database.prepare(insert(ROWS));
  }

  /** Commits what can be of a group; the outcome of each append, in order. Throws if nothing of it is durable. */
  write(group: readonly Waiting<EventRow>[]): (Appended | WrongExpectedRevision)[] {
    const before = this.index.last;
    try {
      const outcomes = group.map((append) => this.#take(append));
      if (this.index.last > before) {
        this.#flush();
        this.index.write();
        this.database.exec('COMMIT');
      }
      return outcomes;
    } catch (error) {
      this.#values = [];
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  #take({ stream, events, expected }: Waiting<EventRow>): Appended | WrongExpectedRevision {
    const end = this.index.end(stream);
    const actual = end?.revision ?? -1;
    if (actual !== expected) {
      return this.#again(stream, events, expected) ?? new WrongExpectedRevision(stream, expected, actual);
    }
    const ids = new Set(events.map(({ id }) => id));
    if (ids.size < events.length || this.#holdsAny(ids)) return new WrongExpectedRevision(stream, expected, actual);
    let position = end?.position ?? Number(START);
    events.forEach((event, offset) => {
      const revision = expected + 1 + offset;
      position = this.index.add(stream, revision, event.id);
      this.#values.push(position, stream, revision, event.id, event.json);
      if (this.#values.length === ROWS * 5) this.#flush();
    });
    return { revision: expected + events.length, position: BigInt(position) };
  }

  /** The first answer to the very same append, if it was made. */
  #again(stream: string, events: readonly EventRow[], expected: number): Appended | undefined {
    this.#flush();
    const there = this.log.inStream(stream, expected + 1, events.length, this.index.unindexed(stream, expected + 1));
    const last = there.at(-1);
    const same = events.every(({ id }, at) => there[at]?.id === id);
    return last && same ? { revision: last.revision, position: last.position } : undefined;
  }

  #holdsAny(ids: ReadonlySet<string>): boolean {
    for (const id of ids) {
      if (!this.index.mayHold(id)) continue;
      this.#flush();
      if (this.index.holds(id)) return true;
    }
    return false;
  }

  #flush(): void {
    if (this.#values.length === 0) return;
    if (!this.database.isTransaction) this.database.exec('BEGIN IMMEDIATE');
    if (this.#values.length === ROWS * 5) this.#insertMany.run(...this.#values);
    else for (let at = 0; at < this.#values.length; at += 5) this.#insertOne.run(...this.#values.slice(at, at + 5));
    this.#values = [];
  }
}

import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { NewEvent, RecordedEvent } from '#eventsourcing';

/** An event's columns: position, stream, revision, id, and the rest as JSON. */
type Columns = [number, string, number, string, string];

const COLUMNS = 'events.position, events.stream, events.revision, events.id, events.event';

/** Where an event stands. */
export interface Place {
  readonly revision: number;
  readonly position: number;
}

/** What is read of the events table, over one connection. */
export class LogReads {
  readonly #after: StatementSync;
  readonly #at: StatementSync;
  readonly #inStream: StatementSync;
  readonly #end: StatementSync;
  readonly #last: StatementSync;

  constructor(database: DatabaseSync) {
    const prepare = (sql: string) => database.prepare(sql, { returnArrays: true });
    this.#after = prepare(`SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
    this.#at = prepare(`SELECT ${COLUMNS} FROM events WHERE position = ?`);
    this.#inStream = prepare(
      `SELECT ${COLUMNS} FROM places CROSS JOIN events USING (position)
       WHERE places.stream = ? AND places.revision >= ? ORDER BY places.revision LIMIT ?`,
    );
    this.#end = prepare('SELECT revision, position FROM places WHERE stream = ? ORDER BY revision DESC LIMIT 1');
    this.#last = prepare('SELECT coalesce(max(position), 0) FROM events');
  }

  /** Up to `limit` events after a position. */
  after(position: bigint, limit: number): RecordedEvent[] {
    return recorded(this.#after.all(position, limit));
  }

  /** Up to `limit` events of a stream from a revision on: those that `places` knows, and then those at the positions it does not know yet. */
  inStream(stream: string, from: number, limit: number, unindexed: readonly number[]): RecordedEvent[] {
    const most = Math.min(limit, Number.MAX_SAFE_INTEGER);
    const placed = recorded(this.#inStream.all(stream, from, most));
    for (const position of unindexed.slice(0, most - placed.length)) placed.push(...recorded(this.#at.all(position)));
    return placed;
  }

  /** Where a stream ends, as far as `places` knows. */
  end(stream: string): Place | undefined {
    const row = this.#end.get(stream) as [number, number] | undefined;
    return row && { revision: row[0], position: row[1] };
  }

  /** The last position, 0 where there is none. */
  last(): number {
    return (this.#last.get() as unknown as [number])[0];
  }
}

function recorded(rows: unknown): RecordedEvent[] {
  return (rows as Columns[]).map(([position, stream, revision, id, json]) => {
    const { type, at, occurredAt, data, metadata } = JSON.parse(json) as NewEvent;
    return { id, type, data, at, occurredAt, metadata, stream, revision, position: BigInt(position) };
  });
}

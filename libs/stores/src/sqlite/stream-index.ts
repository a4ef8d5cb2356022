import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { fingerprintOf, Fingerprints, packed, unpacked } from './fingerprints.js';
import { CannotOpenLog } from './log-file.js';
import type { LogReads, Place } from './log-reads.js';

/** How many events are kept in memory before their places are written: the more, the less a place costs, and the longer its commit takes. */
const SLICE = 512;

/** Positions of consecutive revisions of a stream from `first` on. */
interface Run {
  readonly first: number;
  readonly positions: number[];
}

/**
 * Knows where each stream ends and which ids are in the log: from `places`, and in memory for the events after those it holds.
 * Which streams there are is known by fingerprint, so that a new one is not looked for on the disk.
 */
export class StreamIndex {
  #upto = 0;
  #last = 0;
  #runs = new Map<string, Run>();
  #ids: Fingerprints = new Fingerprints();
  #streams: Fingerprints = new Fingerprints();
  #fresh: number[] = [];
  readonly #placed: StatementSync;
  readonly #indexed: StatementSync;
  readonly #unindexed: StatementSync;
  readonly #holds: StatementSync;
  readonly #place: StatementSync;
  readonly #mark: StatementSync;

  constructor(
    database: DatabaseSync,
    private readonly log: LogReads,
  ) {
    const prepare = (sql: string) => database.prepare(sql, { returnArrays: true });
    this.#placed = prepare('SELECT stream, count(*) FROM places GROUP BY stream');
    this.#indexed = prepare('SELECT upto, fingerprints FROM indexed ORDER BY upto');
    this.#unindexed = prepare('SELECT position, stream, revision, id FROM events WHERE position > ? ORDER BY position');
    this.#holds = prepare('SELECT 1 FROM events WHERE id = ? LIMIT 1');
    this.#place = prepare(
      `INSERT INTO places (stream, revision, position)
       SELECT stream, revision, position FROM events WHERE position > ? ORDER BY stream, revision`,
    );
    this.#mark = prepare('INSERT INTO indexed (upto, fingerprints) VALUES (?, ?)');
    this.load();
  }

  /** The position of the last event, 0 where there is none. */
  get last(): number {
    return this.#last;
  }

  /** Learns anew what the log holds; throws `CannotOpenLog` if positions are missing from it. */
  load(): void {
    [this.#upto, this.#last, this.#fresh] = [0, 0, []];
    this.#runs = new Map();
    this.#ids = new Fingerprints();
    this.#streams = new Fingerprints();
    for (const [upto, bytes] of this.#indexed.iterate() as Iterable<unknown> as Iterable<[number, Uint8Array]>) {
      for (const fingerprint of unpacked(bytes)) this.#ids.add(fingerprint);
      this.#upto = this.#last = upto;
    }
    let placed = 0;
    for (const [stream, count] of this.#placed.iterate() as Iterable<unknown> as Iterable<[string, number]>) {
      this.#streams.add(fingerprintOf(stream));
      placed += count;
    }
    const rows = this.#unindexed.all(this.#upto) as unknown as [number, string, number, string][];
    for (const [position, stream, revision, id] of rows) this.#note(stream, revision, position, id);
    const count = placed + rows.length;
    if (count !== this.#last || this.log.last() !== this.#last)
      throw new CannotOpenLog(
        `the log is damaged: it holds ${String(count)} events up to position ${String(this.#last)}`,
      );
  }

  /** Where a stream ends; `undefined` if there is none. */
  end(stream: string): Place | undefined {
    const run = this.#runs.get(stream);
    const position = run?.positions.at(-1);
    if (run && position !== undefined) return { revision: run.first + run.positions.length - 1, position };
    return this.#streams.has(fingerprintOf(stream)) ? this.log.end(stream) : undefined;
  }

  /** The positions of a stream's events from a revision on that are not in `places` yet. */
  unindexed(stream: string, from: number): readonly number[] {
    const run = this.#runs.get(stream);
    return run ? run.positions.slice(Math.max(0, from - run.first)) : [];
  }

  /** Whether an event with this id may have been noted: `false` is certain, `true` all but certain. */
  mayHold(id: string): boolean {
    return this.#ids.has(fingerprintOf(id));
  }

  /** Whether an event with this id is in the log, for which the whole log is looked through. */
  holds(id: string): boolean {
    return this.#holds.get(id) !== undefined;
  }

  /** Notes the event that follows all others, and its position. */
  add(stream: string, revision: number, id: string): number {
    return this.#note(stream, revision, this.#last + 1, id);
  }

  /** Writes the places of what was noted, once that is worth it; within the transaction that writes the events. */
  write(): void {
    if (this.#fresh.length < SLICE) return;
    this.#place.run(this.#upto);
    this.#mark.run(this.#last, packed(this.#fresh));
    this.#upto = this.#last;
    this.#fresh = [];
    this.#runs.clear();
  }

  #note(stream: string, revision: number, position: number, id: string): number {
    const run = this.#runs.get(stream);
    if (run) run.positions.push(position);
    else {
      this.#runs.set(stream, { first: revision, positions: [position] });
      this.#streams.add(fingerprintOf(stream));
    }
    const fingerprint = fingerprintOf(id);
    this.#ids.add(fingerprint);
    this.#fresh.push(fingerprint);
    this.#last = position;
    return position;
  }
}

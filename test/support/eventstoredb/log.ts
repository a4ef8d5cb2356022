import { EventEmitter, once } from 'node:events';

/** An event as the server keeps it; `position` is where its record begins in the transaction log. */
export interface LogRecord extends Proposed {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  /** Ticks of 100 ns since 1970. */
  readonly created: string;
}

/** An event as a client asks for it to be written. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** What a client expects of a stream: a revision, that there is none, that there is one, or anything. */
export type Expected = number | 'none' | 'exists' | 'any';

/** What came of a write. */
export type Written =
  | { readonly is: 'written'; readonly revision: number; readonly position: number }
  | { readonly is: 'wrong'; readonly current: number }
  | { readonly is: 'too-large'; readonly most: number }
  | { readonly is: 'deleted' };

interface Stream {
  readonly records: LogRecord[];
  /** Events before this revision are not read; beyond the last, the stream counts as deleted until it is written again. */
  from: number;
  tombstoned: boolean;
}

/** What a server takes at once unless it is set to less. */
const MOST_BYTES = 1024 * 1024;
const RECORD_OVERHEAD = 97;

/** The transaction log of one server, which outlives its restarts. */
export class TransactionLog {
  readonly records: LogRecord[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #mostBytes: number;
  readonly #news = new EventEmitter().setMaxListeners(0);
  #end = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
    for (const stream of ['$$$stats-127.0.0.1:2113', '$users', '$scavenges']) this.#system(stream, '$started');
  }

  /** Appends all of the events or none, as EventStoreDB decides it; an id is the same write again only at an exact revision. */
  append(stream: string, events: readonly Proposed[], expected: Expected): Written {
    const there = this.#streams.get(stream);
    if (there?.tombstoned) return { is: 'deleted' };
    const size = events.reduce(
      (sum, { data, metadata, type }) => sum + data.length + metadata.length + 2 * type.length,
      0,
    );
    if (size > this.#mostBytes) return { is: 'too-large', most: this.#mostBytes };
    const current = (there?.records.length ?? 0) - 1;
    const gone = there === undefined || there.from > current;
    const wrong = { is: 'wrong', current } as const;
    if (expected === 'exists' && gone) return wrong;
    const at = expected === 'none' ? (gone ? current : -1) : typeof expected === 'number' ? expected : current;
    if (at > current) return wrong;
    if (at < current) {
      const same = events.map(({ id }, index) => [there?.records[at + 1 + index], id] as const);
      const last = same.at(-1)?.[0];
      const again = last && same.every(([record, id]) => record?.id === id);
      return again ? { is: 'written', revision: last.revision, position: last.position } : wrong;
    }
    if (new Set(events.map(({ id }) => id)).size < events.length) return wrong;
    if (there && gone) there.from = current + 1;
    for (const event of events) this.#write(stream, event);
    this.#news.emit('news');
    return { is: 'written', revision: current + events.length, position: this.records.at(-1)?.position ?? 0 };
  }

  /** Deletes a stream so that it may be written again, from the revision after its last. */
  delete(stream: string, expected: Expected): Written {
    return this.#finish(stream, expected, (there) => {
      there.from = Infinity;
      this.#system(`$$${stream}`, '$metadata', { $tb: Number.MAX_SAFE_INTEGER });
    });
  }

  /** Deletes a stream for ever. */
  tombstone(stream: string, expected: Expected): Written {
    return this.#finish(stream, expected, (there) => {
      there.tombstoned = true;
      this.#system(stream, '$streamDeleted');
    });
  }

  /** The events of a stream that can be read, or why there are none. */
  read(stream: string): readonly LogRecord[] | 'none' | 'deleted' {
    const there = this.#streams.get(stream);
    if (there?.tombstoned) return 'deleted';
    if (!there || there.from >= there.records.length) return 'none';
    return there.from === 0 ? there.records : there.records.slice(there.from);
  }

  /** The index of the record that begins at a position, or of the end; undefined where no record begins. */
  indexAt(position: number): number | undefined {
    let [low, high] = [0, this.records.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.records[middle]!.position < position) low = middle + 1;
      else high = middle;
    }
    return (this.records[low]?.position ?? this.#end) === position ? low : undefined;
  }

  /** Resolves once there is more than this number of records; rejects when the signal aborts. */
  async beyond(count: number, signal: AbortSignal): Promise<void> {
    while (this.records.length <= count) await once(this.#news, 'news', { signal });
  }

  /** An event that the server writes for itself. */
  writeSystemEvent(): void {
    this.#system('$$$stats-127.0.0.1:2113', '$statsCollected');
    this.#news.emit('news');
  }

  #finish(stream: string, expected: Expected, end: (there: Stream) => void): Written {
    const there = this.#streams.get(stream) ?? { records: [], from: 0, tombstoned: false };
    if (there.tombstoned) return { is: 'deleted' };
    const current = there.records.length - 1;
    const right =
      expected === 'any' || (expected === 'exists' ? current >= 0 : expected === (current < 0 ? 'none' : current));
    if (!right) return { is: 'wrong', current };
    this.#streams.set(stream, there);
    end(there);
    this.#news.emit('news');
    return { is: 'written', revision: current, position: this.records.at(-1)!.position };
  }

  #system(stream: string, type: string, data: object = {}): void {
    const [id, metadata] = [crypto.randomUUID(), Buffer.from('{}')];
    this.#write(stream, {
      id,
      type,
      contentType: 'application/json',
      data: Buffer.from(JSON.stringify(data)),
      metadata,
    });
  }

  #write(stream: string, event: Proposed): void {
    const there = this.#streams.get(stream) ?? { records: [], from: 0, tombstoned: false };
    this.#streams.set(stream, there);
    const created = `${String(Date.now())}0000`;
    const record = { ...event, stream, revision: there.records.length, position: this.#end, created };
    there.records.push(record);
    this.records.push(record);
    this.#end += RECORD_OVERHEAD + stream.length + event.type.length + event.data.length + event.metadata.length;
  }
}

import type { RecordedEvent, Row } from '#eventsourcing';

/** The two times of a read: `asOf` (ISO 8601, default now) is the world's, `knownAt` (default latest) the ledger's. */
export interface Times {
  readonly asOf?: string | undefined;
  readonly knownAt?: { readonly position: bigint } | { readonly time: string } | undefined;
}

/** The times an answer was given at; asked again with this `asOf` and `knownAt.position`, the same comes for ever. */
export interface At {
  readonly asOf: string;
  /** The last position taken into account, and when the ledger reached it (`null` before the first event). */
  readonly knownAt: { readonly position: bigint; readonly time: string | null };
  /** The position that the views read stood at. */
  readonly position: bigint;
  /** The views read that have stopped: their rows are as of the event they stopped at. */
  readonly failures: readonly ViewFailure[];
}

/** Where and why a view stopped. */
export interface ViewFailure {
  readonly view: string;
  readonly position: bigint;
  readonly eventId: string;
  readonly type: string;
  readonly message: string;
}

/** A row as it is visible, with where it came from; `revision` is the stream's at that event. */
export interface RowAnswer {
  readonly key: string;
  readonly row: Row;
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly validFrom: string;
}

/** One version of a row; `null` stands for "until further notice", and `row` is `null` where there was no row. */
export interface VersionAnswer {
  readonly key: string;
  readonly row: Row | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly knownFrom: bigint;
  readonly knownTo: bigint | null;
  /** The event that made it; where that is the approval of a correction, `correction` says of which event, and why. */
  readonly event: Omit<RecordedEvent, 'data'>;
  readonly correction?:
    { readonly correctionId: string; readonly eventId: string; readonly reason: string } | undefined;
}

/** A condition on a column (or `key`): one of these values, `null` meaning that there is none. */
export interface Condition {
  readonly column: string;
  readonly in: readonly (string | null)[];
}

/** What to list; `cursor` is the one of the page before, which must have been asked with the same view, conditions and sort. */
export interface ListRequest extends Times {
  readonly where?: readonly Condition[];
  readonly sort?: readonly { readonly column: string; readonly descending?: boolean }[];
  /** Between 1 and 1,000, 100 if not given. */
  readonly limit?: number;
  readonly cursor?: string | undefined;
}

/** A page of rows; `next` is missing on the last one. Missing values sort last, whatever the direction. */
export interface Page extends At {
  readonly rows: readonly RowAnswer[];
  readonly next?: string;
}

/** Which rows of a view to compare, and between which moments; what is said of neither is the same for both. */
export interface DiffRequest extends Omit<ListRequest, 'sort' | keyof Times> {
  readonly from: Times;
  readonly to: Times;
}

/** A row that is not the same at two moments: it was added where there is none before, and removed where there is none after. */
export interface RowChange {
  readonly key: string;
  readonly before: RowAnswer | null;
  readonly after: RowAnswer | null;
  /** The events by which it differs, in log order: those in force at one of the moments only, and corrections approved between them. */
  readonly events: readonly RecordedEvent[];
}

/** A page of what differs between two moments, by key; `next` is missing on the last one. */
export interface Diff {
  readonly from: At;
  readonly to: At;
  readonly rows: readonly RowChange[];
  readonly next?: string;
}

/** Which changes of a view to answer: those after a position, in the rows that meet all conditions before or after. */
export interface ChangesRequest {
  /** How far the view has come if it is not given: there are none yet. */
  readonly after?: bigint | undefined;
  readonly where?: readonly Condition[];
  /** Of how many events to answer the changes at most: between 1 and 1,000, 100 if not given. */
  readonly limit?: number;
}

/** A row before and after; `null` where there is none. */
export type ChangedRow = Omit<RowChange, 'events'>;

/**
 * What changed in a view, event by event in log order, up to a position: the rows as they are to be in the end, whatever is true now, so that
 * what is dated ahead is there at once.
 */
export interface Changes {
  readonly position: bigint;
  readonly changes: readonly { readonly event: RecordedEvent; readonly rows: readonly ChangedRow[] }[];
  readonly failures: readonly ViewFailure[];
}

/** An answer to a question. */
export interface Answer extends At {
  readonly answer: object;
}

/** The answers to a question at two moments. */
export interface Comparison {
  readonly from: Answer;
  readonly to: Answer;
}

/** What a figure is made of: rows of a view, each with the events that made it what it is. */
export interface Explanation extends At {
  readonly view: string;
  /** What all the rows add up to, exactly, on whatever page they are; and how many they are. */
  readonly sum: string;
  readonly count: number;
  /** `adds` is what a row adds to the figure, `null` where that is not known. */
  readonly rows: readonly (RowAnswer & { readonly adds: string | null; readonly events: readonly RecordedEvent[] })[];
  readonly next?: string;
}

/** What a view comes to: `digest` is SHA-256, in hex, of all its versions, `position` how far it has come, if that is less than was asked. */
export interface ViewDigest {
  readonly name: string;
  /** Of its columns and folds, in hex: by other code it may come to something else. */
  readonly hash: string;
  readonly position: bigint;
  readonly digest: string;
}

/** What all views come to, as known at one position. */
export interface Digests extends Omit<At, 'asOf'> {
  readonly views: readonly ViewDigest[];
}

/** Which events to list, in log order. */
export interface EventsRequest {
  readonly type?: string | undefined;
  readonly party?: string | undefined;
  readonly stream?: string | undefined;
  readonly after?: bigint | undefined;
  /** Between 1 and 1,000, 100 if not given. */
  readonly limit?: number | undefined;
  readonly knownAt?: Times['knownAt'];
}

/** Events in log order, up to the position that the list was made at. */
export interface EventsAnswer {
  readonly events: readonly RecordedEvent[];
  readonly position: bigint;
}

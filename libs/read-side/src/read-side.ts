import type { AnyQuestion, AnyView, RecordedEvent, Row } from '#eventsourcing';

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

/** An answer to a question. */
export interface Answer extends At {
  readonly answer: object;
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

/** How a view fares: `building` is its first fold, or the position that the one to replace it has come to. */
export interface ViewStatus {
  readonly name: string;
  readonly status: 'live' | 'building' | 'failed';
  readonly position: bigint;
  /** Of its columns and folds, in hex. */
  readonly hash: string;
  readonly failure?: ViewFailure;
  readonly building?: { readonly hash: string; readonly position: bigint };
}

/** How the read side fares; `lag` is how many positions the store is ahead. */
export interface ReadSideStatus {
  readonly position: bigint;
  readonly storePosition: bigint;
  readonly lag: bigint;
  /** How many events had a type that no view reads, by type, since this process began. */
  readonly unknownTypes: Readonly<Record<string, number>>;
  readonly views: readonly ViewStatus[];
  /** Why projecting is interrupted, while it is tried again. */
  readonly trouble?: string;
}

/**
 * Everything anyone reads. Throws `BadQuestion` for what cannot be answered (400), `NotFound` for a view or question there is not (404),
 * `NotReady` while what was asked for is not there yet (503), `ReadSideDown` when it no longer runs.
 */
export interface ReadSide {
  readonly views: readonly AnyView[];
  readonly questions: readonly AnyQuestion[];
  list(view: string, request?: ListRequest): Promise<Page>;
  row(view: string, key: string, times?: Times): Promise<(RowAnswer & At) | undefined>;
  /** Every version of a row as of `knownAt`, oldest knowledge first; `asOf` plays no part. */
  history(view: string, key: string, times?: Times): Promise<readonly VersionAnswer[]>;
  /** `parameters` are valid by the question's class. */
  ask(question: string, parameters: object, times?: Times): Promise<Answer>;
  explain(
    question: string,
    parameters: object,
    label: string,
    request?: Omit<ListRequest, 'where' | 'sort'>,
  ): Promise<Explanation>;
  events(request?: EventsRequest): Promise<EventsAnswer>;
  status(): Promise<ReadSideStatus>;
  /** Folds a view anew from the log, beside the one that answers meanwhile; resolves when it has taken its place. */
  rebuild(view: string): Promise<void>;
  /** SHA-256, in hex, of all versions of a view: a function of the log alone. */
  digest(view: string): Promise<string>;
  /** Whether every live view, and the first fold of any other, reached the position within so many milliseconds. */
  waitFor(position: bigint, milliseconds: number): Promise<boolean>;
  close(): Promise<void>;
}

/** There is no view or question of this name. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** Not there yet, but soon: the log is ahead of the read side, or a view is folded for the first time. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

/** The read side does not run: its thread ended, or it was closed. */
export class ReadSideDown extends Error {
  override readonly name = 'ReadSideDown';
}

import type { AnyQuestion, AnyView } from '#eventsourcing';
import type {
  Answer,
  At,
  Changes,
  ChangesRequest,
  Comparison,
  Diff,
  DiffRequest,
  Digests,
  EventsAnswer,
  EventsRequest,
  Explanation,
  ListRequest,
  Page,
  RowAnswer,
  Times,
  VersionAnswer,
  ViewFailure,
} from './answers.js';

export type * from './answers.js';

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
  /** What differs between two moments, by key. */
  diff(view: string, request: DiffRequest): Promise<Diff>;
  /** What changed after a position, as far as the view has come; the same whenever it is asked. */
  changes(view: string, request: ChangesRequest): Promise<Changes>;
  /** Resolves with how far the read side has come once that is after a position, or with where it is after so many milliseconds. */
  moved(after: bigint, milliseconds: number): Promise<bigint>;
  /** `parameters` are valid by the question's class. */
  ask(question: string, parameters: object, times?: Times): Promise<Answer>;
  /** The answers at two moments; what is said of neither is the same for both. */
  compare(
    question: string,
    parameters: object,
    moments: { readonly from: Times; readonly to: Times },
  ): Promise<Comparison>;
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
  /** What every view comes to, as known at a moment that is not after the last: the same for ever, whatever comes after. */
  digests(knownAt?: Times['knownAt']): Promise<Digests>;
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

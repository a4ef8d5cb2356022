import type { LedgerClient } from '../ledger-client.js';
import type { EventBehind } from './event-line.js';
import { addressOf, type Subject } from './address-of.js';

/** The two times of a moment, as the ledger sends them. */
export interface At {
  readonly asOf: string;
  readonly knownAt: { readonly position: string };
  readonly stopped?: readonly { readonly view: string }[];
}

type Fields = Readonly<Record<string, unknown>>;

/** What is not the same at two moments: a row of a view by its key, or a part of an answer by its place. */
export interface Difference {
  readonly key?: string;
  readonly at?: readonly string[];
  readonly change: 'added' | 'changed' | 'removed';
  /** The columns of a row that differ. */
  readonly columns?: readonly string[];
  readonly before: Fields | null;
  readonly after: Fields | null;
  /** Of each number of an answer that differs, how much. */
  readonly difference?: Fields | null;
  readonly events?: readonly EventBehind[];
}

/** A page of what differs in a subject, as the ledger sends it. */
export interface Differences {
  readonly from: At;
  readonly to: At;
  readonly rows: readonly Difference[];
  readonly next?: string;
}

/** The parameters that say which two moments are compared. */
export type Moments = Readonly<
  Record<'asOf' | 'from.asOf' | 'from.knownAt' | 'to.asOf' | 'to.knownAt', string | undefined>
>;

/** The pages of what differs in a subject between two moments. */
export async function* differencesIn(
  ledger: LedgerClient,
  subject: Subject,
  moments: Moments,
): AsyncGenerator<Differences> {
  const limit = subject.kind === 'views' ? '1000' : undefined;
  let next: string | undefined = addressOf(subject, { ...moments, limit }, '/diff');
  while (next !== undefined) {
    const page = (await (await ledger.read(next)).json()) as Differences;
    yield page;
    next = page.next;
  }
}

/** The very moments that an answer was given for. */
export function momentsOf({ from, to }: Differences): Moments {
  return {
    asOf: undefined,
    'from.asOf': from.asOf,
    'from.knownAt': from.knownAt.position,
    'to.asOf': to.asOf,
    'to.knownAt': to.knownAt.position,
  };
}

import { uuidv5, type ImportedFrom } from '#eventsourcing';
import type { Entry } from './entry.js';

/** The source's name in streams and identities. */
export const SOURCE = 'kiel';

/** The name of everything that one release brings: its import, its rate set, and the beginning of its pledges' ids. */
export function releaseId(release: string): string {
  return `${SOURCE}-${release}`;
}

/** A foreign id as part of an identity of the ledger: what is no ASCII letter, digit, dot, dash or underscore becomes its code. */
export function asId(foreign: string): string {
  return foreign.replaceAll(/[^A-Za-z0-9._-]/g, (mark) => `u${mark.charCodeAt(0).toString(16).padStart(4, '0')}.`);
}

/** The identity of a command: what it does to what, in which release, by what these rows say (R31). */
export function commandIdFor(
  release: string,
  type: string,
  target: string,
  rows: readonly Pick<Entry, 'row' | 'hash'>[],
): string {
  return uuidv5(JSON.stringify([SOURCE, release, type, target, rows.map(({ row, hash }) => [row, hash])]));
}

/** Entries as the rows that an event names. */
export function rowsOf(entries: readonly Pick<Entry, 'row' | 'hash'>[]): ImportedFrom['rows'] {
  return entries.map(({ row, hash }) => ({ row, hash }));
}

/** The day's midnight in UTC. */
export function midnight(day: string): string {
  return `${day}T00:00:00.000Z`;
}

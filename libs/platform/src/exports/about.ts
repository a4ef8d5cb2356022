import type { At } from '#read-side';
import { address, sameTimes } from '../reads/answer.js';
import type { Query } from '../reads/query.js';

/** The times of an export for who reads it, and the address that answers the same for ever. */
export function aboutTimes(path: readonly string[], query: Query, at: At): [string, string][] {
  return [
    ['asOf', at.asOf],
    ['knownAt', at.knownAt.time ?? 'before the first event'],
    ['position', String(at.knownAt.position)],
    ...at.failures.map(({ view, position }): [string, string] => ['stopped', `${view} at position ${position}`]),
    ['address', address(path, { ...query, download: undefined, ...sameTimes(at) })],
  ];
}

/** The name of the file of an export: what it is of, when, and as known at which position. */
export function fileName(name: string, { asOf, knownAt }: At): string {
  return `${name}-${asOf.slice(0, 10)}-${String(knownAt.position)}`;
}

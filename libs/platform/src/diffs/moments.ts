import type { At, Times } from '#read-side';
import type { AnswerHeaders } from '../problems/problem.js';
import { atBody, atHeaders, type AtBody } from '../reads/answer.js';
import { notUnderstood, type Query } from '../reads/query.js';
import { TIMES, timesOf } from '../reads/times.js';

const OF_ONE = [...TIMES.map((name) => `from.${name}` as const), ...TIMES.map((name) => `to.${name}` as const)];

/** The parameters that say which two moments to compare: those of one moment, and those of both. */
export const MOMENTS = [...OF_ONE, ...TIMES] as const;

/** Two moments to compare. */
export interface Moments {
  readonly from: Times;
  readonly to: Times;
}

/** The moments that an address names: `asOf` and `knownAt` hold for both but where `from.` or `to.` says otherwise. */
export function momentsOf(query: Query): Moments {
  if (!OF_ONE.some((name) => Object.hasOwn(query, name)))
    throw notUnderstood('from.asOf', `Two moments are compared: give at least one of ${OF_ONE.join(', ')}`);
  const both = timesOf(query);
  const one = (prefix: string): Times => {
    const { asOf, knownAt } = timesOf(query, prefix);
    return { asOf: asOf ?? both.asOf, knownAt: knownAt ?? both.knownAt };
  };
  return { from: one('from.'), to: one('to.') };
}

/** The two moments of an answer, for its body. */
export function momentsBody({ from, to }: { from: At; to: At }): { from: AtBody; to: AtBody } {
  return { from: atBody(from), to: atBody(to) };
}

/** The two moments of an answer, for its headers: the later one's as of any answer, the other's beside. */
export function momentsHeaders({ from, to }: { from: At; to: At }): AnswerHeaders {
  return { ...atHeaders(to), 'from-as-of': from.asOf, 'from-known-at': String(from.knownAt.position) };
}

/** The two moments of an answer as parameters of an address, to compare the same again. */
export function sameMoments({ from, to }: { from: At; to: At }): Readonly<Record<string, string | undefined>> {
  return {
    asOf: undefined,
    knownAt: undefined,
    'from.asOf': from.asOf,
    'from.knownAt': String(from.knownAt.position),
    'to.asOf': to.asOf,
    'to.knownAt': String(to.knownAt.position),
  };
}

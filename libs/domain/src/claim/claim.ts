import { decider, ensure, type CommandsOf, type Event } from '#eventsourcing';
import { plain, same } from '../values/plain.js';
import type * as commands from './claim.commands.js';
import type { Evidence } from './claim.commands.js';

/** A claim as it was recorded; claims of a subject are numbered from 1. */
export interface Said {
  readonly number: number;
  readonly value: string;
  readonly source: string;
  readonly said?: string;
  readonly learnt?: string;
  readonly evidence?: Evidence;
  readonly note?: string;
}

/** `otherwise` are the claims known by then that state another value of the same field. */
export type ClaimRecorded = Event<
  'ClaimRecorded',
  Said & { readonly subject: string; readonly field: string; readonly otherwise: readonly Said[] }
>;
/** `values` are all that were claimed; `before` is the one that was chosen earlier. */
export type ConflictResolved = Event<
  'ConflictResolved',
  { subject: string; field: string; values: readonly string[]; before?: string; chosen: string; reason: string }
>;

export type ClaimsEvent = ClaimRecorded | ConflictResolved;
export type ClaimsCommand = CommandsOf<typeof commands>;

/** The claims about a subject by field, and what was chosen among them, out of which values. */
export interface ClaimsState {
  readonly number: number;
  readonly claims: ReadonlyMap<string, readonly Said[]>;
  readonly resolved: ReadonlyMap<string, { readonly chosen: string; readonly values: readonly string[] }>;
}

/** Who said what about a subject, and which of contradicting values is used (R7). */
export const Claims = decider<ClaimsCommand, ClaimsEvent, ClaimsState>({
  stream: 'claim',
  id: 'subject',
  initial: { number: 0, claims: new Map(), resolved: new Map() },
  may: {
    RecordClaim: ['operator', 'coordinator', 'recipient', 'historian'],
    ResolveConflict: ['coordinator', 'historian'],
  },

  decide: {
    RecordClaim: ({ data: { subject, field, source, ...words } }, { number, claims }) => {
      ensure(source !== undefined, 'NoSource', {});
      const before = claims.get(field) ?? [];
      const claim = plain({ number: number + 1, source, ...words });
      if (before.some((one) => same(identityOf(one), identityOf(claim)))) return [];
      const otherwise = before.filter(({ value }) => value !== claim.value);
      return [{ type: 'ClaimRecorded', data: { subject, field, ...claim, otherwise } }];
    },

    ResolveConflict: ({ data: { subject, field, chosen, reason } }, { claims, resolved }) => {
      const values = valuesOf(claims.get(field) ?? []);
      ensure(values.length > 1, 'NoConflict', { field, values });
      ensure(values.includes(chosen), 'NotClaimed', { field, values });
      ensure(reason !== undefined, 'NoReason', {});
      const before = resolved.get(field);
      if (before?.chosen === chosen && same(before.values, values)) return [];
      const data = { subject, field, values, before: before?.chosen, chosen, reason };
      return [{ type: 'ConflictResolved', data: plain(data) }];
    },
  },

  evolve: {
    ClaimRecorded: (state, { data }) => {
      const { field, number, value, source, said, learnt, evidence, note } = data;
      const claim = plain({ number, value, source, said, learnt, evidence, note });
      const claims = new Map(state.claims).set(field, [...(state.claims.get(field) ?? []), claim]);
      return { ...state, number, claims };
    },
    ConflictResolved: (state, { data: { field, chosen, values } }) => ({
      ...state,
      resolved: new Map(state.resolved).set(field, { chosen, values }),
    }),
  },
});

/** What makes a claim another one: the same, learnt again or annotated, is not. */
function identityOf({ value, source, said, evidence }: Said) {
  return { value, source, said, evidence };
}

function valuesOf(claims: readonly Said[]): readonly string[] {
  return [...new Set(claims.map(({ value }) => value))];
}

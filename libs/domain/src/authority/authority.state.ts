import { ensure, type CommandsOf, type Event } from '#eventsourcing';
import { compareCents, minus, remainder, sum } from '../values/decimal.js';
import { dayOf, endOf } from '../values/days.js';
import type { Amount } from '../values/money.js';
import { goingOn, type Stage } from '../values/stage.js';
import { inTime } from '../values/time.js';
import type { Party } from '../values/words.js';
import type * as commands from './authority.commands.js';

export type AuthorityCommand = CommandsOf<typeof commands>;

/** A change of a sum, from a time of the world on. */
interface Entry {
  readonly from: string;
  readonly amount: string;
}

/** A revaluation that somebody proposed. */
export interface DrawsProposal {
  readonly subject: string;
  readonly delta: Amount;
  readonly method: string;
  readonly said: object;
}

/** An authority that was opened; its ceilings (totals) and its movements (what was drawn, and by how much that was revalued) stand in the order of the world's time. */
export interface Authority {
  readonly status: 'opened';
  readonly donor: Party;
  readonly currency: string;
  readonly until?: string | undefined;
  readonly said: object;
  readonly ceilings: readonly Entry[];
  /** The times at which a raise was to take effect that was taken back. */
  readonly revoked: ReadonlySet<string>;
  readonly movements: readonly Entry[];
  /** What was asked for, by draw. */
  readonly draws: ReadonlyMap<string, object>;
  readonly proposals: ReadonlyMap<string, DrawsProposal>;
  /** The proposals that were carried out. */
  readonly carriedOut: ReadonlySet<string>;
  readonly lapsed: boolean;
}

export type AuthorityState = { readonly status: 'none' } | Authority;

/** The rows of one part of an authority's life. */
export type AuthorityStage<Type extends AuthorityCommand['type'], E extends Event, Also extends Event = never> = Stage<
  Extract<AuthorityCommand, { type: Type }>,
  E,
  AuthorityState,
  Also
>;

/** How an authority stands from a time on, until it changes again. */
export interface Standing {
  readonly at: string;
  readonly ceiling: string;
  readonly drawn: string;
}

/** Unused authority lapses; said again, for the same day, where a fact of an earlier time is learnt later. */
export type AuthorityLapsed = Event<
  'AuthorityLapsed',
  {
    authorityId: string;
    donor: Party;
    currency: string;
    until: string;
    ceiling: string;
    drawn: string;
    unused: string;
  }
>;

/** The authority if it is the actor's own: `NoSuchAuthority`, `NotTheDonor` (R1). */
export function ownAuthority(
  state: AuthorityState,
  authorityId: string,
  { party }: { readonly party: Party },
): Authority {
  ensure(state.status === 'opened', 'NoSuchAuthority', { authorityId });
  ensure(state.donor === party, 'NotTheDonor', { donor: state.donor });
  return state;
}

/** States that an authority is open at a time (R3): `AuthorityNotOpen`, `AuthorityLapsed`. */
export function ensureOpen({ ceilings, until }: Authority, time: string): void {
  const from = ceilings[0]?.from;
  ensure(from === undefined || from <= time, 'AuthorityNotOpen', { from });
  ensure(until === undefined || dayOf(time) <= until, 'AuthorityLapsed', { until });
}

/** How an authority stands at a time, and at each time after it at which it changes. */
export function standings({ ceilings, movements }: Authority, since: string): readonly [Standing, ...Standing[]] {
  const ceilingAt = (time: string) => ceilings.findLast(({ from }) => from <= time)?.amount ?? '0';
  const before = movements.filter(({ from }) => from <= since);
  const first = { at: since, ceiling: ceilingAt(since), drawn: sum(before.map(({ amount }) => amount)) };
  const later = [...ceilings, ...movements].map(({ from }) => from).filter((from) => from > since);
  let { drawn } = first;
  const following = [...new Set(later)].sort().map((at) => {
    drawn = sum([drawn, ...movements.filter(({ from }) => from === at).map(({ amount }) => amount)]);
    return { at, ceiling: ceilingAt(at), drawn };
  });
  return [first, ...following];
}

/** States that a movement at a time leaves what is drawn within the ceiling, then and at every later time that is known (R3). */
export function ensureWithin(authority: Authority, amount: string, since: string): void {
  const known = standings(authority, since);
  const room = ({ ceiling, drawn }: Standing) => minus(ceiling, drawn);
  const tightest = known.reduce((least, one) => (compareCents(room(one), room(least)) < 0 ? one : least));
  const { at, ceiling, drawn } = tightest;
  const facts = { ceiling, drawn, remaining: remainder(ceiling, drawn), currency: authority.currency, on: dayOf(at) };
  ensure(compareCents(amount, room(tightest)) <= 0, 'AuthorityExceeded', facts);
}

/** The lapse of an authority with a last day, as of that day. */
export function lapse(authorityId: string, authority: Authority, until: string) {
  const over = endOf(until);
  const { donor, currency } = authority;
  const before = { ...authority, movements: authority.movements.filter(({ from }) => from < over) };
  const [{ ceiling, drawn }] = standings(before, over);
  const data = { authorityId, donor, currency, until, ceiling, drawn, unused: remainder(ceiling, drawn) };
  return { type: 'AuthorityLapsed' as const, data, occurredAt: over };
}

/** The lapse said again, where it was said before a fact of an earlier time changed the authority. */
export function lapsedAnew(authorityId: string, { lapsed, until }: Authority, time: string, changed: Authority) {
  return lapsed && until !== undefined && dayOf(time) <= until ? [lapse(authorityId, changed, until)] : [];
}

/** The authority with a ceiling from a time on. */
export function withCeiling(authority: Authority, entry: Entry): Authority {
  return { ...authority, ceilings: inTime(authority.ceilings, entry) };
}

/** The authority without the last raise that was to take effect at a time. */
export function withoutCeiling(authority: Authority, time: string): Authority {
  const index = authority.ceilings.findLastIndex(({ from }) => from === time);
  const revoked = new Set(authority.revoked).add(time);
  return { ...authority, ceilings: authority.ceilings.toSpliced(index, 1), revoked };
}

/** The authority with something drawn, or what was drawn revalued. */
export function withMovement(authority: Authority, entry: Entry): Authority {
  return { ...authority, movements: inTime(authority.movements, entry) };
}

/** A row of evolve for events of an authority that was opened. */
export const changing = goingOn<AuthorityState, 'none'>('none', 'opened');

import { ensure, type Decided, type Event } from '#eventsourcing';
import { compare, remainder, sum } from '../values/decimal.js';
import type { Matched, Terms } from '../values/matching.js';
import { isLedger } from '../values/acting.js';
import { orNews } from '../values/news.js';
import { plain, same, type Plain } from '../values/plain.js';
import { rules, type Breach } from '../values/rules.js';
import type { Party } from '../values/words.js';
import { holdMatchable } from './requirement.rules.js';
import {
  changing,
  reservationOf,
  submittedRequirement,
  type Requirement,
  type RequirementStage,
  type Reservation,
} from './requirement.state.js';

interface OfReservation {
  requirementId: string;
  recipient: Party;
  pledgeId: string;
  allocationId: string;
  matchId?: string;
}

/** `terms` are what the allocation of a match will say. */
export type RequirementReserved = Event<
  'RequirementReserved',
  OfReservation & {
    donor: Party;
    lines: readonly Matched[];
    terms?: Plain<Terms>;
    breaches?: readonly Breach[];
  }
>;
/** What the ledger itself asked for and the law refused: the refusal's code, and what it says. */
export type ReservationRefused = Event<
  'ReservationRefused',
  OfReservation & {
    donor: Party;
    lines: readonly Matched[];
    code: string;
    facts: Readonly<Record<string, unknown>>;
  }
>;
/** From and to are what is matched: `to` is what was handed over. Both are empty where it was given back before it was reserved. */
export type ReservationReleased = Event<
  'ReservationReleased',
  OfReservation & { donor?: Party; from: readonly Matched[]; to: readonly Matched[]; reason?: string }
>;

export type ReservingEvent = RequirementReserved | ReservationRefused | ReservationReleased;
type ReservingCommand = 'ReserveRequirement' | 'ReleaseReservation';

/** What is needed is matched with what is allocated, never more than is validated (R4, R5). */
export const reserving: RequirementStage<ReservingCommand, ReservingEvent> = {
  may: {
    ReserveRequirement: ['policy', 'coordinator', 'historian'],
    ReleaseReservation: ['policy', 'coordinator', 'historian'],
  },

  decide: {
    ReserveRequirement: ({ data, metadata }, state) => {
      const { requirementId, matchId } = data;
      const requirement = submittedRequirement(state, requirementId);
      const { recipient, reservations, refused } = requirement;
      const before = reservations.get(reservationOf(data));
      const said = { ...plain(data), recipient };
      if (before?.status === 'held' && same(before.said, said)) return [];
      if (isLedger(metadata.by) && refused.has(refusalOf(data))) return [];
      const reserve = (): readonly Decided<RequirementReserved>[] => {
        const law = rules(metadata);
        ensure(isLedger(metadata.by) || matchId === undefined, 'MatchActsItself', { matchId });
        ensure(!before, 'ReservationExists', { status: before?.status });
        holdMatchable(law, requirement, plain(data.lines), metadata.occurredAt);
        return [{ type: 'RequirementReserved', data: plain({ ...said, breaches: law.breaches }) }];
      };
      return orNews<RequirementReserved | ReservationRefused>(metadata.by, reserve, (refusal) => ({
        type: 'ReservationRefused',
        data: plain({ ...said, terms: undefined, ...refusal }),
      }));
    },

    ReleaseReservation: ({ data, metadata }, state) => {
      const { requirementId, pledgeId, allocationId, reason } = data;
      const requirement = submittedRequirement(state, requirementId);
      const before = requirement.reservations.get(reservationOf(data));
      if (before?.status === 'released') return [];
      ensure(before ?? isLedger(metadata.by), 'NoSuchReservation', { pledgeId, allocationId });
      const { donor, matchId, lines: from = [] } = before ?? {};
      const to = keptOf(from, data.kept ?? []);
      const { recipient } = requirement;
      const event = { requirementId, recipient, pledgeId, allocationId, matchId, donor, from, to, reason };
      return [{ type: 'ReservationReleased', data: plain(event) }];
    },
  },

  evolve: {
    RequirementReserved: changing<RequirementReserved>((requirement, { data }) => {
      const { pledgeId, allocationId, matchId, donor, lines } = data;
      const said = plain({ ...data, breaches: undefined });
      return withReservation(requirement, { status: 'held', said, donor, pledgeId, allocationId, matchId, lines });
    }),
    ReservationRefused: changing<ReservationRefused>((requirement, { data }) => ({
      ...requirement,
      refused: new Set(requirement.refused).add(refusalOf(data)),
    })),
    ReservationReleased: changing<ReservationReleased>((requirement, { data }) => {
      const { pledgeId, allocationId, matchId, to } = data;
      return withReservation(requirement, { status: 'released', pledgeId, allocationId, matchId, lines: to });
    }),
  },
};

function withReservation(requirement: Requirement, one: Reservation): Requirement {
  return { ...requirement, reservations: new Map(requirement.reservations).set(reservationOf(one), one) };
}

/** The name of a refusal: a match and an allocation made by hand may bear the same id. */
function refusalOf(data: { readonly pledgeId: string; readonly allocationId: string; readonly matchId?: string }) {
  return `${reservationOf(data)}/${data.matchId ?? ''}`;
}

/** What of the matched lines was handed over, by what the pledge calls it. */
function keptOf(
  lines: readonly Matched[],
  kept: readonly { readonly item: string; readonly quantity?: string }[],
): readonly Matched[] {
  const left = new Map<string, string>();
  for (const { item, quantity = '0' } of kept) left.set(item, sum([left.get(item) ?? '0', quantity]));
  return lines.flatMap((line) => {
    const name = line.offered ?? line.item;
    const there = left.get(name) ?? '0';
    const quantity = compare(line.quantity, there) <= 0 ? line.quantity : there;
    left.set(name, remainder(there, quantity));
    return compare(quantity, '0') > 0 ? [{ ...line, quantity }] : [];
  });
}

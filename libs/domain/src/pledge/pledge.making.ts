import { ensure, type Event, type Facts } from '#eventsourcing';
import { isLedger } from '../values/acting.js';
import { compare, sum } from '../values/decimal.js';
import { amountOf, claimsOf } from '../values/figures.js';
import {
  figureOf,
  type Amount,
  type Change,
  type Source,
  type Figure,
  type Goods,
  type Unknown,
} from '../values/money.js';
import { plain, same, type Plain } from '../values/plain.js';
import type { Condition, Counted, Foreign, Threshold } from '../values/pledging.js';
import { rules, type Breach } from '../values/rules.js';
import type { Party } from '../values/words.js';
import type { Kind } from './pledge.commands.js';
import { boundGoods, type BoundGoods } from './pledge.goods.js';
import {
  changing,
  ensureStanding,
  madePledge,
  ownPledge,
  pledges,
  committedOf,
  type PledgeState,
  type PledgeStage,
  factsOfPledge,
} from './pledge.state.js';

/** `currency` is what the pledge is counted in; `attendance` says how its donor was at the meeting (R20). */
export type PledgeMade = Event<
  'PledgeMade',
  {
    pledgeId: string;
    donor: Party;
    kind: Kind;
    title: string;
    description?: string;
    lines: readonly Goods[];
    amount?: Amount;
    amountUnknown?: Unknown;
    currency?: string;
    years?: readonly number[];
    condition?: Plain<Condition>;
    drawsOn?: string;
    asFund?: boolean;
    meetingId?: string;
    attendance?: 'attended' | 'statement';
    foreign?: Plain<Foreign>;
    claims: readonly Source[];
    breaches?: readonly Breach[];
  }
>;
/** `counted` is what reached the threshold, where there is one; `goods` only where something was committed in spite of the condition. */
export type ConditionMet = Event<
  'ConditionMet',
  { pledgeId: string; donor: Party; counted?: readonly Plain<Counted>[]; goods?: readonly BoundGoods[] }
>;
/** `committed` only where something was committed in spite of the condition. */
export type ConditionLapsed = Event<
  'ConditionLapsed',
  {
    pledgeId: string;
    donor: Party;
    kind: Kind;
    currency?: string;
    until: string;
    committed?: Change<Figure>;
    drawsOn?: string;
  }
>;
export type ReportConfirmed = Event<'ReportConfirmed', { pledgeId: string; donor: Party }>;

export type MakingEvent = PledgeMade | ConditionMet | ConditionLapsed | ReportConfirmed;
type MakingCommand = 'MakePledge' | 'MeetCondition' | 'LapseCondition' | 'ConfirmReport';

/** A pledge is made, perhaps on a condition, and confirmed where it was reported. */
export const making: PledgeStage<MakingCommand, MakingEvent> = {
  may: {
    MakePledge: ['operator', 'historian'],
    MeetCondition: ['coordinator', 'historian', 'policy'],
    LapseCondition: ['coordinator', 'historian', 'policy'],
    ConfirmReport: ['operator'],
  },

  decide: {
    MakePledge: ({ data, metadata }, state, facts) => {
      ensure(data.donor === metadata.by.party, 'NotTheDonor', { donor: data.donor });
      const law = rules(metadata);
      const { amount, amountUnknown, meetingId, attendance, ...words } = data;
      const money = amount && amountOf(amount, law, data.currency);
      const unknown = money ? undefined : (amountUnknown ?? 'notReported');
      law.hold(meetingId === undefined || attendance !== undefined, 'R20', 'NoAttendance', { meetingId });
      const said = plain({
        ...{ ...words, meetingId, attendance, lines: data.lines ?? [], amount: money, amountUnknown: unknown },
        ...{ currency: data.currency ?? money?.currency, claims: claimsOf(data.claims, law) },
      });
      if (state.status !== 'unmade' && same(state.said, said)) return [];
      ensure(state.status === 'unmade', 'PledgeExists', { pledgeId: data.pledgeId });
      if (data.drawsOn !== undefined) ensureDraws(data.pledgeId, data.donor, data.drawsOn, facts);
      return [{ type: 'PledgeMade', data: plain({ ...said, breaches: law.breaches }) }];
    },

    MeetCondition: ({ data: { pledgeId, counted }, metadata: { by, occurredAt } }, state) => {
      const pledge = madePledge(state, pledgeId);
      ensure(pledge.condition, 'NoCondition', { pledgeId });
      if (pledge.condition.met) return [];
      ensureStanding(pledge);
      const { until, threshold } = pledge.condition;
      ensure(occurredAt.slice(0, until.length) <= until, 'ConditionOver', { until });
      ensure(isLedger(by) || (!threshold && !counted), 'ConditionIsCounted', { threshold });
      if (threshold) ensureReached(threshold, pledge.donor, counted ?? []);
      const goods = boundGoods(pledge, { condition: { ...pledge.condition, met: true } });
      return [{ type: 'ConditionMet', data: plain({ pledgeId, donor: pledge.donor, counted, goods }) }];
    },

    LapseCondition: ({ data: { pledgeId }, metadata: { at } }, state) => {
      const pledge = madePledge(state, pledgeId);
      ensure(pledge.condition, 'NoCondition', { pledgeId });
      if (pledge.status === 'lapsed') return [];
      ensureStanding(pledge);
      const { until, met } = pledge.condition;
      ensure(!met, 'ConditionAlreadyMet', { pledgeId });
      ensure(at.slice(0, until.length) > until, 'NotYet', { until });
      const committed = pledge.committed && { from: committedOf(pledge), to: { amount: '0' } };
      const data = { pledgeId, ...factsOfPledge(pledge), currency: pledge.currency, until, committed };
      return [{ type: 'ConditionLapsed', data: plain(data) }];
    },

    ConfirmReport: ({ data: { pledgeId }, metadata }, state) => {
      const pledge = ownPledge(state, pledgeId, metadata.by);
      ensure(!metadata.reported, 'NotTheDonor', { donor: pledge.donor });
      return pledge.unconfirmed ? [{ type: 'ReportConfirmed', data: { pledgeId, donor: pledge.donor } }] : [];
    },
  },

  evolve: {
    PledgeMade: (_, { data, metadata }) => {
      const said = plain({ ...data, breaches: undefined });
      return {
        status: 'standing',
        donor: data.donor,
        kind: data.kind,
        said,
        lines: data.lines,
        asFund: data.asFund ?? false,
        currency: data.currency,
        total: figureOf(data.amount, data.amountUnknown),
        worth: figureOf(data.amount, data.amountUnknown),
        since: {},
        condition: data.condition && { until: data.condition.until, met: false, threshold: data.condition.threshold },
        drawsOn: data.drawsOn,
        allocations: new Map(),
        refused: new Set(),
        proposals: new Map(),
        carriedOut: new Set(),
        unconfirmed: metadata.reported ?? false,
      };
    },
    ConditionMet: changing<ConditionMet>((pledge, { occurredAt }) => ({
      ...pledge,
      condition: pledge.condition && { ...pledge.condition, met: true, since: occurredAt },
    })),
    ConditionLapsed: changing<ConditionLapsed>((pledge, { data: { committed } }) => ({
      ...pledge,
      status: 'lapsed',
      committed: committed?.to,
    })),
    ReportConfirmed: (state, { data: { pledgeId } }) => ({ ...madePledge(state, pledgeId), unconfirmed: false }),
  },
};

/** States that what other donors are committed to reaches a threshold, each pledge counted once (R30). */
function ensureReached({ item, quantity }: Plain<Threshold>, donor: Party, counted: readonly Plain<Counted>[]): void {
  const others = new Map(counted.flatMap((one) => (one.donor === donor ? [] : [[one.pledgeId, one.quantity]])));
  const reached = sum(others.values());
  ensure(compare(reached, quantity) >= 0, 'ConditionNotMet', { item, quantity, counted: reached });
}

/** States that a pledge may draw on another: one of the same donor, or a fund, and not in a circle (R9). */
export function ensureDraws(pledgeId: string, donor: Party, drawsOn: string, facts: Facts): void {
  const met = new Set([pledgeId]);
  for (let at: string | undefined = drawsOn; at !== undefined;) {
    ensure(!met.has(at), 'DrawCycle', { pledgeId, drawsOn });
    met.add(at);
    const drawn: PledgeState | undefined = facts.of(pledges, at);
    at = drawn && drawn.status !== 'unmade' ? drawn.drawsOn : undefined;
  }
  ensureDrawsFor(donor, drawsOn, facts);
}

/** States that something of a donor may draw on a pledge: on one of its own, or on a fund (R9). */
export function ensureDrawsFor(donor: Party, drawsOn: string, facts: Facts): void {
  const drawn = madePledge(facts.of(pledges, drawsOn) ?? pledges.initial, drawsOn);
  ensure(drawn.donor === donor || drawn.asFund, 'DrawAcrossDonors', { donor, of: drawn.donor });
}

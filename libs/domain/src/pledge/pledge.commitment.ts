import { ensure, type Event } from '#eventsourcing';
import { compareCents, least } from '../values/decimal.js';
import { amountOf, claimsOf } from '../values/figures.js';
import { figureOf, type Basis, type Change, type Source, type Figure } from '../values/money.js';
import { plain } from '../values/plain.js';
import { rules, type Breach } from '../values/rules.js';
import type { Party } from '../values/words.js';
import { orphan, type AllocationOrphaned } from './pledge.allocation.js';
import type { Kind } from './pledge.commands.js';
import { boundGoods, type BoundGoods } from './pledge.goods.js';
import { alreadyIs, ensureLatest, holdAbove, holdAllocated, holdCommitted } from './pledge.figures.js';
import {
  allocatedOf,
  changing,
  committedOf,
  deliveredOf,
  ensureStanding,
  factsOfPledge,
  isHandedOver,
  ownPledge,
  type PledgeStage,
} from './pledge.state.js';

/** Both sides of a total, in the pledge's currency; `goods` where what its donor is bound to of its lines moves with it. */
interface TotalChange {
  pledgeId: string;
  donor: Party;
  kind: Kind;
  currency?: string;
  from: Figure;
  to: Figure;
  basis?: Basis;
  drawsOn?: string;
  goods?: readonly BoundGoods[];
  claims: readonly Source[];
  breaches?: readonly Breach[];
}

/** From and to are what is committed. */
export type PledgeCommitted = Event<'PledgeCommitted', TotalChange>;
/** From and to are what is pledged. */
export type PledgeIncreased = Event<'PledgeIncreased', TotalChange>;
/** From and to are what is pledged; `committed` where that is lowered with it. */
export type PledgeDecreased = Event<'PledgeDecreased', TotalChange & { committed?: Change<Figure>; reason?: string }>;
/** From and to are what is pledged: `to` is what was handed over, which stays. */
export type PledgeWithdrawn = Event<
  'PledgeWithdrawn',
  Omit<TotalChange, 'basis' | 'claims'> & { committed?: Change<Figure>; delivered: string; reason: string }
>;

export type CommitmentEvent = PledgeCommitted | PledgeIncreased | PledgeDecreased | PledgeWithdrawn;
type CommitmentCommand = 'CommitPledge' | 'IncreasePledge' | 'DecreasePledge' | 'WithdrawPledge';

/** What is pledged and committed in total, up and down, until it is withdrawn. */
export const commitment: PledgeStage<CommitmentCommand, CommitmentEvent, AllocationOrphaned> = {
  may: {
    CommitPledge: ['operator', 'historian'],
    IncreasePledge: ['operator', 'historian'],
    DecreasePledge: ['operator', 'historian'],
    WithdrawPledge: ['operator', 'historian'],
  },

  decide: {
    CommitPledge: ({ data, metadata }, state) => {
      const pledge = ownPledge(state, data.pledgeId, metadata.by);
      const to = figureOf(data.amount, data.amountUnknown);
      if (alreadyIs(pledge, pledge.committed, to, data.amount)) return [];
      ensureStanding(pledge);
      ensureLatest(pledge, 'committed', metadata.occurredAt);
      const law = rules(metadata);
      const amount = data.amount && amountOf(data.amount, law, pledge.currency);
      const claims = claimsOf(data.claims, law);
      const { until, since, met = true } = pledge.condition ?? {};
      law.hold(met && (since ?? '') <= metadata.occurredAt, 'R30', 'ConditionNotMet', plain({ until, since }));
      const currency = pledge.currency ?? amount?.currency;
      const allocated = allocatedOf(pledge);
      holdAbove(law, to, deliveredOf(pledge), currency);
      holdCommitted(law, { committed: to, made: pledge.total, already: committedOf(pledge), currency });
      holdAllocated(law, { committed: to, allocated, already: allocated, currency });
      const goods = boundGoods(pledge, { committed: to });
      const figures = { from: committedOf(pledge), to, currency, basis: amount?.basis, goods };
      const total = { ...figures, claims, breaches: law.breaches };
      return [
        { type: 'PledgeCommitted', data: plain({ pledgeId: data.pledgeId, ...factsOfPledge(pledge), ...total }) },
      ];
    },

    IncreasePledge: ({ data, metadata }, state) => {
      const pledge = ownPledge(state, data.pledgeId, metadata.by);
      const to = figureOf(data.amount, undefined);
      if (alreadyIs(pledge, pledge.total, to, data.amount)) return [];
      ensureStanding(pledge);
      ensureLatest(pledge, 'total', metadata.occurredAt);
      const law = rules(metadata);
      const { currency, basis } = amountOf(data.amount, law, pledge.currency);
      const from = pledge.total;
      const higher = from.amount === undefined || compareCents(data.amount.amount, from.amount) > 0;
      ensure(higher, 'NotAnIncrease', { made: from.amount, currency });
      const total = { from, to, currency, basis, claims: claimsOf(data.claims, law), breaches: law.breaches };
      return [
        { type: 'PledgeIncreased', data: plain({ pledgeId: data.pledgeId, ...factsOfPledge(pledge), ...total }) },
      ];
    },

    DecreasePledge: ({ data, metadata }, state) => {
      const pledge = ownPledge(state, data.pledgeId, metadata.by);
      const { amount } = data.amount;
      const to: Figure = { amount };
      if (alreadyIs(pledge, pledge.total, to, data.amount)) return [];
      ensureStanding(pledge);
      ensureLatest(pledge, 'total', metadata.occurredAt);
      const law = rules(metadata);
      const { currency, basis } = amountOf(data.amount, law, pledge.currency);
      const from = pledge.total;
      const lower = from.amount === undefined || compareCents(amount, from.amount) < 0;
      ensure(lower, 'NotADecrease', { made: from.amount, currency });
      holdAbove(law, to, deliveredOf(pledge), currency);
      const bound = pledge.committed?.amount;
      const lowered = bound !== undefined && compareCents(bound, amount) > 0;
      if (lowered) ensureLatest(pledge, 'committed', metadata.occurredAt);
      const allocated = allocatedOf(pledge);
      holdAllocated(law, { committed: to, allocated, already: allocated, currency });
      const committed = lowered ? { from: { amount: bound }, to } : undefined;
      const claims = claimsOf(data.claims, law);
      const goods = boundGoods(pledge, lowered ? { committed: to } : {});
      const total = {
        from,
        to,
        currency,
        basis,
        committed,
        goods,
        reason: data.reason,
        claims,
        breaches: law.breaches,
      };
      return [
        { type: 'PledgeDecreased', data: plain({ pledgeId: data.pledgeId, ...factsOfPledge(pledge), ...total }) },
      ];
    },

    WithdrawPledge: ({ data: { pledgeId, reason }, metadata }, state) => {
      const pledge = ownPledge(state, pledgeId, metadata.by);
      if (pledge.status === 'withdrawn') return [];
      ensureStanding(pledge);
      ensureLatest(pledge, 'committed', metadata.occurredAt);
      const delivered = deliveredOf(pledge);
      const { total, currency } = pledge;
      const all =
        total.amount !== undefined && compareCents(total.amount, '0') > 0 && compareCents(delivered, total.amount) >= 0;
      const law = rules(metadata);
      law.hold(!all, 'R10', 'AlreadyDelivered', { delivered, currency });
      const to: Figure = { amount: delivered };
      const committed = pledge.committed && {
        from: pledge.committed,
        to: { amount: pledge.committed.amount === undefined ? delivered : least(pledge.committed.amount, delivered) },
      };
      const data = {
        pledgeId,
        ...factsOfPledge(pledge),
        currency,
        from: total,
        to,
        committed,
        goods: boundGoods(pledge, { committed: committed?.to }),
        delivered,
        reason,
        breaches: law.breaches,
      };
      const open = [...pledge.allocations].filter(([, one]) => one.status === 'open' && !isHandedOver(one));
      return [
        { type: 'PledgeWithdrawn', data: plain(data) },
        ...open.map(([allocationId, one]) => orphan(pledgeId, pledge, allocationId, one, 'withdrawn')),
      ];
    },
  },

  evolve: {
    PledgeCommitted: changing<PledgeCommitted>((pledge, { occurredAt, data: { to, currency } }) => ({
      ...pledge,
      currency: pledge.currency ?? currency,
      committed: to,
      since: { ...pledge.since, committed: occurredAt },
    })),
    PledgeIncreased: changing<PledgeIncreased>((pledge, { occurredAt, data: { to, currency } }) => ({
      ...pledge,
      currency: pledge.currency ?? currency,
      total: to,
      since: { ...pledge.since, total: occurredAt },
    })),
    PledgeDecreased: changing<PledgeDecreased>((pledge, { occurredAt, data: { to, currency, committed } }) => ({
      ...pledge,
      currency: pledge.currency ?? currency,
      total: to,
      committed: committed?.to ?? pledge.committed,
      since: committed ? { total: occurredAt, committed: occurredAt } : { ...pledge.since, total: occurredAt },
    })),
    PledgeWithdrawn: changing<PledgeWithdrawn>((pledge, { data: { to, committed } }) => ({
      ...pledge,
      status: 'withdrawn',
      total: to,
      committed: committed?.to ?? pledge.committed,
    })),
  },
};

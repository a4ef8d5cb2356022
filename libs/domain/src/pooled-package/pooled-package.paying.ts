import { ensure, type Event } from '#eventsourcing';
import { allocationOf as ofPledge, ownPledge, pledges } from '../pledge/pledge.state.js';
import { compareCents, least, remainder, sum } from '../values/decimal.js';
import { amountOf } from '../values/figures.js';
import type { Amount, Change } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import { rules, type Breach } from '../values/rules.js';
import type { Party } from '../values/words.js';
import {
  allocationOf,
  changing,
  fundingOf,
  paidIn,
  proposedPackage,
  withDrawn,
  type PooledPackageStage,
} from './pooled-package.state.js';

interface OfContribution {
  packageId: string;
  pledgeId: string;
  allocationId: string;
}

/** `drawn` is what the allocation pays in, `paid` all of the package, both in its currency. */
export type ContributionMade = Event<
  'ContributionMade',
  OfContribution & {
    contributionId: string;
    donor: Party;
    amount: Amount;
    drawn: Change<string>;
    paid: Change<string>;
    breaches?: readonly Breach[];
  }
>;
/** The target is reached. */
export type PackageFunded = Event<'PackageFunded', { packageId: string; amount: string; currency: string }>;
/** What an allocation that has ended pays in no more; nothing where it had paid nothing. */
export type ContributionsWithdrawn = Event<
  'ContributionsWithdrawn',
  OfContribution & { currency: string; drawn: Change<string>; paid: Change<string>; reason?: string }
>;

export type PayingEvent = ContributionMade | PackageFunded | ContributionsWithdrawn;
type PayingCommand = 'ContributeToPackage' | 'WithdrawContributions';

/** Donors pay into a package, each euro into one: an allocation names the package that it may be paid into (R29). */
export const paying: PooledPackageStage<PayingCommand, PayingEvent> = {
  may: { ContributeToPackage: ['operator', 'historian'], WithdrawContributions: ['policy'] },

  decide: {
    ContributeToPackage: ({ data, metadata }, state, facts) => {
      const { packageId, contributionId, pledgeId, allocationId } = data;
      const pooled = proposedPackage(state, packageId);
      const pledge = ownPledge(facts.of(pledges, pledgeId) ?? pledges.initial, pledgeId, metadata.by);
      const law = rules(metadata);
      const { currency } = pooled.target;
      const amount = amountOf(data.amount, law, currency);
      const said = { pledgeId, allocationId, amount };
      const before = pooled.contributions.get(contributionId);
      if (before && same(before, said)) return [];
      ensure(!before, 'ContributionExists', { contributionId });
      ensure(pooled.status !== 'released', 'PackageNotOpen', { status: pooled.status });
      const one = ofPledge(pledge, allocationId);
      const ended = one.status !== 'open' || pooled.ended.has(allocationOf(data));
      ensure(!ended, 'AllocationNotOpen', { status: one.status });
      law.hold(one.ground.packageId === packageId, 'R29', 'OtherPackage', { packageId: one.ground.packageId });
      ensure(one.amount === undefined || one.amount.currency === currency, 'OtherCurrency', { currency });
      const allocated = one.amount?.amount ?? '0';
      const already = pooled.drawn.get(allocationOf(data)) ?? '0';
      const drawn = { from: already, to: sum([already, amount.amount]) };
      const rest = { allocated, remaining: remainder(allocated, already), currency };
      law.hold(compareCents(drawn.to, allocated) <= 0, 'R29', 'OverAllocation', rest);
      const paid = { from: paidIn(pooled), to: sum([paidIn(pooled), amount.amount]) };
      const { remaining } = fundingOf(pooled);
      const fits = compareCents(paid.to, pooled.target.amount) <= 0;
      law.hold(fits, 'R29', 'PackageFull', { target: pooled.target.amount, remaining, currency });
      const { donor } = pledge;
      const event = { packageId, contributionId, ...said, donor, drawn, paid, breaches: law.breaches };
      const reached = fundingOf(pooled, paid.to).funded && !fundingOf(pooled).funded;
      return [
        { type: 'ContributionMade', data: plain(event) },
        ...(reached ? [{ type: 'PackageFunded' as const, data: { packageId, amount: paid.to, currency } }] : []),
      ];
    },

    WithdrawContributions: ({ data }, state) => {
      const { packageId, pledgeId, allocationId, reason, kept = '0' } = data;
      const pooled = proposedPackage(state, packageId);
      if (pooled.ended.has(allocationOf(data))) return [];
      const from = pooled.drawn.get(allocationOf(data)) ?? '0';
      const drawn = { from, to: least(from, kept) };
      const all = paidIn(pooled);
      const paid = { from: all, to: remainder(sum([all, drawn.to]), from) };
      const event = { packageId, pledgeId, allocationId, currency: pooled.target.currency, drawn, paid, reason };
      return [{ type: 'ContributionsWithdrawn', data: plain(event) }];
    },
  },

  evolve: {
    ContributionMade: changing<ContributionMade>((pooled, { data }) => {
      const { contributionId, pledgeId, allocationId, amount, drawn } = data;
      const said = { pledgeId, allocationId, amount };
      const contributions = new Map(pooled.contributions).set(contributionId, said);
      return { ...withDrawn(pooled, allocationOf(data), drawn.to), contributions };
    }),
    PackageFunded: (state) => state,
    ContributionsWithdrawn: changing<ContributionsWithdrawn>((pooled, { data }) => ({
      ...withDrawn(pooled, allocationOf(data), data.drawn.to),
      ended: new Set(pooled.ended).add(allocationOf(data)),
    })),
  },
};

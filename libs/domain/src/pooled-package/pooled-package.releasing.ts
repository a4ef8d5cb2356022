import { ensure, type Event } from '#eventsourcing';
import { amountOf, claimsOf } from '../values/figures.js';
import type { Amount, Goods, Source } from '../values/money.js';
import { plain, same } from '../values/plain.js';
import { rules, type Breach } from '../values/rules.js';
import type { Party } from '../values/words.js';
import { changing, fundingOf, paidIn, proposedPackage, type PooledPackageStage } from './pooled-package.state.js';

export type PackageProposed = Event<
  'PackageProposed',
  {
    packageId: string;
    title: string;
    description?: string;
    lines: readonly Goods[];
    target: Amount;
    requirementId?: string;
    proposedBy: Party;
    subject: string;
    claims: readonly Source[];
    breaches?: readonly Breach[];
  }
>;
export type PackageValidated = Event<'PackageValidated', { packageId: string; by: Party }>;
/** `amount` is what was paid in. */
export type PackageReleased = Event<
  'PackageReleased',
  { packageId: string; amount: string; currency: string; breaches?: readonly Breach[] }
>;

export type ReleasingEvent = PackageProposed | PackageValidated | PackageReleased;
type ReleasingCommand = 'ProposePackage' | 'ValidatePackage' | 'ReleasePackage';

/** A package is proposed, validated by somebody else, and released once it is funded (R29). */
export const releasing: PooledPackageStage<ReleasingCommand, ReleasingEvent> = {
  may: {
    ProposePackage: ['coordinator', 'operator', 'recipient', 'historian'],
    ValidatePackage: ['coordinator', 'historian'],
    ReleasePackage: ['coordinator', 'historian'],
  },

  decide: {
    ProposePackage: ({ data, metadata }, state) => {
      const law = rules(metadata);
      const target = amountOf(data.target, law);
      const words = { ...plain(data), lines: plain(data.lines ?? []), target, claims: claimsOf(data.claims, law) };
      const said = { ...words, proposedBy: metadata.by.party };
      if (state.status !== 'unproposed' && same(state.said, said)) return [];
      ensure(state.status === 'unproposed', 'PackageExists', { packageId: data.packageId });
      const { subject } = metadata.by;
      return [{ type: 'PackageProposed', data: plain({ ...said, subject, breaches: law.breaches }) }];
    },

    ValidatePackage: ({ data: { packageId }, metadata: { by } }, state) => {
      const pooled = proposedPackage(state, packageId);
      if (pooled.status !== 'proposed') return [];
      ensure(pooled.subject !== by.subject, 'SameActor', { subject: by.subject });
      return [{ type: 'PackageValidated', data: { packageId, by: by.party } }];
    },

    ReleasePackage: ({ data: { packageId }, metadata }, state) => {
      const pooled = proposedPackage(state, packageId);
      if (pooled.status === 'released') return [];
      const law = rules(metadata);
      law.hold(pooled.status === 'validated', 'R29', 'NotValidated', { status: pooled.status });
      const { funded, remaining, currency } = fundingOf(pooled);
      law.hold(funded, 'R29', 'NotFunded', { remaining, currency });
      const event = { packageId, amount: paidIn(pooled), currency, breaches: law.breaches };
      return [{ type: 'PackageReleased', data: plain(event) }];
    },
  },

  evolve: {
    PackageProposed: (_, { data }) => ({
      status: 'proposed',
      said: plain({ ...data, subject: undefined, breaches: undefined }),
      subject: data.subject,
      target: data.target,
      contributions: new Map(),
      drawn: new Map(),
      ended: new Set(),
    }),
    PackageValidated: changing<PackageValidated>((pooled) => ({ ...pooled, status: 'validated' })),
    PackageReleased: changing<PackageReleased>((pooled) => ({ ...pooled, status: 'released' })),
  },
};

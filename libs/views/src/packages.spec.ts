import { specifyView, type Told } from '#testing';
import type { ContributionMade, ContributionsWithdrawn, PackageProposed, PooledPackageEvent } from '#domain';
import { contributions } from './contributions.js';
import { packages } from './packages.js';

const [T1, T2, T3, T4] = ['01', '02', '03', '04'].map((day) => `2025-08-${day}T09:00:00.000Z`) as [
  string,
  string,
  string,
  string,
];
const money = (amount: string) => ({ amount, currency: 'USD', basis: 'contract' as const });
const proposed: Told<PackageProposed> = {
  type: 'PackageProposed',
  data: {
    ...{ packageId: 'purl-1', title: 'Package 1', lines: [], target: money('500'), requirementId: 'r' },
    ...{ proposedBy: 'USA', subject: 'somebody', claims: [] },
  },
  occurredAt: T1,
};
const validated: Told<PooledPackageEvent> = {
  type: 'PackageValidated',
  data: { packageId: 'purl-1', by: 'NATO' },
  occurredAt: T2,
};
const drawing = { packageId: 'purl-1', pledgeId: 'p', allocationId: 'a' };
const paid: Told<ContributionMade> = {
  type: 'ContributionMade',
  data: {
    ...{ ...drawing, contributionId: 'c1', donor: 'NLD', amount: money('500') },
    ...{ drawn: { from: '0', to: '500' }, paid: { from: '0', to: '500' } },
  },
  occurredAt: T3,
};
const funded: Told<PooledPackageEvent> = {
  type: 'PackageFunded',
  data: { packageId: 'purl-1', amount: '500', currency: 'USD' },
  occurredAt: T3,
};
const withdrawn: Told<ContributionsWithdrawn> = {
  type: 'ContributionsWithdrawn',
  data: { ...drawing, currency: 'USD', drawn: { from: '500', to: '100' }, paid: { from: '500', to: '100' } },
  occurredAt: T4,
};

describe('a pooled package', () => {
  const given = specifyView(packages);
  const row = {
    ...{ title: 'Package 1', status: 'proposed' as const, proposedBy: 'USA', validatedBy: null, requirement: 'r' },
    ...{ currency: 'USD', target: '500', paid: '0', fundedSince: null, breaches: 0, since: T1 },
  };
  const full = { ...row, status: 'validated' as const, validatedBy: 'NATO', paid: '500', fundedSince: T3 };

  it('is what was proposed', () => {
    given(proposed).then('purl-1', row);
  });
  it('shows who validated it, what is paid in, and since when it is funded', () => {
    given(proposed, validated, paid, funded).then('purl-1', full);
  });
  it('shows the same in whatever order its events are said to have occurred', () => {
    given({ ...proposed, occurredAt: T4 }, validated, paid, funded).then('purl-1', { ...full, since: T4 });
  });
  it('is funded no longer once something is taken out', () => {
    given(proposed, validated, paid, funded, withdrawn).then('purl-1', { ...full, paid: '100', fundedSince: null });
  });
  it('stays funded where an allocation ends that had paid nothing', () => {
    const nothing = { from: '0', to: '0' };
    given(proposed, validated, paid, funded, { ...withdrawn, data: { ...withdrawn.data, drawn: nothing } }).then(
      'purl-1',
      full,
    );
  });
  it('is released', () => {
    given(proposed, validated, paid, funded, {
      type: 'PackageReleased',
      data: { packageId: 'purl-1', amount: '500', currency: 'USD' },
      occurredAt: T4,
    }).then('purl-1', { ...full, status: 'released' });
  });
  it('counts the rules it breaks (R32)', () => {
    const breaches = [{ rule: 'R7', code: 'NoSource', facts: {} }];
    given({ ...proposed, data: { ...proposed.data, breaches } }).then('purl-1', { ...row, breaches: 1 });
  });
});

describe('what an allocation pays into a package', () => {
  const given = specifyView(contributions);
  const key = 'purl-1/p/a';
  const row = {
    ...{ package: 'purl-1', pledge: 'p', allocation: 'a', donor: 'NLD', currency: 'USD', amount: '500' },
  };

  it('is the sum of its contributions', () => {
    given(paid).then(key, row);
    given(paid, {
      ...paid,
      data: { ...paid.data, contributionId: 'c2', amount: money('50'), drawn: { from: '500', to: '550' } },
      occurredAt: T4,
    }).then(key, { ...row, amount: '550' });
  });
  it('is what was handed over once the allocation ends', () => {
    given(paid, withdrawn).then(key, { ...row, amount: '100' });
  });
  it('is nothing where the allocation ended before it paid', () => {
    const nothing = { from: '0', to: '0' };
    given({ ...withdrawn, data: { ...withdrawn.data, drawn: nothing } }).then(key, {
      ...{ ...row, donor: null, amount: '0' },
    });
  });
});

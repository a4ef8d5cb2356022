import { specify, type Told } from '#testing';
import { Pledge, type PledgeEvent } from '../pledge/pledge.js';
import type { PackageProposed, PackageValidated } from './pooled-package.releasing.js';
import { PooledPackage, type PooledPackageEvent } from './pooled-package.js';

const AT = '2025-08-04T09:00:00.000Z';
const packageId = 'purl-1';
const claims = [{ source: 'https://example.org/statement' }];
const money = (amount: string, currency = 'USD') => ({ amount, currency, basis: 'contract' as const });
const given = specify(PooledPackage, { by: 'NLD', at: AT });
const staff = { by: 'NATO', roles: ['coordinator'] };
const proposer = { ...staff, subject: 'the proposer' };
const ledger = { by: 'NLD', roles: ['policy'] };

const whose = { pledgeId: 'p', donor: 'NLD', kind: 'military' as const };
const made: Told<PledgeEvent> = {
  type: 'PledgeMade',
  data: { ...whose, title: 'PURL', lines: [], amount: money('500'), currency: 'USD', claims },
};
const allocated = (allocationId: string, amount: string, into?: string, currency = 'USD'): Told<PledgeEvent> => ({
  type: 'PledgeAllocated',
  data: {
    ...{ ...whose, allocationId, lines: [], amount: money(amount, currency), claims },
    ...(into !== undefined && { packageId: into }),
  },
});
const released: Told<PledgeEvent> = {
  type: 'AllocationReleased',
  data: {
    ...{ ...whose, allocationId: 'a', packageId, currency: 'USD' },
    ...{ amount: { from: { amount: '400' }, to: { amount: '0' } }, against: { from: '400', to: '0' } },
  },
};

type Past = Told<PooledPackageEvent>;
const words = { packageId, title: 'Package 1', target: money('500'), requirementId: 'r', claims };
const proposed: Told<PackageProposed> = {
  type: 'PackageProposed',
  data: { ...words, lines: [], proposedBy: 'NATO', subject: 'the proposer' },
};
const validated: Told<PackageValidated> = { type: 'PackageValidated', data: { packageId, by: 'NATO' } };
const payment = (contributionId: string, amount: string, allocationId = 'a') => ({
  ...{ packageId, contributionId, pledgeId: 'p', allocationId, amount: money(amount) },
});
const paid = (contributionId: string, amount: string, before = '0', to = amount): Past => ({
  type: 'ContributionMade',
  data: {
    ...{ ...payment(contributionId, amount), donor: 'NLD' },
    ...{ drawn: { from: before, to }, paid: { from: before, to } },
  },
});
const funded: Past = { type: 'PackageFunded', data: { packageId, amount: '500', currency: 'USD' } };
const withdrawn = (from: string, to = '0'): Past => ({
  type: 'ContributionsWithdrawn',
  data: {
    ...{ packageId, pledgeId: 'p', allocationId: 'a', currency: 'USD' },
    ...{ drawn: { from, to }, paid: { from, to } },
  },
});
const isReleased: Past = { type: 'PackageReleased', data: { packageId, amount: '500', currency: 'USD' } };

describe('a pooled package', () => {
  it('is proposed with what it costs', () => given().when('ProposePackage', words, proposer).then(proposed));
  it('is proposed once (R34)', () => given(proposed).when('ProposePackage', words, proposer).thenNothing());
  it('is not proposed otherwise under the same name', () =>
    given(proposed)
      .when('ProposePackage', { ...words, title: 'Other' }, proposer)
      .thenRejected('PackageExists', { packageId }));
  it('names a claim and the basis of its cost (R6, R7)', async () => {
    await given()
      .when('ProposePackage', { ...words, claims: [] }, proposer)
      .thenRejected('NoSource', {});
    await given()
      .when('ProposePackage', { ...words, target: { amount: '500', currency: 'USD' } }, proposer)
      .thenRejected('NoBasis', { amount: '500' });
  });
  it('is validated by somebody else', async () => {
    await given(proposed).when('ValidatePackage', { packageId }, staff).then(validated);
    await given(proposed)
      .when('ValidatePackage', { packageId }, proposer)
      .thenRejected('SameActor', { subject: 'the proposer' });
  });
  it('is validated once (R34)', () =>
    given(proposed, validated).when('ValidatePackage', { packageId }, staff).thenNothing());
  it('is nothing before it was proposed', () =>
    given().when('ValidatePackage', { packageId }, staff).thenRejected('NoSuchPackage', { packageId }));
});

describe('a contribution (R29)', () => {
  const open = (...events: Past[]) => given(proposed, ...events).and(Pledge, made, allocated('a', '400', packageId));

  it('draws on an allocation that names the package', () =>
    open().when('ContributeToPackage', payment('c1', '300')).then(paid('c1', '300')));
  it('is made once (R34)', () =>
    open(paid('c1', '300')).when('ContributeToPackage', payment('c1', '300')).thenNothing());
  it('is not made otherwise under the same name', () =>
    open(paid('c1', '300'))
      .when('ContributeToPackage', payment('c1', '200'))
      .thenRejected('ContributionExists', { contributionId: 'c1' }));
  it('is made by the donor alone (R1)', () =>
    open()
      .when('ContributeToPackage', payment('c1', '300'), { by: 'SWE' })
      .thenRejected('NotTheDonor', { donor: 'NLD' }));
  it('is no more than the allocation, over all that draws on it', () =>
    open(paid('c1', '300'))
      .when('ContributeToPackage', payment('c2', '101'))
      .thenRejected('OverAllocation', { allocated: '400', remaining: '100', currency: 'USD' }));
  it('is no more than the package takes, and says what that is', () =>
    given(proposed)
      .and(Pledge, made, allocated('a', '600', packageId))
      .when('ContributeToPackage', payment('c1', '500.01'))
      .thenRejected('PackageFull', { target: '500', remaining: '500', currency: 'USD' }));
  it('is in one package: not out of an allocation to another, or to none', async () => {
    await given(proposed)
      .and(Pledge, made, allocated('a', '400', 'purl-2'))
      .when('ContributeToPackage', payment('c1', '300'))
      .thenRejected('OtherPackage', { packageId: 'purl-2' });
    await given(proposed)
      .and(Pledge, made, allocated('a', '400'))
      .when('ContributeToPackage', payment('c1', '300'))
      .thenRejected('OtherPackage', { packageId: undefined });
  });
  it('is in the currency of the package, and so is what it draws on', async () => {
    await open()
      .when('ContributeToPackage', { ...payment('c1', '300'), amount: money('300', 'EUR') })
      .thenRejected('OtherCurrency', { currency: 'USD' });
    await given(proposed)
      .and(Pledge, made, allocated('a', '400', packageId, 'EUR'))
      .when('ContributeToPackage', payment('c1', '300'))
      .thenRejected('OtherCurrency', { currency: 'USD' });
  });
  it('does not draw on an allocation that there is not, or that has ended', async () => {
    await open()
      .when('ContributeToPackage', payment('c1', '300', 'b'))
      .thenRejected('NoSuchAllocation', { allocationId: 'b' });
    await given(proposed)
      .and(Pledge, made, allocated('a', '400', packageId), released)
      .when('ContributeToPackage', payment('c1', '300'))
      .thenRejected('AllocationNotOpen', { status: 'released' });
  });
  it('reaches the target', () =>
    given(proposed)
      .and(Pledge, made, allocated('a', '500', packageId))
      .when('ContributeToPackage', payment('c1', '500'))
      .then(paid('c1', '500'), funded));
  it('is not made once the package is released', () =>
    open(validated, paid('c1', '500'), funded, isReleased)
      .when('ContributeToPackage', payment('c2', '1'))
      .thenRejected('PackageNotOpen', { status: 'released' }));
  it('that was imported is kept with its breach (R32)', () =>
    given(proposed)
      .and(Pledge, made, allocated('a', '500'))
      .when('ContributeToPackage', payment('c1', '300'), { imported: true })
      .then({
        type: 'ContributionMade',
        data: {
          ...{ ...payment('c1', '300'), donor: 'NLD', drawn: { from: '0', to: '300' }, paid: { from: '0', to: '300' } },
          breaches: [{ rule: 'R29', code: 'OtherPackage', facts: {} }],
        },
      }));
});

describe('what an allocation paid in that has ended', () => {
  const take = { packageId, pledgeId: 'p', allocationId: 'a' };

  it('is taken out, but for what was handed over', async () => {
    await given(proposed, paid('c1', '300')).when('WithdrawContributions', take, ledger).then(withdrawn('300'));
    await given(proposed, paid('c1', '300'))
      .when('WithdrawContributions', { ...take, kept: '100' }, ledger)
      .then(withdrawn('300', '100'));
  });
  it('is taken out once (R34)', () =>
    given(proposed, paid('c1', '300'), withdrawn('300')).when('WithdrawContributions', take, ledger).thenNothing());
  it('may be nothing, and nothing is paid in afterwards', async () => {
    await given(proposed).when('WithdrawContributions', take, ledger).then(withdrawn('0'));
    await given(proposed, withdrawn('0'))
      .and(Pledge, made, allocated('a', '400', packageId))
      .when('ContributeToPackage', payment('c1', '300'))
      .thenRejected('AllocationNotOpen');
  });
});

describe('the release of a package (R29)', () => {
  it('is of one that is validated and funded', () =>
    given(proposed, validated, paid('c1', '500'), funded)
      .when('ReleasePackage', { packageId }, staff)
      .then(isReleased));
  it('happens once (R34)', () =>
    given(proposed, validated, paid('c1', '500'), funded, isReleased)
      .when('ReleasePackage', { packageId }, staff)
      .thenNothing());
  it('is not of one that nobody validated', () =>
    given(proposed, paid('c1', '500'), funded)
      .when('ReleasePackage', { packageId }, staff)
      .thenRejected('NotValidated', { status: 'proposed' }));
  it('is not of one that is not funded, or no longer, and says what is missing', async () => {
    await given(proposed, validated, paid('c1', '300'))
      .when('ReleasePackage', { packageId }, staff)
      .thenRejected('NotFunded', { remaining: '200', currency: 'USD' });
    await given(proposed, validated, paid('c1', '500'), funded, withdrawn('500'))
      .when('ReleasePackage', { packageId }, staff)
      .thenRejected('NotFunded', { remaining: '500', currency: 'USD' });
  });
});

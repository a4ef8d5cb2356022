import { specify, type Told } from '#testing';
import { Requirement, type RequirementEvent } from '../requirement/requirement.js';
import { Pledge, type PledgeEvent } from './pledge.js';

const AT = '2025-07-20T09:00:00.000Z';
const pledgeId = 'p';
const claims = [{ source: 'https://example.org/statement' }];
const eur = (amount: string) => ({ amount, currency: 'EUR', basis: 'claimed' as const });
const whose = { pledgeId, donor: 'DEU', kind: 'military' as const };
const given = specify(Pledge, { by: 'DEU', at: AT });
const ledger = { roles: ['policy'] };

type Past = Told<PledgeEvent>;
const guns = (quantity: string) => [{ item: 'howitzer', quantity }];
const pledged: Past[] = [
  {
    type: 'PledgeMade',
    data: { ...whose, title: 'Howitzers', lines: guns('10'), amount: eur('100'), currency: 'EUR', claims },
  },
  {
    type: 'PledgeCommitted',
    data: { ...whose, currency: 'EUR', from: { amount: '0' }, to: { amount: '80' }, basis: 'claimed', claims },
  },
];
const asked = { pledgeId, allocationId: 'a', requirementId: 'r', lines: guns('4'), amount: eur('40'), claims };
const allocated: Past = {
  type: 'PledgeAllocated',
  data: { ...whose, ...asked, against: { amount: '40', currency: 'EUR' } },
};
const ofMatch = { ...asked, allocationId: 'm', matchId: 'm' };
const allocatedForMatch: Past = {
  type: 'PledgeAllocated',
  data: { ...whose, ...ofMatch, against: { amount: '40', currency: 'EUR' } },
};
const refusedForMatch = (code: string, facts: object): Past => ({
  type: 'AllocationRefused',
  data: { ...whose, allocationId: 'm', requirementId: 'r', matchId: 'm', code, facts: { ...facts } },
});
const forestalled: Past = {
  type: 'AllocationRefused',
  data: { ...whose, allocationId: 'm', code: 'NoLongerWanted', facts: {} },
};
const delivered: Past = {
  type: 'DeliveryReported',
  data: {
    ...{ ...whose, allocationId: 'a', lines: guns('1'), value: eur('10'), complete: false, claims },
    against: { from: '0', to: '10' },
  },
};

const needed = { requirementId: 'r', recipient: 'UKR' };
const submitted: Told<RequirementEvent> = {
  type: 'RequirementSubmitted',
  data: { ...needed, title: 'Guns', lines: guns('6'), priority: 'high', claims },
};
const validated: Told<RequirementEvent> = {
  type: 'RequirementValidated',
  data: { ...needed, by: 'NATO', quantities: guns('6'), until: '2025-08-31' },
};
const reserved = (allocationId: string): Told<RequirementEvent> => ({
  type: 'RequirementReserved',
  data: { ...needed, donor: 'DEU', pledgeId, allocationId, lines: guns('4') },
});

describe('an allocation to a requirement (R4, R5)', () => {
  it('is of what the requirement waits for', () =>
    given(...pledged)
      .and(Requirement, submitted, validated)
      .when('AllocatePledge', asked)
      .then(allocated));
  it('is refused beyond it, and says what remains (R4)', () =>
    given(...pledged)
      .and(Requirement, submitted, validated, reserved('b'))
      .when('AllocatePledge', asked)
      .thenRejected('OverFulfilment', { lines: [{ item: 'howitzer', asked: '4', remaining: '2' }] }));
  it('takes what is reserved for it already', () =>
    given(...pledged)
      .and(Requirement, submitted, validated, reserved('a'))
      .when('AllocatePledge', asked)
      .then(allocated));
  it('is of a requirement that there is, and that is validated (R5)', async () => {
    await given(...pledged)
      .when('AllocatePledge', asked)
      .thenRejected('NoSuchRequirement', { requirementId: 'r' });
    await given(...pledged)
      .and(Requirement, submitted)
      .when('AllocatePledge', asked)
      .thenRejected('RequirementNotValidated', { status: 'submitted' });
  });
  it('is not of one that is out of date (R5)', () =>
    given(...pledged)
      .and(Requirement, submitted, validated)
      .when('AllocatePledge', asked, { at: '2025-09-01T00:00:00.000Z' })
      .thenRejected('RequirementStale', { until: '2025-08-31' }));
  it('that was imported is kept with its breach (R32)', () =>
    given(...pledged)
      .when('AllocatePledge', asked, { imported: true })
      .then({
        type: 'PledgeAllocated',
        data: {
          ...{ ...whose, ...asked, against: { amount: '40', currency: 'EUR' } },
          breaches: [{ rule: 'R5', code: 'NoSuchRequirement', facts: { requirementId: 'r' } }],
        },
      }));
  it('says when it ends what it was for, and what was handed over', () =>
    given(...pledged, allocated, delivered)
      .when('ReleaseAllocation', { pledgeId, allocationId: 'a' })
      .then({
        type: 'AllocationReleased',
        data: {
          ...{ ...whose, allocationId: 'a', requirementId: 'r', currency: 'EUR', kept: guns('1') },
          ...{ amount: { from: { amount: '40' }, to: { amount: '10' } }, against: { from: '40', to: '10' } },
        },
      }));
  it('is orphaned by a withdrawal, which says what it was for (R11)', () =>
    given(...pledged, allocated)
      .when('WithdrawPledge', { pledgeId, reason: 'a new government' })
      .then(
        {
          type: 'PledgeWithdrawn',
          data: {
            ...{ ...whose, currency: 'EUR', from: { amount: '100' }, to: { amount: '0' }, delivered: '0' },
            ...{ committed: { from: { amount: '80' }, to: { amount: '0' } }, reason: 'a new government' },
            goods: [{ item: 'howitzer', from: '8', to: '0' }],
          },
        },
        {
          type: 'AllocationOrphaned',
          data: {
            ...{ ...whose, allocationId: 'a', requirementId: 'r', currency: 'EUR', reason: 'withdrawn' },
            ...{ amount: { from: { amount: '40' }, to: { amount: '0' } }, against: { from: '40', to: '0' } },
          },
        },
      ));
});

describe('an allocation that the ledger asks for', () => {
  it('comes of a match', () =>
    given(...pledged)
      .when('AllocatePledge', ofMatch, ledger)
      .then(allocatedForMatch));
  it('comes once (R34)', () =>
    given(...pledged, allocatedForMatch)
      .when('AllocatePledge', ofMatch, ledger)
      .thenNothing());
  it('does not come of a match by hand', () =>
    given(...pledged)
      .and(Requirement, submitted, validated)
      .when('AllocatePledge', ofMatch)
      .thenRejected('MatchActsItself', { matchId: 'm' }));
  it('is news where it is refused (R2)', () =>
    given(...pledged)
      .when('AllocatePledge', { ...ofMatch, amount: eur('81') }, ledger)
      .then(refusedForMatch('OverAllocation', { committed: '80', allocated: '81', remaining: '80', currency: 'EUR' })));
  it('is refused once (R34)', () =>
    given(...pledged, refusedForMatch('OverAllocation', {}))
      .when('AllocatePledge', ofMatch, ledger)
      .thenNothing());
  it('is refused where it was taken back before it came', () =>
    given(...pledged, forestalled)
      .when('AllocatePledge', ofMatch, ledger)
      .thenNothing());
  it('is refused where its id is another’s', () =>
    given(...pledged, { ...allocated, data: { ...allocated.data, allocationId: 'm' } })
      .when('AllocatePledge', ofMatch, ledger)
      .then(refusedForMatch('AllocationExists', { allocationId: 'm' })));
});

describe('an allocation that the ledger takes back', () => {
  const back = { pledgeId, allocationId: 'm' };

  it.each(['ReleaseAllocation', 'OrphanAllocation'] as const)('before it came is refused (%s)', async (type) => {
    await given(...pledged)
      .when(type, back, ledger)
      .then(forestalled);
    await given(...pledged, forestalled)
      .when(type, back, ledger)
      .thenNothing();
  });
  it.each(['ReleaseAllocation', 'OrphanAllocation'] as const)(
    'has ended already, or was handed over (%s)',
    async (type) => {
      await given(...pledged, allocated, {
        type: 'AllocationReleased',
        data: {
          ...whose,
          allocationId: 'a',
          amount: { from: { amount: '40' }, to: { amount: '0' } },
          against: { from: '40', to: '0' },
        },
      })
        .when(type, { pledgeId, allocationId: 'a' }, ledger)
        .thenNothing();
      await given(...pledged, allocated, {
        ...delivered,
        data: { ...delivered.data, value: eur('40'), against: { from: '0', to: '40' }, complete: true },
      })
        .when(type, { pledgeId, allocationId: 'a' }, ledger)
        .thenNothing();
    },
  );
});

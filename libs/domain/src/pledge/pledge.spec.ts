import { specify, type Told } from '#testing';
import { RateSet } from '../rate-set/rate-set.js';
import { Pledge, type PledgeEvent } from './pledge.js';

const AT = '2024-06-01T09:00:00.000Z';
const pledgeId = 'pz-1';
const claims = [{ source: 'https://example.org/statement', said: '2024-06-01' }];
const eur = (amount: string) => ({ amount, currency: 'EUR', basis: 'claimed' as const });
const whose = { pledgeId, donor: 'DEU', kind: 'military' as const };
const given = specify(Pledge, { by: 'DEU', at: AT });
const colleague = { subject: 'a colleague' };

type Past = Told<PledgeEvent>;
const guns = { item: 'howitzer', quantity: '10' };
const words = { ...whose, title: 'Howitzers', lines: [guns], amount: eur('100'), claims };
const made: Past = { type: 'PledgeMade', data: { ...words, currency: 'EUR' } };
const bound = (from: string, to: string) => ({ goods: [{ item: 'howitzer', from, to }] });
const committed: Past = {
  type: 'PledgeCommitted',
  data: {
    ...{ ...whose, currency: 'EUR', from: { amount: '0' }, to: { amount: '80' }, basis: 'claimed', claims },
    ...bound('0', '8'),
  },
};
const first = { ...whose, allocationId: 'first' };
const allocatedFirst: Past = {
  type: 'PledgeAllocated',
  data: {
    ...first,
    lines: [{ item: 'howitzer', quantity: '4' }],
    amount: eur('50'),
    against: { amount: '50', currency: 'EUR' },
    claims,
  },
};
const delivered = (value: string, complete = false): Past => ({
  type: 'DeliveryReported',
  data: { ...first, lines: [], value: eur(value), against: { from: '0', to: value }, complete, claims },
});
const withdrawn: Past = {
  type: 'PledgeWithdrawn',
  data: {
    ...{ ...whose, currency: 'EUR', from: { amount: '100' }, to: { amount: '0' }, delivered: '0' },
    ...{ committed: { from: { amount: '80' }, to: { amount: '0' } }, reason: 'a new government', ...bound('8', '0') },
  },
};
const standing = [made, committed, allocatedFirst];

describe('a pledge that is made', () => {
  it('is its donor’s word (R1)', () => given().when('MakePledge', words).then(made));
  it('is made by nobody else (R1)', () =>
    given().when('MakePledge', words, { by: 'USA' }).thenRejected('NotTheDonor', { donor: 'DEU' }));
  it('is made once (R34)', () => given(made).when('MakePledge', words).thenNothing());
  it('is not made otherwise under the same name', () =>
    given(made)
      .when('MakePledge', { ...words, title: 'Other' })
      .thenRejected('PledgeExists', { pledgeId }));
  it('names its currency (R6)', () =>
    given()
      .when('MakePledge', { ...words, amount: { amount: '100', basis: 'claimed' } })
      .thenRejected('NoCurrency', { amount: '100' }));
  it('names the basis of its amount (R6)', () =>
    given()
      .when('MakePledge', { ...words, amount: { amount: '100', currency: 'EUR' } })
      .thenRejected('NoBasis', { amount: '100' }));
  it('has a claim (R7)', () =>
    given()
      .when('MakePledge', { ...words, claims: [] })
      .thenRejected('NoSource', {}));
  it('says how its donor took part in the meeting (R20)', () =>
    given()
      .when('MakePledge', { ...words, meetingId: 'udcg-22' })
      .thenRejected('NoAttendance', { meetingId: 'udcg-22' }));
  it('may withhold its amount, which is not zero', () =>
    given()
      .when('MakePledge', { ...whose, title: 'Secret', amountUnknown: 'withheld', claims })
      .then({ type: 'PledgeMade', data: { ...whose, title: 'Secret', lines: [], amountUnknown: 'withheld', claims } }));
  it('may be zero, which is not nothing', () =>
    given()
      .when('MakePledge', { ...words, amount: eur('0') })
      .then({ type: 'PledgeMade', data: { ...words, amount: eur('0'), currency: 'EUR' } }));
  it('is not made ahead of time (R35)', () =>
    given().when('MakePledge', words, { occurredAt: '2024-06-02T00:00:00.000Z' }).thenRejected('FutureNotAllowed'));
});

describe('an imported pledge (R32)', () => {
  it('that breaks rules is kept with its breaches', () =>
    given()
      .when('MakePledge', { ...words, amount: { amount: '100', currency: 'EUR' }, claims: [] }, { imported: true })
      .then({
        type: 'PledgeMade',
        data: {
          ...{ ...words, amount: { amount: '100', currency: 'EUR' }, currency: 'EUR', claims: [] },
          breaches: [
            { rule: 'R6', code: 'NoBasis', facts: { amount: '100' } },
            { rule: 'R7', code: 'NoSource', facts: {} },
          ],
        },
      }));
  it('that keeps the rules has no breaches', () => given().when('MakePledge', words, { imported: true }).then(made));
  it('that was kept with breaches is kept once', () =>
    given({
      type: 'PledgeMade',
      data: { ...words, currency: 'EUR', claims: [], breaches: [{ rule: 'R7', code: 'NoSource', facts: {} }] },
    })
      .when('MakePledge', { ...words, claims: [] }, { imported: true })
      .thenNothing());
  it('is refused all the same to who is not its donor', () =>
    given().when('MakePledge', words, { by: 'USA', imported: true }).thenRejected('NotTheDonor', { donor: 'DEU' }));
});

describe('what is reported in a donor’s name', () => {
  const reported: Past = { ...made, reported: true };

  it('is confirmed by the donor', () =>
    given(reported)
      .when('ConfirmReport', { pledgeId })
      .then({ type: 'ReportConfirmed', data: { pledgeId, donor: 'DEU' } }));
  it('is not confirmed by who reported it', () =>
    given(reported)
      .when('ConfirmReport', { pledgeId }, { reported: true })
      .thenRejected('NotTheDonor', { donor: 'DEU' }));
  it('is not confirmed by another', () =>
    given(reported).when('ConfirmReport', { pledgeId }, { by: 'USA' }).thenRejected('NotTheDonor', { donor: 'DEU' }));
  it('is confirmed once', () =>
    given(reported, { type: 'ReportConfirmed', data: { pledgeId, donor: 'DEU' } })
      .when('ConfirmReport', { pledgeId })
      .thenNothing());
});

describe('what is committed', () => {
  const commit = (amount: string) => ({ pledgeId, amount: eur(amount), claims });

  it('is a total', () => given(made).when('CommitPledge', commit('80')).then(committed));
  it('is raised to a new total, whatever the currency’s cents say', () =>
    given(made, committed)
      .when('CommitPledge', commit('90.004'))
      .then({
        type: 'PledgeCommitted',
        data: { ...committed.data, from: { amount: '80' }, to: { amount: '90.004' }, ...bound('8', '9.0004') },
      }));
  it('is not more than was made (R2)', () =>
    given(made, committed)
      .when('CommitPledge', commit('100.01'))
      .thenRejected('OverCommitment', { made: '100', committed: '100.01', remaining: '20', currency: 'EUR' }));
  it('may be all that was made, at the cent (R2)', () =>
    given(made)
      .when('CommitPledge', commit('100.004'))
      .then({
        type: 'PledgeCommitted',
        data: {
          ...{ ...whose, currency: 'EUR', from: { amount: '0' }, to: { amount: '100.004' }, basis: 'claimed', claims },
          ...bound('0', '10'),
        },
      }));
  it('is stated once (R34)', () => given(made, committed).when('CommitPledge', commit('80')).thenNothing());
  it('is in the currency of the pledge', () =>
    given(made, committed)
      .when('CommitPledge', { pledgeId, amount: { ...eur('80'), currency: 'USD' }, claims })
      .thenRejected('OtherCurrency', { currency: 'EUR' }));
  it('is not less than is allocated (R2)', () =>
    given(...standing)
      .when('CommitPledge', commit('40'))
      .thenRejected('OverAllocation', { committed: '40', allocated: '50', remaining: '0', currency: 'EUR' }));
  it('is of a pledge that was made', () =>
    given().when('CommitPledge', commit('80')).thenRejected('NoSuchPledge', { pledgeId }));
  it('is stated by the donor (R1)', () =>
    given(made).when('CommitPledge', commit('80'), { by: 'USA' }).thenRejected('NotTheDonor', { donor: 'DEU' }));
  it('has a claim (R7)', () =>
    given(made)
      .when('CommitPledge', { pledgeId, amount: eur('80') })
      .thenRejected('NoSource', {}));
  it('is not stated for a time before the total that stands', () =>
    given(made, committed)
      .when('CommitPledge', commit('70'), { occurredAt: '2024-05-01T00:00:00.000Z' })
      .thenRejected('LaterTotalStands', { since: AT }));
  it('beyond what was made is kept with a breach where it is imported (R32)', () =>
    given(made)
      .when('CommitPledge', commit('120'), { imported: true })
      .then({
        type: 'PledgeCommitted',
        data: {
          ...{ ...whose, currency: 'EUR', from: { amount: '0' }, to: { amount: '120' }, basis: 'claimed', claims },
          ...bound('0', '10'),
          breaches: [
            {
              ...{ rule: 'R2', code: 'OverCommitment' },
              facts: { made: '100', committed: '120', remaining: '100', currency: 'EUR' },
            },
          ],
        },
      }));
});

describe('what is pledged', () => {
  const total = (amount: string) => ({ pledgeId, amount: eur(amount), claims });
  const sides = (from: string, to: string) => ({
    ...{ ...whose, currency: 'EUR', from: { amount: from }, to: { amount: to }, basis: 'claimed' as const, claims },
  });

  it('is increased to a new total', () =>
    given(made)
      .when('IncreasePledge', total('150'))
      .then({ type: 'PledgeIncreased', data: sides('100', '150') }));
  it('is increased once (R34)', () =>
    given(made, { type: 'PledgeIncreased', data: sides('100', '150') })
      .when('IncreasePledge', total('150'))
      .thenNothing());
  it('is not increased to less', () =>
    given(made).when('IncreasePledge', total('50')).thenRejected('NotAnIncrease', { made: '100', currency: 'EUR' }));
  it('may be committed once it is increased (R2)', () =>
    given(made, { type: 'PledgeIncreased', data: sides('100', '150') })
      .when('CommitPledge', total('150'))
      .then({
        type: 'PledgeCommitted',
        data: { ...sides('0', '150'), ...bound('0', '10') },
      }));
  it('is decreased to a new total', () =>
    given(made, committed)
      .when('DecreasePledge', total('90'))
      .then({ type: 'PledgeDecreased', data: sides('100', '90') }));
  it('is decreased together with what is committed beyond it', () =>
    given(...standing)
      .when('DecreasePledge', { ...total('60'), reason: 'budget' })
      .then({
        type: 'PledgeDecreased',
        data: {
          ...sides('100', '60'),
          committed: { from: { amount: '80' }, to: { amount: '60' } },
          ...bound('8', '6'),
          reason: 'budget',
        },
      }));
  it('is not decreased to more', () =>
    given(made).when('DecreasePledge', total('150')).thenRejected('NotADecrease', { made: '100', currency: 'EUR' }));
  it('is not decreased below what was handed over (R10)', () =>
    given(...standing, delivered('30'))
      .when('DecreasePledge', total('20'))
      .thenRejected('AlreadyDelivered', { delivered: '30', currency: 'EUR' }));
  it('is not decreased below what is allocated (R2)', () =>
    given(...standing, delivered('30'))
      .when('DecreasePledge', total('40'))
      .thenRejected('OverAllocation', { committed: '40', allocated: '50', remaining: '0', currency: 'EUR' }));
  it('is decreased once (R34)', () =>
    given(made, { type: 'PledgeDecreased', data: sides('100', '90') })
      .when('DecreasePledge', total('90'))
      .thenNothing());
});

describe('the withdrawal of a pledge', () => {
  const withdraw = { pledgeId, reason: 'a new government' };
  const orphaned = (from: string, to: string): Past => ({
    type: 'AllocationOrphaned',
    data: {
      ...{ ...first, currency: 'EUR', amount: { from: { amount: from }, to: { amount: to } } },
      ...{ against: { from, to }, reason: 'withdrawn' },
    },
  });

  it('orphans its open allocations in the same breath (R11)', () =>
    given(...standing)
      .when('WithdrawPledge', withdraw)
      .then(withdrawn, orphaned('50', '0')));
  it('keeps what was handed over (R10)', () =>
    given(...standing, delivered('30'))
      .when('WithdrawPledge', withdraw)
      .then(
        {
          type: 'PledgeWithdrawn',
          data: {
            ...{ ...whose, currency: 'EUR', from: { amount: '100' }, to: { amount: '30' }, delivered: '30' },
            ...{ committed: { from: { amount: '80' }, to: { amount: '30' } }, ...bound('8', '3') },
            reason: 'a new government',
          },
        },
        orphaned('50', '30'),
      ));
  it('leaves alone an allocation that was handed over whole', () =>
    given(...standing, delivered('50', true))
      .when('WithdrawPledge', withdraw)
      .then({
        type: 'PledgeWithdrawn',
        data: {
          ...{ ...whose, currency: 'EUR', from: { amount: '100' }, to: { amount: '50' }, delivered: '50' },
          ...{ committed: { from: { amount: '80' }, to: { amount: '50' } }, ...bound('8', '5') },
          reason: 'a new government',
        },
      }));
  it('is refused where all was handed over (R10)', () =>
    given(
      made,
      { type: 'PledgeDecreased', data: { ...whose, from: { amount: '100' }, to: { amount: '50' }, claims } },
      { ...committed, data: { ...whose, from: { amount: '0' }, to: { amount: '50' }, claims } },
      allocatedFirst,
      delivered('50', true),
    )
      .when('WithdrawPledge', withdraw)
      .thenRejected('AlreadyDelivered', { delivered: '50', currency: 'EUR' }));
  it('is the donor’s (R1)', () =>
    given(...standing)
      .when('WithdrawPledge', withdraw, { by: 'USA' })
      .thenRejected('NotTheDonor', { donor: 'DEU' }));
  it('happens once (R34)', () =>
    given(...standing, withdrawn)
      .when('WithdrawPledge', withdraw)
      .thenNothing());
  it('ends what can be done with the pledge', () =>
    given(...standing, withdrawn)
      .when('CommitPledge', { pledgeId, amount: eur('90'), claims })
      .thenRejected('PledgeNotStanding', { status: 'withdrawn' }));
});

describe('an allocation', () => {
  const second = { pledgeId, allocationId: 'second', claims };

  it('is set apart of what is committed', () =>
    given(made, committed)
      .when('AllocatePledge', {
        ...{ pledgeId, allocationId: 'first', claims },
        lines: [{ item: 'howitzer', quantity: '4' }],
        amount: eur('50'),
      })
      .then(allocatedFirst));
  it('is set apart once (R34)', () =>
    given(...standing)
      .when('AllocatePledge', {
        ...{ pledgeId, allocationId: 'first', claims },
        lines: [{ item: 'howitzer', quantity: '4' }],
        amount: eur('50'),
      })
      .thenNothing());
  it('is not set apart otherwise under the same name', () =>
    given(...standing)
      .when('AllocatePledge', { ...second, allocationId: 'first', amount: eur('10') })
      .thenRejected('AllocationExists', { allocationId: 'first' }));
  it('takes no more than remains (R2)', () =>
    given(...standing)
      .when('AllocatePledge', { ...second, amount: eur('30.01') })
      .thenRejected('OverAllocation', { committed: '80', allocated: '80.01', remaining: '30', currency: 'EUR' }));
  it('takes all that remains (R2)', () =>
    given(...standing)
      .when('AllocatePledge', { ...second, amount: eur('30') })
      .then({
        type: 'PledgeAllocated',
        data: {
          ...{ ...whose, allocationId: 'second', lines: [], amount: eur('30'), claims },
          against: { amount: '30', currency: 'EUR' },
        },
      }));
  it('takes nothing of what is not committed (R2)', () =>
    given(made)
      .when('AllocatePledge', { ...second, amount: eur('1') })
      .thenRejected('OverAllocation', { committed: '0', allocated: '1', remaining: '0', currency: 'EUR' }));
  it('of an unknown amount takes nothing of what is not committed (R2)', () =>
    given(made)
      .when('AllocatePledge', { ...second, amountUnknown: 'withheld' })
      .thenRejected('OverAllocation', { committed: '0', allocated: '0', remaining: '0', currency: 'EUR' }));
  it('is not judged against a commitment that is withheld', () =>
    given(made, {
      type: 'PledgeCommitted',
      data: { ...whose, currency: 'EUR', from: { amount: '0' }, to: { unknown: 'withheld' }, claims },
    })
      .when('AllocatePledge', { ...second, amount: eur('500'), kind: 'humanitarian' })
      .then({
        type: 'PledgeAllocated',
        data: {
          ...{ ...whose, kind: 'humanitarian', allocationId: 'second', lines: [], amount: eur('500'), claims },
          against: { amount: '500', currency: 'EUR' },
        },
      }));
  it('takes no more of an item than is pledged (R2)', () =>
    given(...standing)
      .when('AllocatePledge', { ...second, amount: eur('1'), lines: [{ item: 'howitzer', quantity: '7' }] })
      .thenRejected('OverAllocation', { item: 'howitzer', pledged: '10', allocated: '11', already: '4' }));
  it('beyond the commitment is kept with a breach where it is imported (R32)', () =>
    given(...standing)
      .when('AllocatePledge', { ...second, amount: eur('40') }, { imported: true })
      .then({
        type: 'PledgeAllocated',
        data: {
          ...{ ...whose, allocationId: 'second', lines: [], amount: eur('40'), claims },
          against: { amount: '40', currency: 'EUR' },
          breaches: [
            {
              ...{ rule: 'R2', code: 'OverAllocation' },
              facts: { committed: '80', allocated: '90', remaining: '30', currency: 'EUR' },
            },
          ],
        },
      }));
  it('is the donor’s to make (R1)', () =>
    given(made, committed)
      .when('AllocatePledge', { ...second, amount: eur('1') }, { by: 'USA' })
      .thenRejected('NotTheDonor', { donor: 'DEU' }));

  describe('in another currency', () => {
    const usd = { amount: '54', currency: 'USD', basis: 'claimed' as const };
    const published = {
      type: 'RatesPublished',
      data: { ratesId: 'r18', base: 'EUR', on: '2024-06-01', rates: { EUR: '1', USD: '1.08' }, source: 'ECB' },
    };

    it('is held against the pledge by the named rates, and never converted', () =>
      given(made, committed)
        .and(RateSet, published)
        .when('AllocatePledge', { ...second, amount: usd, rates: 'r18' })
        .then({
          type: 'PledgeAllocated',
          data: {
            ...{ ...whose, allocationId: 'second', lines: [], amount: usd, claims },
            against: { amount: '50', currency: 'EUR', rates: 'r18' },
          },
        }));
    it('is refused without rates', () =>
      given(made, committed)
        .when('AllocatePledge', { ...second, amount: usd })
        .thenRejected('NoRate', { currency: 'USD' }));
    it('is refused where the rates lack its currency', () =>
      given(made, committed)
        .and(RateSet, published)
        .when('AllocatePledge', { ...second, amount: { ...usd, currency: 'JPY' }, rates: 'r18' })
        .thenRejected('NoRate', { currency: 'JPY' }));
    it('takes no more than remains (R2)', () =>
      given(...standing)
        .and(RateSet, published)
        .when('AllocatePledge', { ...second, amount: usd, rates: 'r18' })
        .thenRejected('OverAllocation', { committed: '80', allocated: '100', remaining: '30', currency: 'EUR' }));
  });
});

describe('the end of an allocation', () => {
  const which = { pledgeId, allocationId: 'first' };
  const end = {
    ...{ ...first, currency: 'EUR', amount: { from: { amount: '50' }, to: { amount: '0' } } },
    against: { from: '50', to: '0' },
  };

  it('gives back what was set apart', () =>
    given(...standing)
      .when('ReleaseAllocation', which)
      .then({ type: 'AllocationReleased', data: end }));
  it('keeps what was handed over', () =>
    given(...standing, delivered('30'))
      .when('ReleaseAllocation', which)
      .then({
        type: 'AllocationReleased',
        data: { ...end, amount: { from: { amount: '50' }, to: { amount: '30' } }, against: { from: '50', to: '30' } },
      }));
  it('makes room for another (R2)', () =>
    given(...standing, { type: 'AllocationReleased', data: end })
      .when('AllocatePledge', { pledgeId, allocationId: 'second', amount: eur('80'), claims })
      .then({
        type: 'PledgeAllocated',
        data: {
          ...{ ...whose, allocationId: 'second', lines: [], amount: eur('80'), claims },
          against: { amount: '80', currency: 'EUR' },
        },
      }));
  it('gives back nothing where all was handed over (R10)', () =>
    given(...standing, delivered('50', true))
      .when('ReleaseAllocation', which)
      .thenRejected('AlreadyDelivered', { delivered: '50', currency: 'EUR' }));
  it('happens once (R34)', () =>
    given(...standing, { type: 'AllocationReleased', data: end })
      .when('ReleaseAllocation', which)
      .thenNothing());
  it('is of an allocation there is', () =>
    given(made, committed)
      .when('ReleaseAllocation', which)
      .thenRejected('NoSuchAllocation', { allocationId: 'first' }));
  it('orphans it where its ground is gone', () =>
    given(...standing)
      .when('OrphanAllocation', { ...which, reason: 'requirement gone' }, { by: 'NSATU' })
      .then({ type: 'AllocationOrphaned', data: { ...end, reason: 'requirement gone' } }));
  it('orphans it once (R34)', () =>
    given(...standing, { type: 'AllocationOrphaned', data: end })
      .when('OrphanAllocation', which)
      .thenNothing());
  it('does not orphan what was given back', () =>
    given(...standing, { type: 'AllocationReleased', data: end })
      .when('OrphanAllocation', which)
      .thenRejected('AllocationNotOpen', { status: 'released' }));
});

describe('a delivery', () => {
  const deliver = { pledgeId, allocationId: 'first', claims };

  it('is reported in total', () =>
    given(...standing)
      .when('ReportDelivery', { ...deliver, value: eur('30') })
      .then(delivered('30')));
  it('is reported once (R34)', () =>
    given(...standing, delivered('30'))
      .when('ReportDelivery', { ...deliver, value: eur('30') })
      .thenNothing());
  it('without a value counts as all of the allocation', () =>
    given(...standing)
      .when('ReportDelivery', { ...deliver, lines: [{ item: 'howitzer', quantity: '4' }] })
      .then({
        type: 'DeliveryReported',
        data: {
          ...{ ...first, lines: [{ item: 'howitzer', quantity: '4' }], against: { from: '0', to: '50' } },
          ...{ complete: true, claims },
        },
      }));
  it('is no more than was allocated (R12)', () =>
    given(...standing)
      .when('ReportDelivery', { ...deliver, lines: [{ item: 'howitzer', quantity: '5' }] })
      .thenRejected('QuantityExceeds', { item: 'howitzer', delivered: '5', allocated: '4' }));
  it('beyond what was allocated is kept with a breach where it is imported (R32)', () =>
    given(...standing)
      .when('ReportDelivery', { ...deliver, value: eur('60') }, { imported: true })
      .then({
        type: 'DeliveryReported',
        data: {
          ...{ ...first, lines: [], value: eur('60'), against: { from: '0', to: '60' }, complete: true, claims },
          breaches: [{ rule: 'R12', code: 'QuantityExceeds', facts: { delivered: '60', allocated: '50' } }],
        },
      }));
  it('does not become less (R10)', () =>
    given(...standing, delivered('30'))
      .when('ReportDelivery', { ...deliver, value: eur('20') })
      .thenRejected('AlreadyDelivered', { delivered: '30' }));
  it('is reported by the donor or the coordinator', () =>
    given(...standing)
      .when('ReportDelivery', { ...deliver, value: eur('30') }, { by: 'FRA' })
      .thenRejected('NotTheDonor', { donor: 'DEU' }));
});

describe('what consignments carry of an allocation (R12)', () => {
  const consign = (consignmentId: string, quantity: string, item = 'howitzer') => ({
    ...{ pledgeId, allocationId: 'first', consignmentId, lines: [{ item, quantity }] },
  });
  const consigned = (consignmentId: string, to: string, from?: string): Past => ({
    type: 'AllocationConsigned',
    data: {
      ...{ ...first, consignmentId, from: from === undefined ? [] : [{ item: 'howitzer', quantity: from }] },
      to: to === '0' ? [] : [{ item: 'howitzer', quantity: to }],
    },
  });
  const handOver = (consignmentId: string, total: string, part: string, value: string, from = '0'): Past => ({
    type: 'DeliveryReported',
    data: {
      ...{ ...first, lines: [{ item: 'howitzer', quantity: total }], value: eur(value), against: { from, to: value } },
      ...{ complete: value === '50', consignmentId, handedOver: [{ item: 'howitzer', quantity: part }] },
      claims: [{ source: `consignment ${consignmentId}`, said: '2024-06-01' }],
    },
  });
  const policy = { roles: ['policy'] };

  it('is set apart for each', () =>
    given(...standing)
      .when('ConsignAllocation', consign('c1', '3'))
      .then(consigned('c1', '3')));
  it('is set apart once (R34)', () =>
    given(...standing, consigned('c1', '3'))
      .when('ConsignAllocation', consign('c1', '3'))
      .thenNothing());
  it('is together no more than it holds', () =>
    given(...standing, consigned('c1', '3'))
      .when('ConsignAllocation', consign('c2', '2'))
      .thenRejected('QuantityExceeds', { item: 'howitzer', consigned: '2', allowed: '1', allocated: '4' }));
  it('is nothing that it does not name', () =>
    given(...standing)
      .when('ConsignAllocation', consign('c1', '1', 'tank'))
      .thenRejected('QuantityExceeds', { item: 'tank', consigned: '1', allowed: '0', allocated: '0' }));
  it('is whatever it is where the allocation does not say what it holds', () =>
    given(made, committed, { ...allocatedFirst, data: { ...allocatedFirst.data, lines: [] } })
      .when('ConsignAllocation', consign('c1', '3'))
      .then(consigned('c1', '3')));
  it('is less than was reported handed over without a consignment', () =>
    given(...standing, {
      type: 'DeliveryReported',
      data: {
        ...{ ...first, lines: [{ item: 'howitzer', quantity: '3' }], value: eur('30') },
        ...{ against: { from: '0', to: '30' }, complete: false, claims },
      },
    })
      .when('ConsignAllocation', consign('c1', '2'))
      .thenRejected('QuantityExceeds', { item: 'howitzer', consigned: '2', allowed: '1', allocated: '4' }));
  it('becomes less where less of it was dispatched, so that another may carry it', () =>
    given(...standing, consigned('c1', '3'))
      .when('ConsignAllocation', consign('c1', '2'))
      .then(consigned('c1', '2', '3')));
  it('never becomes more', () =>
    given(...standing, consigned('c1', '3'), consigned('c1', '0', '3'))
      .when('ConsignAllocation', consign('c1', '3'))
      .thenNothing());
  it('is nothing for good where the consignment was cancelled before it was set apart', () =>
    given(...standing)
      .when('ConsignAllocation', consign('c1', '0'))
      .then(consigned('c1', '0')));
  it('is set apart in the donor’s name', () =>
    given(...standing)
      .when('ConsignAllocation', consign('c1', '3'), { by: 'FRA' })
      .thenRejected('NotTheDonor', { donor: 'DEU' }));
  it('keeps the allocation from being released while it is under way', () =>
    given(...standing, consigned('c1', '3'))
      .when('ReleaseAllocation', { pledgeId, allocationId: 'first' })
      .thenRejected('UnderWay', { consignments: ['c1'] }));
  it('is not set apart of an allocation that was released', () =>
    given(...standing, {
      type: 'AllocationReleased',
      data: {
        ...first,
        currency: 'EUR',
        amount: { from: { amount: '50' }, to: { amount: '0' } },
        against: { from: '50', to: '0' },
      },
    })
      .when('ConsignAllocation', consign('c1', '3'))
      .thenRejected('AllocationNotOpen', { status: 'released' }));

  it('is delivered when it is handed over, its value by the share of the one item', () =>
    given(...standing, consigned('c1', '2'))
      .when('RecordHandOver', consign('c1', '2'), policy)
      .then(handOver('c1', '2', '2', '25')));
  it('is delivered once (R34)', () =>
    given(...standing, consigned('c1', '2'), handOver('c1', '2', '2', '25'))
      .when('RecordHandOver', consign('c1', '2'), policy)
      .thenNothing());
  it('adds up to all of the allocation', () =>
    given(...standing, consigned('c1', '2'), consigned('c2', '2'), handOver('c1', '2', '2', '25'))
      .when('RecordHandOver', consign('c2', '2'), policy)
      .then(handOver('c2', '4', '2', '50', '25')));
  it('is delivered no further than it was set apart', () =>
    given(...standing, consigned('c1', '2'))
      .when('RecordHandOver', consign('c1', '3'), policy)
      .thenRejected('QuantityExceeds', { item: 'howitzer', delivered: '3', allowed: '2' }));
  it('is delivered where it was set apart', () =>
    given(...standing)
      .when('RecordHandOver', consign('c1', '2'), policy)
      .thenRejected('NotConsigned', { allocationId: 'first', consignmentId: 'c1' }));
  it('is worth at least nothing while only some of several items are handed over', () =>
    given(
      ...[made, committed],
      {
        ...allocatedFirst,
        data: { ...allocatedFirst.data, lines: [guns, { item: 'shell', quantity: '100' }] },
      },
      consigned('c1', '2'),
    )
      .when('RecordHandOver', consign('c1', '2'), policy)
      .then({
        ...handOver('c1', '2', '2', '0'),
        data: { ...handOver('c1', '2', '2', '0').data, atLeast: true },
      } as Past));
  it('is worth what it was before where nothing of it is handed over', () =>
    given(
      ...[made, committed],
      {
        ...allocatedFirst,
        data: { ...allocatedFirst.data, lines: [guns, { item: 'shell', quantity: '100' }] },
      },
      consigned('c1', '2'),
    )
      .when('RecordHandOver', consign('c1', '0'), policy)
      .then({
        ...handOver('c1', '0', '0', '0'),
        data: { ...handOver('c1', '0', '0', '0').data, lines: [], handedOver: [] },
      } as Past));
  it('is not handed over where all of it was given back', () =>
    given(...standing, consigned('c1', '2'), consigned('c1', '0', '2'))
      .when('RecordHandOver', consign('c1', '0'), policy)
      .thenNothing());
  it('is not reported beside the consignments that carry it', () =>
    given(...standing, consigned('c1', '2'))
      .when('ReportDelivery', { pledgeId, allocationId: 'first', lines: [{ item: 'howitzer', quantity: '2' }], claims })
      .thenRejected('ConsignmentTracked', { consignments: ['c1'] }));
  it('is valued by the donor, where it is known', () =>
    given(...standing, consigned('c1', '2'), handOver('c1', '2', '2', '25'))
      .when('ReportDelivery', { pledgeId, allocationId: 'first', value: eur('30'), claims })
      .then({
        type: 'DeliveryReported',
        data: {
          ...{ ...first, lines: [{ item: 'howitzer', quantity: '2' }], value: eur('30') },
          ...{ against: { from: '25', to: '30' }, complete: false, claims },
        },
      }));
  it('cannot be taken back by a lower total once it is handed over (R10)', () =>
    given(...standing, consigned('c1', '2'), handOver('c1', '2', '2', '25'))
      .when('DecreasePledge', { pledgeId, amount: eur('20'), claims })
      .thenRejected('AlreadyDelivered', { delivered: '25', currency: 'EUR' }));
});

describe('a conditional pledge (R30)', () => {
  const condition = { text: 'thirty interceptors in all', until: '2024-07-01' };
  const conditional: Past = { type: 'PledgeMade', data: { ...words, currency: 'EUR', condition } };
  const met: Past = { type: 'ConditionMet', data: { pledgeId, donor: 'DEU' } };
  const lapsed: Past = { type: 'ConditionLapsed', data: { ...whose, currency: 'EUR', until: '2024-07-01' } };
  const commit = { pledgeId, amount: eur('80'), claims };
  const coordinator = { by: 'NSATU', roles: ['coordinator'] };

  it('is not committed before its condition is met', () =>
    given(conditional).when('CommitPledge', commit).thenRejected('ConditionNotMet', { until: '2024-07-01' }));
  it('is committed once it is met', () => given(conditional, met).when('CommitPledge', commit).then(committed));
  it('is not committed for a time before it was met', () =>
    given(conditional, met)
      .when('CommitPledge', commit, { occurredAt: '2024-05-31T00:00:00.000Z' })
      .thenRejected('ConditionNotMet', { until: '2024-07-01', since: AT }));
  it('is met', () => given(conditional).when('MeetCondition', { pledgeId }, coordinator).then(met));
  it('is met once (R34)', () => given(conditional, met).when('MeetCondition', { pledgeId }, coordinator).thenNothing());
  it('lapses after its last day', () =>
    given(conditional)
      .when('LapseCondition', { pledgeId }, { ...coordinator, at: '2024-07-02T00:00:00.000Z' })
      .then(lapsed));
  it('does not lapse on it', () =>
    given(conditional)
      .when('LapseCondition', { pledgeId }, { ...coordinator, at: '2024-07-01T23:59:59.000Z' })
      .thenRejected('NotYet', { until: '2024-07-01' }));
  it('does not lapse once it is met', () =>
    given(conditional, met)
      .when('LapseCondition', { pledgeId }, { ...coordinator, at: '2024-07-02T00:00:00.000Z' })
      .thenRejected('ConditionAlreadyMet', { pledgeId }));
  it('lapses once (R34)', () =>
    given(conditional, lapsed)
      .when('LapseCondition', { pledgeId }, { ...coordinator, at: '2024-07-02T00:00:00.000Z' })
      .thenNothing());
  it('is not met once it has lapsed', () =>
    given(conditional, lapsed)
      .when('MeetCondition', { pledgeId }, coordinator)
      .thenRejected('PledgeNotStanding', { status: 'lapsed' }));
  it('is something that other pledges are not', () =>
    given(made).when('MeetCondition', { pledgeId }, coordinator).thenRejected('NoCondition', { pledgeId }));
  it('is not met after its last day', () =>
    given(conditional)
      .when('MeetCondition', { pledgeId }, { ...coordinator, at: '2024-07-02T00:00:00.000Z' })
      .thenRejected('ConditionOver', { until: '2024-07-01' }));
  it('binds its donor to goods once it is met, where an import had committed it before', () =>
    given(conditional, {
      type: 'PledgeCommitted',
      data: { ...whose, currency: 'EUR', from: { amount: '0' }, to: { amount: '80' }, claims },
    })
      .when('MeetCondition', { pledgeId }, coordinator)
      .then({ ...met, data: { pledgeId, donor: 'DEU', ...bound('0', '8') } }));
});

describe('a pledge that waits for what others commit to (R30)', () => {
  const threshold = { item: 'interceptor', quantity: '25' };
  const condition = { text: 'thirty interceptors in all', until: '2024-07-01', threshold };
  const waiting: Past = { type: 'PledgeMade', data: { ...words, currency: 'EUR', condition } };
  const of = (pledge: string, donor: string, quantity: string) => ({ pledgeId: pledge, donor, quantity });
  const counted = [of('us', 'USA', '20'), of('nl', 'NLD', '5')];
  const ledger = { roles: ['policy'] };

  it('is met once that reaches its threshold', () =>
    given(waiting)
      .when('MeetCondition', { pledgeId, counted }, ledger)
      .then({ type: 'ConditionMet', data: { pledgeId, donor: 'DEU', counted } }));
  it.each([
    ['by less', [of('us', 'USA', '20'), of('nl', 'NLD', '4.999')], '24.999'],
    ['by the donor’s own', [of('us', 'USA', '20'), of('own', 'DEU', '5')], '20'],
    ['by one that is counted twice', [of('us', 'USA', '20'), of('us', 'USA', '20')], '20'],
    ['by nothing', undefined, '0'],
  ])('is not met %s', (_, some, reached) =>
    given(waiting)
      .when('MeetCondition', { pledgeId, ...(some && { counted: some }) }, ledger)
      .thenRejected('ConditionNotMet', { ...threshold, counted: reached }),
  );
  it.each(['coordinator', 'historian'])('is not met because a %s says so', (role) =>
    given(waiting)
      .when('MeetCondition', { pledgeId, counted }, { roles: [role] })
      .thenRejected('ConditionIsCounted', { threshold }),
  );
});

describe('the goods that a donor is bound to', () => {
  const commitment = (pledge: Past, data: object) => given(pledge).when('CommitPledge', { pledgeId, claims, ...data });
  const unknown = { from: { amount: '0' }, to: { unknown: 'withheld' as const } };
  const of = (data: object): Past => ({ type: 'PledgeMade', data: { ...words, currency: 'EUR', ...data } });

  it('are all of them where the amount is withheld', () =>
    commitment(made, { amountUnknown: 'withheld' }).then({
      type: 'PledgeCommitted',
      data: { ...{ ...whose, currency: 'EUR', ...unknown, claims }, ...bound('0', '10') },
    }));
  it('are all of them where nobody said what they were worth', () =>
    commitment(of({ amount: undefined, amountUnknown: 'withheld' }), { amount: eur('1') }).then({
      type: 'PledgeCommitted',
      data: { ...committed.data, to: { amount: '1' }, ...bound('0', '10') },
    }));
  it('are what is known of them, line by line', () =>
    commitment(of({ lines: [guns, { ...guns, unit: 'piece' }, { item: 'shell', quantityUnknown: 'withheld' }] }), {
      amount: eur('80'),
    }).then({
      type: 'PledgeCommitted',
      data: { ...committed.data, goods: [{ item: 'howitzer', unit: 'piece', from: '0', to: '16' }] },
    }));
  it('stay where more money is pledged for them, or less than is committed', () =>
    given(made, committed, {
      type: 'PledgeIncreased',
      data: { ...whose, from: { amount: '100' }, to: { amount: '200' }, claims },
    })
      .when('CommitPledge', { pledgeId, amount: eur('90'), claims })
      .then({
        type: 'PledgeCommitted',
        data: { ...committed.data, from: { amount: '80' }, to: { amount: '90' }, ...bound('8', '9') },
      }));
});

describe('a pledge that draws on another (R9)', () => {
  const other = (id: string, more: object = {}): Past => ({
    type: 'PledgeMade',
    data: { ...words, pledgeId: id, currency: 'EUR', ...more },
  });
  const drawing = { ...words, drawsOn: 'frame' };

  it('says so when it is made', () =>
    given(other('frame'))
      .when('MakePledge', drawing)
      .then({ type: 'PledgeMade', data: { ...drawing, currency: 'EUR' } }));
  it('draws on a pledge there is', () =>
    given().when('MakePledge', drawing).thenRejected('NoSuchPledge', { pledgeId: 'frame' }));
  it('does not draw on another donor’s', () =>
    given(other('frame', { donor: 'DNK' }))
      .when('MakePledge', drawing)
      .thenRejected('DrawAcrossDonors', { donor: 'DEU', of: 'DNK' }));
  it('draws on another donor’s fund', () =>
    given(other('frame', { donor: 'DNK', asFund: true }))
      .when('MakePledge', drawing)
      .then({ type: 'PledgeMade', data: { ...drawing, currency: 'EUR' } }));
  it('is linked to what it announces again', () =>
    given(other('frame'), ...standing)
      .when('LinkReannouncement', { pledgeId, drawsOn: 'frame' })
      .then({
        type: 'PledgeLinked',
        data: {
          ...{ ...whose, currency: 'EUR', committed: { from: { amount: '80' }, to: { amount: '0' } } },
          ...{ allocations: ['first'], drawsOn: 'frame', ...bound('8', '0') },
        },
      }));
  it('is linked once (R34)', () =>
    given(other('frame'), made, { type: 'PledgeLinked', data: { ...whose, allocations: [], drawsOn: 'frame' } })
      .when('LinkReannouncement', { pledgeId, drawsOn: 'frame' })
      .thenNothing());
  it('does not draw on itself', () =>
    given(made)
      .when('LinkReannouncement', { pledgeId, drawsOn: pledgeId })
      .thenRejected('DrawCycle', { pledgeId, drawsOn: pledgeId }));
  it('does not draw on what draws on it', () =>
    given(made, other('second', { drawsOn: pledgeId }), other('third', { drawsOn: 'second' }))
      .when('LinkReannouncement', { pledgeId, drawsOn: 'third' })
      .thenRejected('DrawCycle', { pledgeId, drawsOn: 'third' }));
  it('says so in what changes its figures', () =>
    given(other('frame'), { type: 'PledgeMade', data: { ...drawing, currency: 'EUR' } })
      .when('CommitPledge', { pledgeId, amount: eur('80'), claims })
      .then({
        type: 'PledgeCommitted',
        data: {
          ...{ ...whose, drawsOn: 'frame', currency: 'EUR', from: { amount: '0' }, to: { amount: '80' } },
          ...{ basis: 'claimed', claims },
        },
      }));
});

describe('the merger of two pledges (R33)', () => {
  const into = (donor = 'DEU'): Past => ({
    type: 'PledgeMade',
    data: { ...words, donor, pledgeId: 'same', currency: 'EUR' },
  });
  const propose = { pledgeId, proposalId: 'dup', into: 'same', reason: 'the same package' };
  const proposed: Past = { type: 'MergeProposed', data: { ...propose, subject: 'operator of DEU' } };
  const merged: Past = {
    type: 'PledgeMerged',
    data: {
      ...{ ...whose, currency: 'EUR', committed: { from: { amount: '80' }, to: { amount: '0' } } },
      ...{ allocations: ['first'], into: 'same', proposalId: 'dup', proposedBy: 'operator of DEU' },
      ...bound('8', '0'),
    },
  };
  const merge = { pledgeId, proposalId: 'dup' };

  it('is proposed', () =>
    given(into(), ...standing)
      .when('ProposeMerge', propose)
      .then(proposed));
  it('is proposed once (R34)', () =>
    given(into(), ...standing, proposed)
      .when('ProposeMerge', propose)
      .thenNothing());
  it('is not proposed into itself', () =>
    given(...standing)
      .when('ProposeMerge', { ...propose, into: pledgeId })
      .thenRejected('SamePledge', { into: pledgeId }));
  it('is not proposed across donors', () =>
    given(into('DNK'), ...standing)
      .when('ProposeMerge', propose)
      .thenRejected('MergeAcrossDonors', { donor: 'DEU', of: 'DNK' }));
  it('is done by a second person', () =>
    given(into(), ...standing, proposed)
      .when('MergePledge', merge, colleague)
      .then(merged));
  it('is not done by who proposed it', () =>
    given(into(), ...standing, proposed)
      .when('MergePledge', merge)
      .thenRejected('SameActor', { subject: 'operator of DEU' }));
  it('is not done unless it was proposed', () =>
    given(into(), ...standing)
      .when('MergePledge', merge, colleague)
      .thenRejected('NotProposed', { proposalId: 'dup' }));
  it('is done once (R34)', () =>
    given(into(), ...standing, proposed, merged)
      .when('MergePledge', merge, colleague)
      .thenNothing());
});

describe('the revaluation of a pledge (R33)', () => {
  const book = { amount: '90', currency: 'EUR', basis: 'book' as const };
  const propose = { pledgeId, proposalId: 'val', amount: book, method: 'net book value', claims };
  const proposed: Past = { type: 'RevaluationProposed', data: { ...propose, subject: 'operator of DEU' } };
  const revalued: Past = {
    type: 'PledgeRevalued',
    data: {
      ...{ ...whose, proposalId: 'val', currency: 'EUR', basis: 'book', method: 'net book value', delta: '-10' },
      ...{ from: { amount: '100' }, to: { amount: '90' }, proposedBy: 'operator of DEU' },
      ...bound('8', '8.888888889'),
    },
  };
  const revalue = { pledgeId, proposalId: 'val' };

  it('is proposed', () =>
    given(...standing)
      .when('ProposeRevaluation', propose)
      .then(proposed));
  it('is proposed once (R34)', () =>
    given(...standing, proposed)
      .when('ProposeRevaluation', propose)
      .thenNothing());
  it('names its basis (R6)', () =>
    given(...standing)
      .when('ProposeRevaluation', { ...propose, amount: { amount: '90', currency: 'EUR' } })
      .thenRejected('NoBasis', { amount: '90' }));
  it('is done by a second person', () =>
    given(...standing, proposed)
      .when('RevaluePledge', revalue, colleague)
      .then(revalued));
  it('is not done by who proposed it', () =>
    given(...standing, proposed)
      .when('RevaluePledge', revalue)
      .thenRejected('SameActor', { subject: 'operator of DEU' }));
  it('is not done unless it was proposed', () =>
    given(...standing)
      .when('RevaluePledge', revalue, colleague)
      .thenRejected('NotProposed', { proposalId: 'val' }));
  it('is done once (R34)', () =>
    given(...standing, proposed, revalued)
      .when('RevaluePledge', revalue, colleague)
      .thenNothing());
  it('values what is committed anew where it says so', () =>
    given(...standing, {
      type: 'RevaluationProposed',
      data: { ...propose, committed: { ...book, amount: '70' }, subject: 'operator of DEU' },
    })
      .when('RevaluePledge', revalue, colleague)
      .then({
        type: 'PledgeRevalued',
        data: {
          ...{ ...revalued.data, committed: { from: { amount: '80' }, to: { amount: '70' } } },
          ...bound('8', '7.777777778'),
        },
      }));
  it('does not value what is pledged below what is committed (R2)', () =>
    given(...standing, {
      type: 'RevaluationProposed',
      data: { ...propose, amount: { ...book, amount: '60' }, subject: 'operator of DEU' },
    })
      .when('RevaluePledge', revalue, colleague)
      .thenRejected('OverCommitment', { made: '60', committed: '80', remaining: '0', currency: 'EUR' }));
});

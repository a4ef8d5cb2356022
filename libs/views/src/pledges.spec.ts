import { specifyView, type Told } from '#testing';
import type { PledgeAllocated, PledgeCommitted, PledgeMade } from '#domain';
import { pledges } from './pledges.js';

const given = specifyView(pledges);
const T1 = '2024-06-01T09:00:00.000Z';
const T2 = '2024-07-01T09:00:00.000Z';
const whose = { pledgeId: 'p', donor: 'DEU', kind: 'military' as const };
const eur = (amount: string) => ({ amount, currency: 'EUR', basis: 'claimed' as const });

const made: Told<PledgeMade> = {
  type: 'PledgeMade',
  data: {
    ...{ ...whose, title: 'Howitzers', lines: [], amount: eur('100'), currency: 'EUR', claims: [] },
    foreign: { source: 'kiel', release: 'r18', id: 'DEM1' },
  },
  occurredAt: T1,
};
const committed: Told<PledgeCommitted> = {
  type: 'PledgeCommitted',
  data: { ...whose, currency: 'EUR', from: { amount: '0' }, to: { amount: '80' }, claims: [] },
  occurredAt: T2,
};
const allocated: Told<PledgeAllocated> = {
  type: 'PledgeAllocated',
  data: {
    ...whose,
    allocationId: 'a',
    lines: [],
    amount: eur('50'),
    against: { amount: '50', currency: 'EUR' },
    claims: [],
  },
  occurredAt: T2,
};
const row = {
  ...{ donor: 'DEU', kind: 'military' as const, title: 'Howitzers', status: 'made' as const, currency: 'EUR' },
  ...{ made: '100', madeUnknown: null, committed: '0', committedUnknown: null, allocated: '0' },
  ...{ allocationsUnknown: 0, delivered: '0', deliveredAtLeast: false, drawsOn: null, mergedInto: null },
  ...{ meeting: null, attendance: null, conditional: false, conditionUntil: null, reported: false },
  ...{ source: 'kiel', release: 'r18', foreignId: 'DEM1', breaches: 0, lateDays: 0, since: T1, month: T1.slice(0, 7) },
};

describe('a pledge', () => {
  it('is what was said when it was made', () => {
    given(made).then('p', row);
  });
  it('is reported until its donor confirms it', () => {
    given({ ...made, reported: true }).then('p', { ...row, reported: true });
  });
  it('is not reported once its donor has confirmed it', () => {
    given(
      { ...made, reported: true },
      { type: 'ReportConfirmed', data: { pledgeId: 'p', donor: 'DEU' }, occurredAt: T2 },
    ).then('p', row);
  });
  it('shows what is committed and allocated', () => {
    given(made, committed, allocated).then('p', { ...row, status: 'committed', committed: '80', allocated: '50' });
  });
  it('shows the same where it is said to have been made after it was committed', () => {
    given({ ...made, occurredAt: T2 }, { ...committed, occurredAt: T1 }).then('p', {
      ...row,
      status: 'committed',
      committed: '80',
      ...{ since: T2, month: T2.slice(0, 7) },
    });
  });
  it('shows what its events say before it was made', () => {
    given(committed).then('p', {
      ...{ ...row, title: null, status: 'committed', committed: '80', made: null, since: null, month: null },
      ...{ source: null, release: null, foreignId: null },
    });
  });
  it('shows why an amount is not there', () => {
    given({
      type: 'PledgeMade',
      data: { ...whose, title: 'Howitzers', lines: [], amountUnknown: 'withheld', claims: [] },
      occurredAt: T1,
    }).then('p', {
      ...{ ...row, currency: null, made: null, madeUnknown: 'withheld' },
      ...{ source: null, release: null, foreignId: null },
    });
  });
  it('counts the rules it breaks (R32)', () => {
    const breaches = [{ rule: 'R2', code: 'OverAllocation', facts: {} }];
    given(made, { ...allocated, data: { ...allocated.data, breaches } }).then('p', {
      ...row,
      allocated: '50',
      breaches: 1,
    });
  });
  it('shows what a consignment handed over, at least, where its value is not known', () => {
    given(made, committed, allocated, {
      type: 'DeliveryReported',
      data: {
        ...{
          ...whose,
          allocationId: 'a',
          lines: [],
          value: eur('0'),
          against: { from: '0', to: '0' },
          complete: false,
        },
        ...{ consignmentId: 'c', handedOver: [], atLeast: true, claims: [] },
      },
      occurredAt: T2,
    }).then('p', { ...row, status: 'committed', committed: '80', allocated: '50', deliveredAtLeast: true });
  });
  it('shows what was handed over, at least, where a value was not reported', () => {
    given(made, committed, allocated, {
      type: 'DeliveryReported',
      data: { ...whose, allocationId: 'a', lines: [], against: { from: '0', to: '50' }, complete: true, claims: [] },
      occurredAt: T2,
    }).then('p', {
      ...{ ...row, status: 'committed', committed: '80', allocated: '50', delivered: '50', deliveredAtLeast: true },
    });
  });
  it('keeps what was handed over when it is withdrawn', () => {
    given(
      made,
      committed,
      allocated,
      {
        type: 'PledgeWithdrawn',
        data: {
          ...{ ...whose, currency: 'EUR', from: { amount: '100' }, to: { amount: '30' }, delivered: '30' },
          ...{ committed: { from: { amount: '80' }, to: { amount: '30' } }, reason: 'a new government' },
        },
        occurredAt: '2024-08-01T09:00:00.000Z',
      },
      {
        type: 'AllocationOrphaned',
        data: {
          ...{ ...whose, allocationId: 'a', currency: 'EUR', amount: { from: { amount: '50' }, to: { amount: '30' } } },
          against: { from: '50', to: '30' },
        },
        occurredAt: '2024-08-01T09:00:00.000Z',
      },
    ).then('p', { ...row, status: 'withdrawn', made: '30', committed: '30', allocated: '30' });
  });
  it('waits for its condition until that is met (R30)', () => {
    const condition = { text: 'thirty in all', until: '2024-07-01' };
    given({ ...made, data: { ...made.data, condition } }).then('p', {
      ...row,
      conditional: true,
      conditionUntil: '2024-07-01',
    });
  });
});

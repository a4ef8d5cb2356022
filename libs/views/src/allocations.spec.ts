import { specifyView, type Told } from '#testing';
import type { AllocationReleased, PledgeAllocated } from '#domain';
import { allocations } from './allocations.js';

const given = specifyView(allocations);
const T1 = '2024-06-01T09:00:00.000Z';
const T2 = '2024-07-01T09:00:00.000Z';
const whose = { pledgeId: 'p', allocationId: 'a', donor: 'DEU', kind: 'military' as const };
const usd = (amount: string) => ({ amount, currency: 'USD', basis: 'claimed' as const });

const allocated: Told<PledgeAllocated> = {
  type: 'PledgeAllocated',
  data: {
    ...whose,
    lines: [],
    amount: usd('108'),
    against: { amount: '100', currency: 'EUR', rates: 'r' },
    claims: [],
  },
  occurredAt: T1,
};
const ended = {
  ...{ ...whose, currency: 'USD', amount: { from: { amount: '108' }, to: { amount: '54' } } },
  against: { from: '100', to: '50' },
};
const released: Told<AllocationReleased> = { type: 'AllocationReleased', data: ended, occurredAt: T2 };
const row = {
  ...{ pledge: 'p', allocation: 'a', donor: 'DEU', kind: 'military' as const, requirement: null, currency: 'USD' },
  ...{ amount: '108', amountUnknown: null, against: '100', delivered: '0', status: 'open' as const },
  ...{ month: '2024-06', counts: true, categories: [], breaches: 0 },
};

describe('an allocation', () => {
  it('counts in its own currency, in the month in which it occurred', () => {
    given(allocated).then('p/a', row);
  });
  it('is of the capabilities of its goods, each once', () => {
    const lines = [
      { item: 'tank', category: 'tanks', quantity: '1' },
      { item: 'shell', category: 'ammunition', quantity: '9' },
      { item: 'another tank', category: 'tanks', quantity: '1' },
      { item: 'thing', quantity: '1' },
    ];
    given({ ...allocated, data: { ...allocated.data, lines } }).then('p/a', {
      ...row,
      categories: ['ammunition', 'tanks'],
    });
  });
  it('of an unknown amount says why', () => {
    given({
      type: 'PledgeAllocated',
      data: { ...whose, lines: [], amountUnknown: 'withheld', claims: [] },
      occurredAt: T1,
    }).then('p/a', { ...row, currency: null, amount: null, amountUnknown: 'withheld', against: null });
  });
  it('tells how many rules it breaks (R32)', () => {
    const breaches = [{ rule: 'R2', code: 'OverAllocation', facts: {} }];
    given({ ...allocated, data: { ...allocated.data, breaches } }).then('p/a', { ...row, breaches: 1 });
  });
  it('counts what was handed over once it is released', () => {
    given(allocated, released).then('p/a', { ...row, status: 'released', amount: '54', against: '50' });
  });
  it('counts what was handed over once it is orphaned (R11)', () => {
    given(allocated, { ...released, type: 'AllocationOrphaned' }).then('p/a', {
      ...row,
      status: 'orphaned',
      amount: '54',
      against: '50',
    });
  });
  it('stays released when it is said to have begun later', () => {
    given({ ...allocated, occurredAt: T2 }, { ...released, occurredAt: T1 }).then('p/a', {
      ...row,
      status: 'released',
      amount: '54',
      against: '50',
      month: '2024-07',
    });
  });
  it('is delivered when nothing is left to hand over', () => {
    given(allocated, {
      type: 'DeliveryReported',
      data: { ...whose, lines: [], against: { from: '0', to: '100' }, complete: true, claims: [] },
      occurredAt: T2,
    }).then('p/a', { ...row, delivered: '100', status: 'delivered' });
  });
  it('does not count where its pledge draws on another (R9)', () => {
    given({ ...allocated, data: { ...allocated.data, drawsOn: 'frame' } }).then('p/a', { ...row, counts: false });
  });
  it('counts no more once its pledge is linked to what it announced again (R9)', () => {
    given(allocated, {
      type: 'PledgeLinked',
      data: { pledgeId: 'p', donor: 'DEU', kind: 'military', allocations: ['a'], drawsOn: 'frame' },
      occurredAt: T2,
    }).then('p/a', { ...row, counts: false });
  });
  it('counts no more once its pledge is merged', () => {
    given(allocated, {
      type: 'PledgeMerged',
      data: {
        ...{ pledgeId: 'p', donor: 'DEU', kind: 'military', allocations: ['a'] },
        ...{ into: 'q', proposalId: 'dup', proposedBy: 'somebody' },
      },
      occurredAt: T2,
    }).then('p/a', { ...row, counts: false });
  });
});

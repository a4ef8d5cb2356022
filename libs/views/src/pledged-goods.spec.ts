import { specifyView, type Told } from '#testing';
import type { PledgeCommitted, PledgeMade } from '#domain';
import { pledgedGoods } from './pledged-goods.js';

const given = specifyView(pledgedGoods);
const T1 = '2026-02-12T00:00:00.000Z';
const T2 = '2026-03-12T00:00:00.000Z';
const T3 = '2026-04-12T00:00:00.000Z';
const whose = { pledgeId: 'p', donor: 'USA', kind: 'military' as const };
const item = 'interceptor';
const key = `p/${item}`;
const sides = { from: { amount: '100' }, to: { amount: '50' } };
const fewer = { ...whose, ...sides, goods: [{ item, from: '20', to: '10' }] };
const none = { ...whose, goods: [{ item, from: '20', to: '0' }], allocations: [] };

const made: Told<PledgeMade> = {
  type: 'PledgeMade',
  data: {
    ...{ ...whose, title: 'Interceptors', claims: [] },
    lines: [
      { item, category: 'air defence', quantity: '12', unit: 'piece' },
      { item, quantity: '8' },
      { item: 'launcher', quantityUnknown: 'withheld' },
    ],
  },
  occurredAt: T1,
};
const committed: Told<PledgeCommitted> = {
  type: 'PledgeCommitted',
  data: {
    ...{ ...whose, from: { amount: '0' }, to: { amount: '100' }, claims: [] },
    goods: [{ item, unit: 'piece', from: '0', to: '20' }],
  },
  occurredAt: T2,
};
const row = {
  pledge: 'p',
  item,
  donor: 'USA',
  category: 'air defence',
  unit: 'piece',
  pledged: '20',
  pledgedAtLeast: false,
  committed: '0',
  since: T1,
};

const LAUNCHER = { item: 'launcher', category: null, unit: null, pledged: '0', pledgedAtLeast: true };

describe('the goods of a pledge', () => {
  it('are what is known of each item, and bind to nothing when they are pledged', () => {
    given(made).then(key, row);
    given(made).then('p/launcher', { ...row, ...LAUNCHER });
  });
  it('bind their donor from when they are committed', () => {
    given(made, committed).then(key, { ...row, committed: '20', since: T2 });
    given(made, committed).then('p/launcher', { ...row, ...LAUNCHER });
  });
  it('are known where the making is told to have come later', () => {
    given({ ...made, occurredAt: T3 }, committed).then(key, { ...row, committed: '20', since: T2 });
    given(committed).then(key, { ...row, category: null, pledged: '0', committed: '20', since: T2 });
  });
  it.each([
    ['less is committed', { type: 'PledgeDecreased', data: { ...fewer, claims: [] } }, '10'],
    ['the pledge is withdrawn', { type: 'PledgeWithdrawn', data: { ...fewer, delivered: '50', reason: 'why' } }, '10'],
    [
      'it is worth more than before',
      {
        type: 'PledgeRevalued',
        data: { ...fewer, currency: 'USD', method: 'book', proposalId: 'one', proposedBy: 'op' },
      },
      '10',
    ],
    ['it is announced again', { type: 'PledgeLinked', data: { ...none, drawsOn: 'q' } }, '0'],
    ['it merges', { type: 'PledgeMerged', data: { ...none, into: 'q', proposalId: 'one', proposedBy: 'op' } }, '0'],
  ] as const)('bind to less where %s', (_, event, left) => {
    given(made, committed, { ...event, occurredAt: T3 }).then(key, { ...row, committed: left, since: T3 });
  });
  it('bind their donor once a condition is met, where an import had committed them', () => {
    given(made, {
      type: 'ConditionMet',
      data: { pledgeId: 'p', donor: 'USA', goods: [{ item, from: '0', to: '20' }] },
      occurredAt: T3,
    }).then(key, { ...row, committed: '20', since: T3 });
  });
});

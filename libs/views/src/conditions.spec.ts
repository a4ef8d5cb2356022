import { specifyView } from '#testing';
import { conditions } from './conditions.js';

const given = specifyView(conditions);
const since = '2026-02-12T00:00:00.000Z';
const LATER = '2026-03-12T00:00:00.000Z';
const whose = { pledgeId: 'p', donor: 'DEU', kind: 'military' as const };
const words = { ...whose, title: 'Interceptors', lines: [], claims: [] };
const condition = { text: 'thirty in all', until: '2026-12-31', threshold: { item: 'interceptor', quantity: '25' } };
const made = { type: 'PledgeMade', data: { ...words, condition }, occurredAt: since } as const;
const row = {
  ...{ donor: 'DEU', text: 'thirty in all', until: '2026-12-31', item: 'interceptor', quantity: '25' },
  ...{ status: 'open' as const, counted: null, since },
};

describe('a condition', () => {
  it('is open, with what it waits for', () => {
    given(made).then('p', row);
  });
  it('waits for what its text says where it has no threshold', () => {
    const { text, until } = condition;
    given({ ...made, data: { ...words, condition: { text, until } } }).then('p', {
      ...row,
      item: null,
      quantity: null,
    });
  });
  it('is none where a pledge has none, whatever becomes of it', () => {
    const ended = { from: { amount: '1' }, to: { amount: '0' }, delivered: '0', reason: 'a new government' };
    given({ ...made, data: words }).then('p', undefined);
    given({ ...made, data: words }, { type: 'PledgeWithdrawn', data: { ...whose, ...ended }, occurredAt: LATER }).then(
      'p',
      undefined,
    );
  });
  it('is met, with what reached it, and stays so', () => {
    const counted = [{ pledgeId: 'us', donor: 'USA', quantity: '25' }];
    const met = { type: 'ConditionMet', data: { pledgeId: 'p', donor: 'DEU', counted }, occurredAt: LATER } as const;
    const merger = { allocations: [], into: 'q', proposalId: 'one', proposedBy: 'operator' };
    given(made, met).then('p', { ...row, status: 'met', counted });
    given(made, met, { type: 'PledgeMerged', data: { ...whose, ...merger }, occurredAt: LATER }).then('p', {
      ...row,
      ...{ status: 'met', counted },
    });
  });
  it('is met by what somebody says where there is nothing to count', () => {
    given(made, { type: 'ConditionMet', data: { pledgeId: 'p', donor: 'DEU' }, occurredAt: LATER }).then('p', {
      ...row,
      status: 'met',
    });
  });
  it('lapses, or ends with its pledge', () => {
    const ended = { from: { amount: '1' }, to: { amount: '0' }, delivered: '0', reason: 'a new government' };
    given(made, { type: 'ConditionLapsed', data: { ...whose, until: '2026-12-31' }, occurredAt: LATER }).then('p', {
      ...row,
      status: 'lapsed',
    });
    given(made, { type: 'PledgeWithdrawn', data: { ...whose, ...ended }, occurredAt: LATER }).then('p', {
      ...row,
      status: 'withdrawn',
    });
    const merger = { allocations: [], into: 'q', proposalId: 'one', proposedBy: 'operator' };
    given(made, { type: 'PledgeMerged', data: { ...whose, ...merger }, occurredAt: LATER }).then('p', {
      ...row,
      status: 'merged',
    });
  });
});

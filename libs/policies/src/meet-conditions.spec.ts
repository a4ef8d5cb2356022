import { specifyPolicy, type Told } from '#testing';
import type { PledgeCommitted, PledgeMade } from '#domain';
import { meetConditions } from './meet-conditions.js';

const given = specifyPolicy(meetConditions);
const MADE = '2026-02-12T00:00:00.000Z';
const [MARCH, APRIL] = ['2026-03-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'];
const item = 'interceptor';
const threshold = { item, quantity: '25' };
const condition = { text: 'thirty in all', until: '2026-04-30', threshold };
const donation = { kind: 'military' as const, claims: [] };
const made = (more: object): Told<PledgeMade> => ({
  type: 'PledgeMade',
  data: { ...donation, pledgeId: 'p', donor: 'DEU', title: 'Interceptors', lines: [], ...more },
  occurredAt: MADE,
});
const committed = (goods?: PledgeCommitted['data']['goods']): Told<PledgeCommitted> => ({
  type: 'PledgeCommitted',
  data: {
    ...{ ...donation, pledgeId: 'nl', donor: 'NLD', from: { amount: '0' }, to: { amount: '5' } },
    ...(goods && { goods }),
  },
  occurredAt: APRIL,
});
const rise = [{ item, from: '0', to: '5' }];
const open = { key: 'p', donor: 'DEU', ...threshold, until: '2026-04-30', status: 'open', since: MADE };
const bound = (pledge: string, donor: string, quantity: string, since: string) => ({
  ...{ key: `${pledge}/${item}`, pledge, item, donor, committed: quantity, since },
});
const us = bound('us', 'USA', '20', MARCH);
const nl = bound('nl', 'NLD', '5', APRIL);
const counted = [
  { pledgeId: 'us', donor: 'USA', quantity: '20' },
  { pledgeId: 'nl', donor: 'NLD', quantity: '5' },
];
const meets = (occurredAt: string, some = counted) =>
  ({ type: 'MeetCondition', as: 'DEU', data: { pledgeId: 'p', counted: some }, occurredAt }) as const;

describe('a condition that waits for others', () => {
  it('is met when they are committed to enough, by those that came until then', () => {
    given(committed(rise))
      .reading('conditions', open)
      .reading('pledged-goods', nl, bound('fr', 'FRA', '9', '2026-04-02T00:00:00.000Z'), us)
      .then(meets(APRIL));
  });
  it('is met by those that were committed before, when it was made', () => {
    const before = bound('us', 'USA', '30', '2026-01-01T00:00:00.000Z');
    given(made({ condition }))
      .reading('pledged-goods', before)
      .then(meets(MADE, [{ pledgeId: 'us', donor: 'USA', quantity: '30' }]));
  });
  it.each([
    ['less than enough', [us]],
    ['what its own donor gives beside it', [us, bound('own', 'DEU', '5', APRIL)]],
    ['what binds nobody', [us, bound('nl', 'NLD', '0', APRIL)]],
    ['other things', [us, { ...nl, item: 'launcher' }]],
  ])('is not met by %s', (_, rows) => {
    given(committed(rise))
      .reading('conditions', open)
      .reading('pledged-goods', ...rows)
      .then();
  });
  it('is met on its last day, and not after it', () => {
    const on = (since: string) => [us, { ...nl, since }] as const;
    const late = '2026-04-30T23:59:59.999Z';
    given(committed(rise))
      .reading('conditions', open)
      .reading('pledged-goods', ...on(late))
      .then(meets(late));
    given(committed(rise))
      .reading('conditions', open)
      .reading('pledged-goods', ...on('2026-05-01T00:00:00.000Z'))
      .then();
  });
  it('is one of several, each for its own things', () => {
    const other = { ...open, key: 'q', item: 'launcher', quantity: '1' };
    given(committed([...rise, { item: 'launcher', from: '0', to: '1' }]))
      .reading('conditions', open, other, { ...open, key: 'r', status: 'lapsed' })
      .reading('pledged-goods', us, nl, { ...nl, item: 'launcher', committed: '1' })
      .then(meets(APRIL), {
        ...meets(APRIL),
        data: { pledgeId: 'q', counted: [{ pledgeId: 'nl', donor: 'NLD', quantity: '1' }] },
      });
  });
});

describe('nothing is counted', () => {
  it('where no condition waits, or only for words', () => {
    given(committed(rise)).reading('conditions').then();
    given(made({ condition: { text: 'parliament agrees', until: '2026-04-30' } })).then();
    given(made({})).then();
  });
  it('where nobody is bound to more goods than before', () => {
    given(committed()).then();
    given(committed([{ item, from: '5', to: '4' }])).then();
  });
});

describe('goods that rise otherwise are counted too', () => {
  it('by another value, and by a condition that is met', () => {
    const change = { pledgeId: 'nl', donor: 'NLD', goods: rise };
    const valued = { currency: 'EUR', method: 'book', from: { amount: '2' }, to: { amount: '1' } };
    given({
      type: 'PledgeRevalued',
      data: { ...change, ...valued, kind: 'military', proposalId: 'one', proposedBy: 'op' },
    })
      .reading('conditions', open)
      .reading('pledged-goods', us, nl)
      .then(meets(APRIL));
    given({ type: 'ConditionMet', data: change })
      .reading('conditions', open)
      .reading('pledged-goods', us, nl)
      .then(meets(APRIL));
  });
});

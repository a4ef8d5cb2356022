import { specifyView, type Told } from '#testing';
import type {
  AuthorityDrawn,
  AuthorityLapsed,
  AuthorityOpened,
  CeilingRaised,
  CeilingRevoked,
  DrawsRevalued,
} from '#domain';
import { authorities } from './authorities.js';

const given = specifyView(authorities);
const authorityId = 'us-pda-fy23';
const claims = [{ source: 'a law' }];
const usd = (amount: string) => ({ amount, currency: 'USD', basis: 'replacement' as const });

type Past = Told<AuthorityOpened | CeilingRaised | CeilingRevoked | AuthorityDrawn | DrawsRevalued | AuthorityLapsed>;
const opened: Past = {
  type: 'AuthorityOpened',
  data: {
    ...{ authorityId, donor: 'USA', ceiling: usd('100'), until: '2023-09-30' },
    ...{ legalBasis: 'FAA 506(a)(1)', claims },
  },
  occurredAt: '2022-10-01T00:00:00.000Z',
};
const raised: Past = {
  type: 'CeilingRaised',
  data: {
    ...{ authorityId, donor: 'USA', currency: 'USD', ceiling: { from: '100', to: '300' }, basis: 'replacement' },
    ...{ legalBasis: 'P.L. 117-328', claims },
  },
  occurredAt: '2022-12-29T00:00:00.000Z',
};
const drawn = (drawId: string, amount: string, occurredAt: string): Past => ({
  type: 'AuthorityDrawn',
  data: { authorityId, drawId, donor: 'USA', pledgeId: 'p', amount: usd(amount), claims },
  occurredAt,
});
const revalued = (occurredAt: string): Past => ({
  type: 'DrawsRevalued',
  data: {
    ...{ authorityId, proposalId: 'net-book', donor: 'USA', currency: 'USD', basis: 'book', delta: '-36' },
    ...{ method: 'net book value', drawn: { from: '300', to: '264' }, proposedBy: 'somebody' },
  },
  occurredAt,
});
const lapsed = (unused: string): Past => ({
  type: 'AuthorityLapsed',
  data: {
    ...{ authorityId, donor: 'USA', currency: 'USD', until: '2023-09-30' },
    ...{ ceiling: '300', drawn: '264', unused },
  },
  occurredAt: '2023-10-01T00:00:00.000Z',
});
const row = {
  ...{ donor: 'USA', legalBasis: 'FAA 506(a)(1)', currency: 'USD', ceiling: '100', drawn: '0', draws: 0 },
  ...{ revalued: '0', remaining: '100', until: '2023-09-30', status: 'open' as const, unused: null },
};
const all = [drawn('two', '200', '2023-01-06T00:00:00.000Z'), raised, drawn('one', '100', '2022-10-04T00:00:00.000Z')];

describe('an authority', () => {
  it('is open up to its ceiling', () => {
    given(opened).then(authorityId, row);
  });
  it('shows what remains, in whatever order its facts are learnt', () => {
    given(opened, ...all).then(authorityId, { ...row, ceiling: '300', drawn: '300', draws: 2, remaining: '0' });
  });
  it('keeps the ceiling that a revoked raise would have followed', () => {
    given(opened, raised, {
      type: 'CeilingRevoked',
      data: { authorityId, donor: 'USA', currency: 'USD', ceiling: { from: '300', to: '100' } },
      occurredAt: '2022-12-29T00:00:00.000Z',
    }).then(authorityId, row);
  });
  it('has room again when what was drawn is worth less', () => {
    given(opened, ...all, revalued('2023-06-20T00:00:00.000Z')).then(authorityId, {
      ...{ ...row, ceiling: '300', drawn: '264', draws: 2, revalued: '-36', remaining: '36' },
    });
  });
  it('lapses with what is unused', () => {
    given(opened, ...all, revalued('2023-06-20T00:00:00.000Z'), lapsed('36')).then(authorityId, {
      ...{ ...row, ceiling: '300', drawn: '264', draws: 2, revalued: '-36' },
      ...{ remaining: '0', status: 'lapsed', unused: '36' },
    });
  });
  it('gets nothing back that is revalued after it lapsed', () => {
    given(opened, ...all, lapsed('0'), revalued('2023-11-01T00:00:00.000Z')).then(authorityId, {
      ...{ ...row, ceiling: '300', drawn: '264', draws: 2, revalued: '-36' },
      ...{ remaining: '0', status: 'lapsed', unused: '0' },
    });
  });
  it('has lapsed with what is said last, where that is said again', () => {
    given(opened, ...all, lapsed('0'), revalued('2023-06-20T00:00:00.000Z'), lapsed('36')).then(authorityId, {
      ...{ ...row, ceiling: '300', drawn: '264', draws: 2, revalued: '-36' },
      ...{ remaining: '0', status: 'lapsed', unused: '36' },
    });
  });
});

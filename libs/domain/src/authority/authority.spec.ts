import { specify, type Told } from '#testing';
import { Pledge } from '../pledge/pledge.js';
import { Authority, type AuthorityEvent } from './authority.js';

const authorityId = 'us-pda-fy23';
const OPENED = '2022-10-01T00:00:00.000Z';
const NOW = '2023-08-14T09:00:00.000Z';
const LAPSED = '2023-10-01T00:00:00.000Z';
const given = specify(Authority, { by: 'USA', at: NOW });
const colleague = { subject: 'a colleague' };
const claims = [{ source: 'https://example.org/law', said: '2022-09-30' }];
const usd = (amount: string, basis: 'replacement' | 'book' = 'replacement') => ({ amount, currency: 'USD', basis });

type Past = Told<AuthorityEvent>;
const words = {
  ...{ authorityId, donor: 'USA', ceiling: usd('100'), until: '2023-09-30' },
  ...{ legalBasis: 'FAA 506(a)(1)', claims },
};
const opened: Past = { type: 'AuthorityOpened', data: words, occurredAt: OPENED };
const made = (pledgeId: string, donor = 'USA') => ({
  type: 'PledgeMade',
  data: { pledgeId, donor, kind: 'military', title: 'A package', lines: [], claims },
});
const draw = (drawId: string, amount: string) => ({
  authorityId,
  drawId,
  pledgeId: 'pda',
  amount: usd(amount),
  claims,
});
const drawn = (drawId: string, amount: string, occurredAt?: string): Past => ({
  type: 'AuthorityDrawn',
  data: { ...draw(drawId, amount), donor: 'USA' },
  ...(occurredAt !== undefined && { occurredAt }),
});
const raised = (from: string, to: string, occurredAt?: string): Past => ({
  type: 'CeilingRaised',
  data: {
    ...{ authorityId, donor: 'USA', currency: 'USD', ceiling: { from, to }, basis: 'replacement' },
    ...{ legalBasis: 'P.L. 117-328', claims },
  },
  ...(occurredAt !== undefined && { occurredAt }),
});
const raise = (amount: string) => ({ authorityId, ceiling: usd(amount), legalBasis: 'P.L. 117-328', claims });
const lapsed = (drawnUp: string, unused: string): Past => ({
  type: 'AuthorityLapsed',
  data: {
    ...{ authorityId, donor: 'USA', currency: 'USD', until: '2023-09-30' },
    ...{ ceiling: '100', drawn: drawnUp, unused },
  },
  occurredAt: LAPSED,
});
const AFTER = { at: '2023-10-11T09:00:00.000Z' };

describe('an authority that is opened', () => {
  it('holds from the first moment of its day', () =>
    given().when('OpenAuthority', words, { occurredAt: '2022-10-01T15:00:00.000Z' }).then(opened));
  it('may be opened ahead of time (R35)', () =>
    given()
      .when('OpenAuthority', words, { at: '2022-09-30T15:00:00.000Z', occurredAt: OPENED })
      .then({ type: 'AuthorityOpened', data: words }));
  it('is its donor’s (R1)', () =>
    given().when('OpenAuthority', words, { by: 'POL' }).thenRejected('NotTheDonor', { donor: 'USA' }));
  it('is opened once (R34)', () => given(opened).when('OpenAuthority', words).thenNothing());
  it('is not opened otherwise under the same name', () =>
    given(opened)
      .when('OpenAuthority', { ...words, until: '2024-09-30' })
      .thenRejected('AuthorityExists', { authorityId }));
  it('is not opened after its last day', () =>
    given().when('OpenAuthority', words, AFTER).thenRejected('AuthorityLapsed', { until: '2023-09-30' }));
  it('names the currency of its ceiling (R6)', () =>
    given()
      .when('OpenAuthority', { ...words, ceiling: { amount: '100', basis: 'replacement' } })
      .thenRejected('NoCurrency', { amount: '100' }));
  it('names the basis of its ceiling (R6)', () =>
    given()
      .when('OpenAuthority', { ...words, ceiling: { amount: '100', currency: 'USD' } })
      .thenRejected('NoBasis', { amount: '100' }));
  it('has a claim (R7)', () =>
    given()
      .when('OpenAuthority', { ...words, claims: [] })
      .thenRejected('NoSource', {}));
});

describe('the ceiling of an authority (R3)', () => {
  it('is raised from the first moment of the day', () =>
    given(opened)
      .when('RaiseCeiling', raise('300'), { occurredAt: '2022-12-29T15:00:00.000Z' })
      .then(raised('100', '300', '2022-12-29T00:00:00.000Z')));
  it('is raised ahead of time (R35)', () =>
    given(opened)
      .when('RaiseCeiling', raise('300'), { occurredAt: '2023-09-01T00:00:00.000Z' })
      .then(raised('100', '300')));
  it('does not count before it holds (R35)', () =>
    given(opened, raised('100', '300', '2023-09-01T00:00:00.000Z'))
      .and(Pledge, made('pda'))
      .when('DrawOnAuthority', draw('one', '101'))
      .thenRejected('AuthorityExceeded', {
        ...{ ceiling: '100', drawn: '0', remaining: '100', currency: 'USD', on: '2023-08-14' },
      }));
  it('is raised once (R34)', () =>
    given(opened, raised('100', '300', '2022-12-29T00:00:00.000Z'))
      .when('RaiseCeiling', raise('300'))
      .thenNothing());
  it('is not lowered', () =>
    given(opened).when('RaiseCeiling', raise('99')).thenRejected('NotAnIncrease', { ceiling: '100', currency: 'USD' }));
  it('is not raised above one that is known of a later day', () =>
    given(opened, raised('100', '300', '2022-12-29T00:00:00.000Z'))
      .when('RaiseCeiling', raise('400'), { occurredAt: '2022-11-01T00:00:00.000Z' })
      .thenRejected('LaterTotalStands', { since: '2022-12-29T00:00:00.000Z', ceiling: '300' }));
  it('is not raised after the last day', () =>
    given(opened).when('RaiseCeiling', raise('300'), AFTER).thenRejected('AuthorityLapsed', { until: '2023-09-30' }));
  it('is not raised before the authority is open', () =>
    given(opened)
      .when('RaiseCeiling', raise('300'), { occurredAt: '2022-09-01T00:00:00.000Z' })
      .thenRejected('AuthorityNotOpen', { from: OPENED }));
  it('is raised by its donor alone', () =>
    given(opened).when('RaiseCeiling', raise('300'), { by: 'POL' }).thenRejected('NotTheDonor', { donor: 'USA' }));
});

describe('a raise that is still to come (R35)', () => {
  const SEPTEMBER = '2023-09-01T00:00:00.000Z';
  const ahead = raised('100', '300', SEPTEMBER);
  const revoked: Past = {
    type: 'CeilingRevoked',
    data: { authorityId, donor: 'USA', currency: 'USD', ceiling: { from: '300', to: '100' } },
    occurredAt: SEPTEMBER,
  };

  it('is revoked', () =>
    given(opened, ahead)
      .when('RevokeCeiling', { authorityId }, { occurredAt: '2023-09-01T12:00:00.000Z' })
      .then(revoked));
  it('is revoked once (R34)', () =>
    given(opened, ahead, revoked).when('RevokeCeiling', { authorityId }, { occurredAt: SEPTEMBER }).thenNothing());
  it('raises nothing once it is revoked', () =>
    given(opened, ahead, revoked)
      .and(Pledge, made('pda'))
      .when('DrawOnAuthority', draw('one', '101'), { at: '2023-09-02T00:00:00.000Z' })
      .thenRejected('AuthorityExceeded', {
        ...{ ceiling: '100', drawn: '0', remaining: '100', currency: 'USD', on: '2023-09-02' },
      }));
  it('is one that there is', () =>
    given(opened)
      .when('RevokeCeiling', { authorityId }, { occurredAt: SEPTEMBER })
      .thenRejected('NoSuchChange', { at: SEPTEMBER }));
  it('is not the opening of the authority', () =>
    given({ ...opened, occurredAt: SEPTEMBER })
      .when('RevokeCeiling', { authorityId }, { occurredAt: SEPTEMBER })
      .thenRejected('NoSuchChange', { at: SEPTEMBER }));
  it('is not one that has come', () =>
    given(opened, ahead)
      .when('RevokeCeiling', { authorityId }, { at: '2023-09-02T00:00:00.000Z', occurredAt: SEPTEMBER })
      .thenRejected('AlreadyInEffect', { since: SEPTEMBER }));
  it('is its donor’s', () =>
    given(opened, ahead)
      .when('RevokeCeiling', { authorityId }, { by: 'POL', occurredAt: SEPTEMBER })
      .thenRejected('NotTheDonor', { donor: 'USA' }));
});

describe('a draw on an authority (R3)', () => {
  const june = '2023-06-13T00:00:00.000Z';
  const exceeded = { ceiling: '100', drawn: '60', remaining: '40', currency: 'USD' };

  it('is taken up to the ceiling', () =>
    given(opened).and(Pledge, made('pda')).when('DrawOnAuthority', draw('one', '100')).then(drawn('one', '100')));
  it('is refused beyond it, with what remains', () =>
    given(opened, drawn('one', '60'))
      .and(Pledge, made('pda'))
      .when('DrawOnAuthority', draw('two', '41'))
      .thenRejected('AuthorityExceeded', { ...exceeded, on: '2023-08-14' }));
  it('is taken once (R34)', () =>
    given(opened, drawn('one', '60'))
      .and(Pledge, made('pda'))
      .when('DrawOnAuthority', draw('one', '60'))
      .thenNothing());
  it('is not taken otherwise under the same name', () =>
    given(opened, drawn('one', '60'))
      .when('DrawOnAuthority', draw('one', '30'))
      .thenRejected('DrawExists', { drawId: 'one' }));
  it('is held against the ceiling of its own day, also when it is learnt late', () =>
    given(opened, raised('100', '300', '2022-12-29T00:00:00.000Z'))
      .and(Pledge, made('pda'))
      .when('DrawOnAuthority', draw('late', '101'), { occurredAt: '2022-12-28T23:00:00.000Z' })
      .thenRejected('AuthorityExceeded', {
        ...{ ceiling: '100', drawn: '0', remaining: '100', currency: 'USD', on: '2022-12-28' },
      }));
  it('that is learnt late leaves room for what was drawn after it', () =>
    given(opened, drawn('one', '60', june))
      .and(Pledge, made('pda'))
      .when('DrawOnAuthority', draw('late', '41'), { occurredAt: '2023-02-03T00:00:00.000Z' })
      .thenRejected('AuthorityExceeded', { ...exceeded, on: '2023-06-13' }));
  it('that is learnt late is taken where there is room', () =>
    given(opened, drawn('one', '60', june))
      .and(Pledge, made('pda'))
      .when('DrawOnAuthority', draw('late', '40'), { occurredAt: '2023-02-03T00:00:00.000Z' })
      .then(drawn('late', '40')));
  it('is not taken before the authority is open', () =>
    given(opened)
      .and(Pledge, made('pda'))
      .when('DrawOnAuthority', draw('one', '1'), { occurredAt: '2022-09-15T00:00:00.000Z' })
      .thenRejected('AuthorityNotOpen', { from: OPENED }));
  it('is taken on the last day', () =>
    given(opened)
      .and(Pledge, made('pda'))
      .when('DrawOnAuthority', draw('one', '1'), { ...AFTER, occurredAt: '2023-09-30T23:59:59.000Z' })
      .then(drawn('one', '1')));
  it('is not taken after it', () =>
    given(opened)
      .and(Pledge, made('pda'))
      .when('DrawOnAuthority', draw('one', '1'), AFTER)
      .thenRejected('AuthorityLapsed', { until: '2023-09-30' }));
  it('is its donor’s (R1)', () =>
    given(opened)
      .when('DrawOnAuthority', draw('one', '1'), { by: 'POL' })
      .thenRejected('NotTheDonor', { donor: 'USA' }));
  it('is for a pledge of the same donor', () =>
    given(opened)
      .and(Pledge, made('pda', 'POL'))
      .when('DrawOnAuthority', draw('one', '1'))
      .thenRejected('NotTheDonor', { donor: 'POL' }));
  it('is for a pledge that was made', () =>
    given(opened).when('DrawOnAuthority', draw('one', '1')).thenRejected('NoSuchPledge', { pledgeId: 'pda' }));
  it('is in the currency of the ceiling', () =>
    given(opened)
      .when('DrawOnAuthority', { ...draw('one', '1'), amount: { ...usd('1'), currency: 'EUR' } })
      .thenRejected('OtherCurrency', { currency: 'USD' }));
  it('names the basis of its amount (R6)', () =>
    given(opened)
      .when('DrawOnAuthority', { ...draw('one', '1'), amount: { amount: '1', currency: 'USD' } })
      .thenRejected('NoBasis', { amount: '1' }));
  it('has a claim (R7)', () =>
    given(opened)
      .when('DrawOnAuthority', { ...draw('one', '1'), claims: [] })
      .thenRejected('NoSource', {}));
  it('draws on an authority that there is', () =>
    given().when('DrawOnAuthority', draw('one', '1')).thenRejected('NoSuchAuthority', { authorityId }));
});

describe('the revaluation of what was drawn (R3, R33)', () => {
  const propose = { authorityId, proposalId: 'net-book', delta: usd('-36', 'book'), method: 'net book value', claims };
  const proposed: Past = { type: 'DrawsRevaluationProposed', data: { ...propose, subject: 'operator of USA' } };
  const revalue = { authorityId, proposalId: 'net-book' };
  const revalued = (from: string, to: string, delta: string): Past => ({
    type: 'DrawsRevalued',
    data: {
      ...{ ...revalue, donor: 'USA', currency: 'USD', basis: 'book', method: 'net book value', delta },
      ...{ drawn: { from, to }, proposedBy: 'operator of USA' },
    },
  });
  const up: Past = {
    type: 'DrawsRevaluationProposed',
    data: { ...propose, delta: usd('36', 'book'), subject: 'operator of USA' },
  };

  it('is proposed', () => given(opened).when('ProposeDrawsRevaluation', propose).then(proposed));
  it('is proposed once (R34)', () => given(opened, proposed).when('ProposeDrawsRevaluation', propose).thenNothing());
  it('is not proposed otherwise under the same name', () =>
    given(opened, proposed)
      .when('ProposeDrawsRevaluation', { ...propose, method: 'replacement cost' })
      .thenRejected('ProposalExists', { proposalId: 'net-book' }));
  it('names the basis of the new value (R6)', () =>
    given(opened)
      .when('ProposeDrawsRevaluation', { ...propose, delta: { amount: '-36', currency: 'USD' } })
      .thenRejected('NoBasis', { amount: '-36' }));
  it('has a claim (R7)', () =>
    given(opened)
      .when('ProposeDrawsRevaluation', { ...propose, claims: [] })
      .thenRejected('NoSource', {}));
  it('is done by a second person', () =>
    given(opened, drawn('one', '100'), proposed)
      .when('RevalueDraws', revalue, colleague)
      .then(revalued('100', '64', '-36')));
  it('is not done by who proposed it', () =>
    given(opened, drawn('one', '100'), proposed)
      .when('RevalueDraws', revalue)
      .thenRejected('SameActor', { subject: 'operator of USA' }));
  it('is not done unless it was proposed', () =>
    given(opened, drawn('one', '100'))
      .when('RevalueDraws', revalue, colleague)
      .thenRejected('NotProposed', { proposalId: 'net-book' }));
  it('is done once (R34)', () =>
    given(opened, drawn('one', '100'), proposed, revalued('100', '64', '-36'))
      .when('RevalueDraws', revalue, colleague)
      .thenNothing());
  it('makes room for draws beyond what the ceiling allowed', () =>
    given(opened, drawn('one', '100'), proposed, revalued('100', '64', '-36'))
      .and(Pledge, made('pda'))
      .when('DrawOnAuthority', draw('two', '36'))
      .then(drawn('two', '36')));
  it('makes no room before its own time', () =>
    given(opened, drawn('one', '100', '2023-01-06T00:00:00.000Z'), proposed, revalued('100', '64', '-36'))
      .and(Pledge, made('pda'))
      .when('DrawOnAuthority', draw('two', '1'), { occurredAt: '2023-02-03T00:00:00.000Z' })
      .thenRejected('AuthorityExceeded', {
        ...{ ceiling: '100', drawn: '100', remaining: '0', currency: 'USD', on: '2023-02-03' },
      }));
  it('does not go above the ceiling', () =>
    given(opened, drawn('one', '80'), up)
      .when('RevalueDraws', revalue, colleague)
      .thenRejected('AuthorityExceeded', {
        ...{ ceiling: '100', drawn: '80', remaining: '20', currency: 'USD', on: '2023-08-14' },
      }));
  it('does not go below nothing', () =>
    given(opened, drawn('one', '35'), proposed)
      .when('RevalueDraws', revalue, colleague)
      .thenRejected('RevaluedBelowZero', { drawn: '35', currency: 'USD' }));
  it('is its donor’s', () =>
    given(opened, drawn('one', '100'), proposed)
      .when('RevalueDraws', revalue, { by: 'POL' })
      .thenRejected('NotTheDonor', { donor: 'USA' }));
  it('that comes after the last day gives nothing back', () =>
    given(opened, drawn('one', '100'), lapsed('100', '0'), proposed)
      .when('RevalueDraws', revalue, { ...AFTER, ...colleague })
      .then(revalued('100', '64', '-36')));
  it('that is learnt after the last day says again what lapsed', () =>
    given(opened, drawn('one', '100', OPENED), lapsed('100', '0'), proposed)
      .when('RevalueDraws', revalue, { ...AFTER, ...colleague, occurredAt: '2023-06-20T00:00:00.000Z' })
      .then(revalued('100', '64', '-36'), lapsed('64', '36')));
});

describe('the lapse of an authority (R3)', () => {
  const clock = { roles: ['policy'], ...AFTER };

  it('comes the day after the last one, with what is unused', () =>
    given(opened, drawn('one', '60')).when('LapseAuthority', { authorityId }, clock).then(lapsed('60', '40')));
  it('comes once (R34)', () =>
    given(opened, drawn('one', '60'), lapsed('60', '40')).when('LapseAuthority', { authorityId }, clock).thenNothing());
  it('does not come on the last day', () =>
    given(opened)
      .when('LapseAuthority', { authorityId }, { ...clock, at: '2023-09-30T23:59:59.000Z' })
      .thenRejected('NotYet', { until: '2023-09-30' }));
  it('does not come where there is no last day', () =>
    given({ ...opened, data: { ...words, until: undefined } } as unknown as Past)
      .when('LapseAuthority', { authorityId }, clock)
      .thenRejected('NoLastDay', { authorityId }));
  it('leaves out what was revalued after it', () =>
    given(opened, drawn('one', '60'))
      .when('LapseAuthority', { authorityId }, { ...clock, at: '2023-11-01T00:00:00.000Z' })
      .then(lapsed('60', '40')));
  it('is said again where a draw is learnt late', () =>
    given(opened, drawn('one', '60'), lapsed('60', '40'))
      .and(Pledge, made('pda'))
      .when('DrawOnAuthority', draw('late', '15'), { ...AFTER, occurredAt: '2023-09-21T00:00:00.000Z' })
      .then(drawn('late', '15'), lapsed('75', '25')));
});

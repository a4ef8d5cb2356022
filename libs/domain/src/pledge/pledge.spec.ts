import { specify, type Told } from '#testing';
import { Pledge, type PledgeEvent } from './pledge.js';

const given = specify(Pledge, { by: 'SVK', at: '2023-11-08T09:00:00.000Z' });

const pledgeId = 'package-14';
const claims = [{ source: 'https://example.org/statement' }];
const euro = (amount: string) => ({ amount, currency: 'EUR', basis: 'claimed' as const });
const of = { pledgeId, donor: 'SVK', kind: 'military' as const };
const asked = { ...of, title: 'Package 14', amount: euro('40300000'), claims };

type Past = Told<PledgeEvent>;
const made: Past = { type: 'PledgeMade', data: { ...asked, lines: [], currency: 'EUR' } };
const committed: Past = {
  type: 'PledgeCommitted',
  data: { ...of, from: { amount: '0' }, to: { amount: '40300000' }, currency: 'EUR', basis: 'claimed', claims },
};
const allocated: Past = {
  type: 'PledgeAllocated',
  data: {
    ...{ ...of, allocationId: 'howitzers', lines: [], amount: euro('30000000'), claims },
    against: { amount: '30000000', currency: 'EUR' },
  },
};
const more = { pledgeId, allocationId: 'mines', amount: euro('10300000.01'), claims };

describe('a pledge', () => {
  it('is made by its donor (R1)', () => given().when('MakePledge', asked).then(made));
  it('is made by nobody else (R1)', () =>
    given().when('MakePledge', asked, { by: 'HUN' }).thenRejected('NotTheDonor', { donor: 'SVK' }));
  it('is made once, asked twice (R34)', () => given(made).when('MakePledge', asked).thenNothing());
  it('names its source (R7)', () =>
    given()
      .when('MakePledge', { ...asked, claims: [] })
      .thenRejected('NoSource'));
  it('carries its currency (R6)', () =>
    given()
      .when('MakePledge', { ...asked, amount: { amount: '1', basis: 'claimed' } })
      .thenRejected('NoCurrency'));
  it('says what its amount rests on (R6)', () =>
    given()
      .when('MakePledge', { ...asked, amount: { amount: '1', currency: 'EUR' } })
      .thenRejected('NoBasis'));
});

describe('a commitment', () => {
  it('binds the donor', () =>
    given(made)
      .when('CommitPledge', { pledgeId, amount: euro('40300000'), claims })
      .then(committed));
  it('binds once, asked twice (R34)', () =>
    given(made, committed)
      .when('CommitPledge', { pledgeId, amount: euro('40300000'), claims })
      .thenNothing());
  it('goes no further than what was made (R2)', () =>
    given(made)
      .when('CommitPledge', { pledgeId, amount: euro('40300000.01'), claims })
      .thenRejected('OverCommitment'));
});

describe('an allocation', () => {
  it('is set apart of what is committed (R2)', () =>
    given(made, committed)
      .when('AllocatePledge', { pledgeId, allocationId: 'howitzers', amount: euro('30000000'), claims })
      .then(allocated));
  it('is set apart once, asked twice (R34)', () =>
    given(made, committed, allocated)
      .when('AllocatePledge', { pledgeId, allocationId: 'howitzers', amount: euro('30000000'), claims })
      .thenNothing());
  it('goes no further than what remains, by a cent (R2)', () =>
    given(made, committed, allocated).when('AllocatePledge', more).thenRejected('OverAllocation'));
  it('in another currency names the rates it is measured by (R6)', () =>
    given(made, committed)
      .when('AllocatePledge', { ...more, amount: { ...euro('1'), currency: 'USD' } })
      .thenRejected('NoRate', { currency: 'USD' }));
});

describe('a withdrawal', () => {
  it('is refused to all but the donor (R1)', () =>
    given(made)
      .when('WithdrawPledge', { pledgeId, reason: 'a new government' }, { by: 'POL' })
      .thenRejected('NotTheDonor', { donor: 'SVK' }));
  it('of what does not exist is refused', () =>
    given().when('WithdrawPledge', { pledgeId, reason: 'none' }).thenRejected('NoSuchPledge', { pledgeId }));
});

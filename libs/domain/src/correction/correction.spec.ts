import { pastId, specify } from '#testing';
import { Pledge } from '../index.js';

const given = specify(Pledge, { by: 'DEU', at: '2024-07-11T09:00:00.000Z' });

const pledgeId = 'p-1';
const stream = 'pledge-p-1';
const claims = [{ source: 'https://example.org/statement', said: '2024-07-10', learnt: '2024-07-10' }];
const euro = (amount: string) => ({ amount, currency: 'EUR', basis: 'claimed' }) as const;
const made = {
  type: 'PledgeMade',
  data: {
    pledgeId,
    donor: 'DEU',
    kind: 'military',
    title: 'Air defence',
    lines: [],
    amount: euro('1000000.00'),
    claims,
  },
} as const;
const facts = { pledgeId, donor: 'DEU', kind: 'military' } as const;
const committed = (from: string, to: string) =>
  ({
    type: 'PledgeCommitted',
    data: { ...facts, currency: 'EUR', from: { amount: from }, to: { amount: to }, basis: 'claimed', claims },
  }) as const;

const named = { stream, eventId: pastId(stream, 0), eventType: 'PledgeMade', reason: 'A digit too many.' };
const change = { from: { amount: euro('1000000.00') }, to: { amount: euro('100000.00') } };
const proposed = { type: 'CorrectionProposed', data: { ...named, ...change } } as const;
const correctionId = pastId(stream, 1);
const approved = {
  type: 'CorrectionApproved',
  data: { ...named, ...change, correctionId, proposedBy: 'operator of DEU' },
} as const;
const { eventId, reason } = named;

describe('a correction of a pledge', () => {
  it('is proposed, and approved by somebody else', async () => {
    await given(made).when('ProposeCorrection', { stream, eventId, reason, values: change.to }).then(proposed);
    await given(made, proposed)
      .when('ApproveCorrection', { stream, correctionId }, { subject: 'another' })
      .then(approved);
  });
  it('counts from its approval on, and not before', async () => {
    const commit = { pledgeId, amount: euro('500000.00'), claims };
    await given(made, proposed).when('CommitPledge', commit).then(committed('0', '500000.00'));
    await given(made, proposed, approved).when('CommitPledge', commit).thenRejected('OverCommitment', {
      made: '100000.00',
      committed: '500000.00',
      remaining: '100000',
      currency: 'EUR',
    });
    await given(made, proposed, approved)
      .when('CommitPledge', { ...commit, amount: euro('100000.00') })
      .then(committed('0', '100000.00'));
  });
  it('keeps an amount an amount', async () => {
    const correct = (values: Record<string, unknown>) =>
      given(made).when('ProposeCorrection', { stream, eventId, reason, values });
    await correct({ amount: euro('-5') }).thenRejected('ValueOfAnotherKind', {
      field: 'amount.amount',
      expected: 'a decimal',
    });
    await correct({ amount: '5.00' }).thenRejected('ValueOfAnotherKind', { field: 'amount', expected: 'a record' });
    await correct({ condition: {} }).thenRejected('NoSuchField');
    await correct({ pledgeId: 'p-2' }).thenRejected('NamesItsStream', { field: 'pledgeId' });
  });
});

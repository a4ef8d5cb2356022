import { specifyView, type Told } from '#testing';
import type { MatchAccepted, MatchEvent } from '#domain';
import { matches } from './matches.js';

const given = specifyView(matches);
const [T1, T2, T3] = ['01', '02', '03'].map((day) => `2025-07-${day}T09:00:00.000Z`) as [string, string, string];
const sides = { matchId: 'm', pledgeId: 'p', requirementId: 'r', donor: 'DEU', recipient: 'UKR' };
const lines = [{ item: 'gun', quantity: '4' }];
const terms = { claims: [] };

const proposed: Told<MatchEvent> = {
  type: 'MatchProposed',
  data: { ...sides, lines, terms, proposedBy: 'NATO' },
  occurredAt: T1,
};
const accepted = (party: string, complete: boolean, occurredAt = T2): Told<MatchAccepted> => ({
  type: 'MatchAccepted',
  data: { ...sides, party, complete, lines, terms },
  occurredAt,
});
const row = {
  ...{ pledge: 'p', requirement: 'r', donor: 'DEU', recipient: 'UKR', status: 'proposed' as const, lines },
  ...{ accepted: [] as string[], reason: null, refusedBy: null, breaches: 0, since: T1 },
};

describe('a match', () => {
  it('is proposed, and accepted by one side and by the other', () => {
    given(proposed).then('m', row);
    given(proposed, accepted('UKR', false)).then('m', { ...row, accepted: ['UKR'] });
    given(proposed, accepted('UKR', false), accepted('DEU', true)).then('m', {
      ...{ ...row, status: 'accepted', accepted: ['DEU', 'UKR'] },
    });
  });
  it('is accepted once both have, whoever is said to have been first', () => {
    given(proposed, accepted('UKR', false, T3), accepted('DEU', true, T2)).then('m', {
      ...{ ...row, status: 'accepted', accepted: ['DEU', 'UKR'] },
    });
  });
  it('is made', () => {
    given(proposed, { type: 'MatchMade', data: { ...sides, allocationId: 'm', lines }, occurredAt: T3 }).then('m', {
      ...row,
      status: 'made',
    });
  });
  it('is declined, and says why', () => {
    given(proposed, { type: 'MatchDeclined', data: { ...sides, party: 'DEU', reason: 'sold' }, occurredAt: T3 }).then(
      'm',
      { ...row, status: 'declined', reason: 'sold' },
    );
  });
  it('is aborted, and says why and by which side’s law', () => {
    given(proposed, {
      type: 'MatchAborted',
      data: { ...sides, from: 'accepted', reason: 'OverFulfilment', refusedBy: 'requirement' },
      occurredAt: T3,
    }).then('m', { ...row, status: 'aborted', reason: 'OverFulfilment', refusedBy: 'requirement' });
  });
});

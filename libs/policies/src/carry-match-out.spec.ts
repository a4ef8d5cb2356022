import { specifyPolicy } from '#testing';
import { carryMatchOut } from './carry-match-out.js';

const given = specifyPolicy(carryMatchOut);
const claims = [{ source: 'a letter' }];
const terms = { amount: { amount: '40', currency: 'EUR', basis: 'book' as const }, claims };
const ids = { requirementId: 'r', pledgeId: 'p', allocationId: 'm', matchId: 'm' };
const sides = { matchId: 'm', pledgeId: 'p', requirementId: 'r', donor: 'DEU', recipient: 'UKR' };
const lines = [{ item: '155 mm gun', quantity: '4', offered: 'howitzer' }];
const abort = (reason: string, refusedBy: 'requirement' | 'pledge') =>
  ({ type: 'AbortMatch', data: { matchId: 'm', reason, refusedBy } }) as const;
const release = (reason: string) =>
  ({
    type: 'ReleaseReservation',
    data: { requirementId: 'r', pledgeId: 'p', allocationId: 'm', reason },
  }) as const;

describe('a match', () => {
  it('is reserved once both sides have accepted it', () => {
    const accepted = { ...sides, party: 'UKR', lines, terms };
    given({ type: 'MatchAccepted', data: { ...accepted, complete: false } }).then();
    given({ type: 'MatchAccepted', data: { ...accepted, complete: true } }).then({
      type: 'ReserveRequirement',
      data: { ...ids, donor: 'DEU', lines, terms },
    });
  });
  it('is allocated for its donor once it is reserved, by what the pledge calls it', () => {
    given({ type: 'RequirementReserved', data: { ...ids, recipient: 'UKR', donor: 'DEU', lines, terms } }).then({
      type: 'AllocatePledge',
      as: 'DEU',
      data: { ...ids, lines: [{ item: 'howitzer', quantity: '4' }], ...terms },
    });
  });
  it('is made once it is allocated', () => {
    given({
      type: 'PledgeAllocated',
      data: { ...ids, donor: 'DEU', kind: 'military', lines: [], claims },
    }).then({ type: 'ConcludeMatch', data: { matchId: 'm' } });
  });
  it('is aborted where the requirement refuses it', () => {
    given({
      type: 'ReservationRefused',
      data: { ...ids, recipient: 'UKR', donor: 'DEU', lines, code: 'OverFulfilment', facts: {} },
    }).then(abort('OverFulfilment', 'requirement'));
  });
  it('is aborted where the pledge refuses it, and its reservation is given back', () => {
    given({
      type: 'AllocationRefused',
      data: { ...ids, donor: 'DEU', kind: 'military', code: 'OverAllocation', facts: {} },
    }).then(abort('OverAllocation', 'pledge'), release('OverAllocation'));
  });
  it('gives back what was reserved where it is aborted on its way, and nothing before', () => {
    given({ type: 'MatchAborted', data: { ...sides, from: 'accepted', reason: 'a mistake' } }).then(
      release('a mistake'),
    );
    given({ type: 'MatchAborted', data: { ...sides, from: 'proposed', reason: 'a mistake' } }).then();
    given({
      type: 'MatchAborted',
      data: { ...sides, from: 'accepted', reason: 'OverFulfilment', refusedBy: 'requirement' },
    }).then();
  });
  it('is aborted on its way where its reservation is given back', () => {
    given({
      type: 'ReservationReleased',
      data: { ...ids, recipient: 'UKR', donor: 'DEU', from: lines, to: [] },
    }).then({ type: 'AbortMatch', data: { matchId: 'm', reason: 'reservation released' } });
  });
  it('is not what every allocation and reservation is about', () => {
    const byHand = { requirementId: 'r', pledgeId: 'p', allocationId: 'a' };
    given({ type: 'RequirementReserved', data: { ...byHand, recipient: 'UKR', donor: 'DEU', lines } }).then();
    given({ type: 'PledgeAllocated', data: { ...byHand, donor: 'DEU', kind: 'military', lines: [], claims } }).then();
  });
});

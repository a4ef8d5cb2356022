import { specifyPolicy } from '#testing';
import { reserveForAllocations } from './reserve-for-allocations.js';

const given = specifyPolicy(reserveForAllocations);
const allocation = { pledgeId: 'p', allocationId: 'a', donor: 'DEU', kind: 'military' as const };
const ids = { requirementId: 'r', pledgeId: 'p', allocationId: 'a' };
const guns = [{ item: 'howitzer', quantity: '4' }];
const claims = [{ source: 'a letter' }];
const figures = {
  amount: { from: { amount: '40' }, to: { amount: '10' } },
  against: { from: '40', to: '10' },
};

describe('an allocation to a requirement', () => {
  it('is reserved there, by what is known of its lines', () => {
    given({
      type: 'PledgeAllocated',
      data: { ...allocation, requirementId: 'r', lines: [...guns, { item: 'spares' }], claims },
    }).then({ type: 'ReserveRequirement', data: { ...ids, donor: 'DEU', lines: guns } });
  });
  it('is not reserved where there is none, nothing to reserve, or a match reserved it', () => {
    given({ type: 'PledgeAllocated', data: { ...allocation, lines: guns, claims } }).then();
    given({ type: 'PledgeAllocated', data: { ...allocation, requirementId: 'r', lines: [], claims } }).then();
    given({
      type: 'PledgeAllocated',
      data: { ...allocation, requirementId: 'r', matchId: 'a', lines: guns, claims },
    }).then();
  });
  it('loses its ground where it does not fit', () => {
    given({
      type: 'ReservationRefused',
      data: { ...ids, recipient: 'UKR', donor: 'DEU', lines: guns, code: 'OverFulfilment', facts: {} },
    }).then({ type: 'OrphanAllocation', data: { pledgeId: 'p', allocationId: 'a', reason: 'OverFulfilment' } });
  });
  it('reopens the line when it ends, but for what was handed over (R11)', () => {
    const kept = [{ item: 'howitzer', quantity: '1' }];
    given({ type: 'AllocationOrphaned', data: { ...allocation, requirementId: 'r', ...figures, kept } }).then({
      type: 'ReleaseReservation',
      data: { ...ids, kept, reason: 'allocation orphaned' },
    });
    given({ type: 'AllocationReleased', data: { ...allocation, requirementId: 'r', ...figures } }).then({
      type: 'ReleaseReservation',
      data: { ...ids, reason: 'allocation released' },
    });
    given({ type: 'AllocationReleased', data: { ...allocation, ...figures } }).then();
  });
  it('ends with its reservation', () => {
    given({
      type: 'ReservationReleased',
      data: { ...ids, recipient: 'UKR', donor: 'DEU', from: guns, to: [] },
    }).then({
      type: 'ReleaseAllocation',
      as: 'DEU',
      data: { pledgeId: 'p', allocationId: 'a', reason: 'reservation released' },
    });
    given({ type: 'ReservationReleased', data: { ...ids, recipient: 'UKR', from: [], to: [] } }).then();
  });
});

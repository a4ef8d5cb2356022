import { specifyPolicy } from '#testing';
import { freeSlots } from './free-slots.js';

const given = specifyPolicy(freeSlots);
const of = { consignmentId: 'c1', donor: 'USA' };
const asked = { type: 'FreeSlot', data: { hubId: 'rzeszow', consignmentId: 'c1' } } as const;
const moved = { lineId: '1', pledgeId: 'p', allocationId: 'a', item: 'howitzer', quantity: '4' };
const loss = { ...of, lines: [moved], reason: 'a bridge fell' };

describe('a consignment’s day at a hub', () => {
  it('is given back when the consignment is called off before it comes there', () => {
    const cancelled = { ...of, reason: 'not needed', allocations: [] };
    given({ type: 'ConsignmentCancelled', data: { ...cancelled, hubId: 'rzeszow' } }).then(asked);
    given({ type: 'ConsignmentCancelled', data: cancelled }).then();
  });
  it('is given back when all of the consignment is lost on the way there, and not for a part', () => {
    given({ type: 'LossReported', data: { ...loss, complete: true, hubId: 'rzeszow' } }).then(asked);
    given({ type: 'LossReported', data: { ...loss, complete: false } }).then();
  });
});

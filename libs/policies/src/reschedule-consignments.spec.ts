import { specifyPolicy } from '#testing';
import { rescheduleConsignments } from './reschedule-consignments.js';

const given = specifyPolicy(rescheduleConsignments);
const slot = { hubId: 'rzeszow', consignmentId: 'c1' };

describe('a consignment’s day at its hub', () => {
  it('is noted on the consignment when it is booked anew', () => {
    given({ type: 'SlotBooked', data: { ...slot, day: '2025-03-07', from: '2025-03-04', party: 'USA' } }).then({
      type: 'RescheduleConsignment',
      data: { ...slot, day: '2025-03-07' },
    });
  });
  it('is none once it is given back', () => {
    given({ type: 'SlotFreed', data: { ...slot, day: '2025-03-07', party: 'USA' } }).then({
      type: 'RescheduleConsignment',
      data: slot,
    });
  });
});

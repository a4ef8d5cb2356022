import { specifyView } from '#testing';
import { slots } from './slots.js';

const given = specifyView(slots);
const slot = { hubId: 'rzeszow', consignmentId: 'c1', day: '2024-06-10', party: 'DEU' };
const booked = { type: 'SlotBooked' as const, data: slot };
const row = { hub: 'rzeszow', day: '2024-06-10', consignment: 'c1', party: 'DEU' };

describe('a slot', () => {
  it('is a consignment’s day at a hub', () => {
    given(booked).then('rzeszow/c1', row);
  });
  it('moves', () => {
    given(booked, { ...booked, data: { ...slot, day: '2024-06-11', from: '2024-06-10' } }).then('rzeszow/c1', {
      ...row,
      day: '2024-06-11',
    });
  });
  it('is given back', () => {
    given(booked, { type: 'SlotFreed', data: slot }).then('rzeszow/c1', undefined);
  });
});

import type { SlotBooked, SlotFreed } from '#domain';
import { text, view } from '#eventsourcing';

type SlotRow = {
  readonly hub: string;
  readonly day: string;
  readonly consignment: string;
  readonly party: string;
};

/** Consignments' days at hubs, by `hub/consignment`, as long as they are booked (R17). */
export const slots = view<SlotRow, SlotBooked | SlotFreed>('slots', {
  columns: {
    hub: text('The hub.'),
    day: text('The day at the hub.'),
    consignment: text('The consignment that goes over it.'),
    party: text('The party whose consignment it is.', 'party'),
  },
  key: ({ data: { hubId, consignmentId } }) => `${hubId}/${consignmentId}`,
  on: {
    SlotBooked: (_, { data: { hubId, day, consignmentId, party } }) => ({
      ...{ hub: hubId, day, consignment: consignmentId, party },
    }),
    SlotFreed: () => undefined,
  },
});

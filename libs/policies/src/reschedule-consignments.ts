import type { Plain, RescheduleConsignment, SlotBooked, SlotFreed } from '#domain';
import { policy, type Command } from '#eventsourcing';

type Asked = Command<'RescheduleConsignment', Plain<RescheduleConsignment>>;

/** A consignment whose day at its hub is moved or given back has another one, or none, from then on (R17). */
export const rescheduleConsignments = policy<SlotBooked | SlotFreed, Asked>('reschedule-consignments', {
  SlotBooked: ({ data: { consignmentId, hubId, day } }) => [
    { type: 'RescheduleConsignment', data: { consignmentId, hubId, day } },
  ],
  SlotFreed: ({ data: { consignmentId, hubId } }) => [
    { type: 'RescheduleConsignment', data: { consignmentId, hubId } },
  ],
});

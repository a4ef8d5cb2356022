import type { Event } from '#eventsourcing';
import { plain } from '../values/plain.js';
import { later } from '../values/time.js';
import { changing, type ConsignmentStage, type OfConsignment } from './consignment.state.js';

/** Both sides of the day that it has at its hub; none where it was given back. */
export type ConsignmentRescheduled = Event<
  'ConsignmentRescheduled',
  OfConsignment & { hubId: string; from?: string; to?: string }
>;

/** What becomes of a consignment's day at its hub after the plan (R17). */
export const rescheduling: ConsignmentStage<'RescheduleConsignment', ConsignmentRescheduled> = {
  may: { RescheduleConsignment: ['policy'] },

  decide: {
    RescheduleConsignment: ({ data: { consignmentId, hubId, day: to }, metadata: { occurredAt } }, consignment) => {
      if (consignment.status === 'unplanned' || consignment.status === 'cancelled') return [];
      const { donor, since, day: from } = consignment;
      if (consignment.hubId !== hubId || from === to) return [];
      const data = plain({ consignmentId, donor, hubId, from, to });
      return [{ type: 'ConsignmentRescheduled', data, occurredAt: later(occurredAt, since.planned) }];
    },
  },

  evolve: {
    ConsignmentRescheduled: changing<ConsignmentRescheduled>((consignment, { data: { to: day } }) => ({
      ...consignment,
      day,
    })),
  },
};

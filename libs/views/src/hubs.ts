import type { HubCapacityChanged, HubOpened } from '#domain';
import { integer, text, timestamp, view } from '#eventsourcing';

type HubRow = {
  readonly name: string | null;
  readonly host: string | null;
  readonly capacityPerDay: number;
  readonly since: string | null;
};

/** Logistics hubs, by their id: the nation on whose ground each lies, and how many consignments it takes a day (R17). */
export const hubs = view<HubRow, HubOpened | HubCapacityChanged>('hubs', {
  columns: {
    name: text('What it is called.'),
    host: text('The nation on whose ground it lies.', 'party'),
    capacityPerDay: integer('How many consignments it takes a day.'),
    since: timestamp('When it was opened.'),
  },
  key: ({ data }) => data.hubId,
  on: {
    HubOpened: (row, { data: { name, host, capacityPerDay }, occurredAt }) => ({
      ...{ name, host, capacityPerDay: row?.capacityPerDay ?? capacityPerDay, since: occurredAt },
    }),
    HubCapacityChanged: (row, { data: { to } }) => ({
      ...(row ?? { name: null, host: null, since: null }),
      capacityPerDay: to,
    }),
  },
});

import { decider, ensure, type Actor, type CommandsOf, type Event } from '#eventsourcing';
import { isLedger, speaksFor } from '../values/acting.js';
import { plain } from '../values/plain.js';
import type { Party } from '../values/words.js';
import type * as commands from './hub.commands.js';

export type HubOpened = Event<'HubOpened', { hubId: string; name: string; host: Party; capacityPerDay: number }>;
export type HubCapacityChanged = Event<'HubCapacityChanged', { hubId: string; from: number; to: number }>;
/** `party` booked it; `from` is the day that the consignment had before. */
export type SlotBooked = Event<
  'SlotBooked',
  { hubId: string; consignmentId: string; day: string; from?: string; party: Party }
>;
export type SlotFreed = Event<'SlotFreed', { hubId: string; consignmentId: string; day: string; party: Party }>;

export type HubEvent = HubOpened | HubCapacityChanged | SlotBooked | SlotFreed;
export type HubCommand = CommandsOf<typeof commands>;

/** A consignment's day at a hub, booked by a party at a time, ISO 8601. */
interface Slot {
  readonly day: string;
  readonly party: Party;
  readonly since: string;
}

/** A hub: what it takes a day, and the day of each consignment that has one. */
export type HubState =
  | { readonly status: 'none' }
  | {
      readonly status: 'open';
      readonly name: string;
      readonly host: Party;
      readonly capacityPerDay: number;
      readonly slots: ReadonlyMap<string, Slot>;
    };
type Open = Extract<HubState, { status: 'open' }>;

/** A hub on the way, which takes at most its capacity a day (R17). */
export const Hub = decider<HubCommand, HubEvent, HubState>({
  stream: 'hub',
  id: 'hubId',
  initial: { status: 'none' },
  may: {
    OpenHub: ['coordinator', 'historian'],
    ChangeHubCapacity: ['coordinator', 'historian'],
    BookSlot: ['operator', 'coordinator', 'historian'],
    FreeSlot: ['operator', 'coordinator', 'historian', 'policy'],
  },

  decide: {
    OpenHub: ({ data: { hubId, name, host, capacityPerDay } }, hub) => {
      const asOpen = hub.status === 'open' && hub.name === name && hub.host === host;
      if (asOpen && hub.capacityPerDay === capacityPerDay) return [];
      ensure(hub.status === 'none', 'HubExists', { hubId });
      return [{ type: 'HubOpened', data: { hubId, name, host, capacityPerDay } }];
    },

    ChangeHubCapacity: ({ data: { hubId, capacityPerDay: to } }, state) => {
      const { capacityPerDay: from } = opened(state, hubId);
      return from === to ? [] : [{ type: 'HubCapacityChanged', data: { hubId, from, to } }];
    },

    BookSlot: ({ data: { hubId, consignmentId, day }, metadata: { by } }, state) => {
      const hub = opened(state, hubId);
      const before = hub.slots.get(consignmentId);
      if (before?.day === day) return [];
      if (before) ensureHolds(by, before);
      const { capacityPerDay } = hub;
      ensure(isFree(hub, day), 'HubFull', { day, capacityPerDay, nextFree: nextFree(hub, day) });
      const party = before?.party ?? by.party;
      return [{ type: 'SlotBooked', data: plain({ hubId, consignmentId, day, from: before?.day, party }) }];
    },

    FreeSlot: ({ data: { hubId, consignmentId }, metadata: { by, occurredAt } }, state) => {
      const slot = opened(state, hubId).slots.get(consignmentId);
      if (!slot) return [];
      ensureHolds(by, slot);
      const { day, party, since } = slot;
      const freed = { type: 'SlotFreed' as const, data: { hubId, consignmentId, day, party } };
      return [occurredAt < since ? { ...freed, occurredAt: since } : freed];
    },
  },

  evolve: {
    HubOpened: (_, { data: { name, host, capacityPerDay } }) => ({
      ...{ status: 'open', name, host, capacityPerDay, slots: new Map() },
    }),
    HubCapacityChanged: (state, { data: { hubId, to } }) => ({ ...opened(state, hubId), capacityPerDay: to }),
    SlotBooked: (state, { occurredAt, data: { hubId, consignmentId, day, party } }) => {
      const hub = opened(state, hubId);
      return { ...hub, slots: new Map(hub.slots).set(consignmentId, { day, party, since: occurredAt }) };
    },
    SlotFreed: (state, { data: { hubId, consignmentId } }) => {
      const hub = opened(state, hubId);
      return { ...hub, slots: new Map([...hub.slots].filter(([booked]) => booked !== consignmentId)) };
    },
  },
});

function opened(state: HubState, hubId: string): Open {
  ensure(state.status === 'open', 'NoSuchHub', { hubId });
  return state;
}

/** States that the actor's party booked the slot; coordinators, and the ledger itself, free any. */
function ensureHolds(by: Actor, { party, day }: Slot): void {
  ensure(speaksFor(by, [party]) || isLedger(by), 'NotYourSlot', { party, day });
}

function isFree({ capacityPerDay, slots }: Open, day: string): boolean {
  return [...slots.values()].filter((slot) => slot.day === day).length < capacityPerDay;
}

/** The next free day after a full one; none at a hub that takes nothing. */
function nextFree(hub: Open, day: string): string | undefined {
  if (hub.capacityPerDay === 0) return undefined;
  let next = Temporal.PlainDate.from(day);
  do next = next.add({ days: 1 });
  while (!isFree(hub, next.toString()));
  return next.toString();
}

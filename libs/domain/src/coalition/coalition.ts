import { decider } from '#eventsourcing';
import { ContactGroup } from '../contact-group/contact-group.js';
import { Pledge } from '../pledge/pledge.js';
import { building, type BuildingEvent } from './coalition.building.js';
import { membership, type MembershipEvent } from './coalition.membership.js';
import type { CoalitionCommand, CoalitionState } from './coalition.state.js';

export type CoalitionEvent = MembershipEvent | BuildingEvent;

const groupOf = (state: CoalitionState) => (state.status === 'none' ? [] : [{ from: ContactGroup, id: state.groupId }]);

/** A coalition of parties of the group that jointly build one capability, led by two or more of them (R21), with a fund (R9). */
export const Coalition = decider<CoalitionCommand, CoalitionEvent, CoalitionState>({
  stream: 'coalition',
  id: 'coalitionId',
  initial: { status: 'none' },
  may: { ...membership.may, ...building.may },
  facts: {
    FormCoalition: ({ data: { groupId } }) => [{ from: ContactGroup, id: groupId }],
    JoinCoalition: (_, state) => groupOf(state),
    ReplaceLead: (_, state) => groupOf(state),
    RecordFundPayment: ({ data: { drawsOn } }, state) => [
      ...groupOf(state),
      ...(drawsOn === undefined ? [] : [{ from: Pledge, id: drawsOn }]),
    ],
  },
  decide: { ...membership.decide, ...building.decide },
  evolve: { ...membership.evolve, ...building.evolve },
});

import { decider, type Decider, type FactQuery } from '#eventsourcing';
import { Hold } from '../hold/hold.js';
import { Hub } from '../hub/hub.js';
import { Pledge } from '../pledge/pledge.js';
import { counting, type CountingEvent } from './consignment.counting.js';
import { stopping, type StoppingEvent } from './consignment.stopping.js';
import { moving, type MovingEvent } from './consignment.moving.js';
import { papers, type PapersEvent } from './consignment.papers.js';
import { planning, type PlanningEvent } from './consignment.planning.js';
import { rescheduling, type ConsignmentRescheduled } from './consignment.rescheduling.js';
import type { ConsignmentCommand, ConsignmentState } from './consignment.state.js';

export type ConsignmentEvent =
  PlanningEvent | ConsignmentRescheduled | PapersEvent | MovingEvent | CountingEvent | StoppingEvent;

/** Goods of one donor that go together, from the plan to the recipient's receipt (R12 to R17). */
export const Consignment: Decider<ConsignmentCommand, ConsignmentEvent, ConsignmentState> = decider<
  ConsignmentCommand,
  ConsignmentEvent,
  ConsignmentState
>({
  stream: 'consignment',
  id: 'consignmentId',
  initial: { status: 'unplanned' },
  may: { ...planning.may, ...rescheduling.may, ...papers.may, ...moving.may, ...counting.may, ...stopping.may },
  facts: {
    PlanConsignment: ({ data: { donor, manifest, hubId } }) => [
      ...aboutGoods(donor, manifest),
      ...(hubId === undefined ? [] : [{ from: Hub, id: hubId }]),
    ],
    DispatchConsignment: (_, state) => aboutState(state),
    HandOver: (_, state) => aboutState(state),
    HoldConsignment: (_, state) => aboutHolds(state),
    FreeConsignment: (_, state) => aboutHolds(state),
  },
  decide: {
    ...planning.decide,
    ...rescheduling.decide,
    ...papers.decide,
    ...moving.decide,
    ...counting.decide,
    ...stopping.decide,
  },
  evolve: {
    ...planning.evolve,
    ...rescheduling.evolve,
    ...papers.evolve,
    ...moving.evolve,
    ...counting.evolve,
    ...stopping.evolve,
  },
});

/** What rules about goods ask: the donor's holds, and the pledges that the goods come out of. */
function aboutGoods(donor: string, lines: readonly { readonly pledgeId: string }[]): readonly FactQuery[] {
  const pledges = [...new Set(lines.map(({ pledgeId }) => pledgeId))];
  return [{ from: Hold, id: donor }, ...pledges.map((id) => ({ from: Pledge, id }))];
}

function aboutState(state: ConsignmentState): readonly FactQuery[] {
  if (state.status === 'unplanned') return [];
  return aboutGoods(
    state.donor,
    [...state.lines.values()].map(({ listed }) => listed),
  );
}

function aboutHolds(state: ConsignmentState): readonly FactQuery[] {
  return state.status === 'unplanned' ? [] : [{ from: Hold, id: state.donor }];
}

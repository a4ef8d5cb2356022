import { ensure, type Event, type Facts } from '#eventsourcing';
import { Hold, type HoldState } from '../hold/hold.js';
import { Hub } from '../hub/hub.js';
import { ensureConsignable } from '../pledge/pledge.consigning.js';
import { allocationOf, madePledge, pledges, type Allocation } from '../pledge/pledge.state.js';
import { loadOf, loadsOf } from '../values/load.js';
import type { Listed } from '../values/manifest.js';
import { plain, same } from '../values/plain.js';
import type { Party } from '../values/words.js';
import { stoppedBy, type StoppingEvent } from './consignment.stopping.js';
import {
  atStage,
  changing,
  ensureAt,
  ensureBefore,
  ensureMoves,
  hasCome,
  plannedOne,
  withoutDay,
  type Consignment,
  type ConsignmentStage,
  type OfConsignment,
} from './consignment.state.js';

/** `day` is the one that it has at the hub. */
export type ConsignmentPlanned = Event<
  'ConsignmentPlanned',
  OfConsignment & {
    recipient: Party;
    manifest: readonly Listed[];
    route?: string;
    mode?: 'road' | 'rail' | 'air' | 'sea';
    hubId?: string;
    day?: string;
  }
>;
export type ConsignmentReady = Event<'ConsignmentReady', OfConsignment>;
/** The allocations whose goods it carried, and the hub at which it needs its day no more. */
export type ConsignmentCancelled = Event<
  'ConsignmentCancelled',
  OfConsignment & {
    reason: string;
    allocations: readonly { pledgeId: string; allocationId: string }[];
    hubId?: string;
  }
>;
export type PlanningEvent = ConsignmentPlanned | ConsignmentReady | ConsignmentCancelled;
type PlanningCommand = 'PlanConsignment' | 'ReadyConsignment' | 'CancelConsignment';

/** A consignment is planned out of allocations, made ready, and perhaps called off (R12, R13, R17). */
export const planning: ConsignmentStage<PlanningCommand, PlanningEvent, StoppingEvent> = {
  may: {
    PlanConsignment: ['operator', 'coordinator', 'historian'],
    ReadyConsignment: ['operator', 'coordinator', 'historian'],
    CancelConsignment: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    PlanConsignment: ({ data, metadata: { by, occurredAt } }, state, facts) => {
      const { consignmentId, donor, recipient, manifest, route, mode, hubId } = data;
      ensureMoves(by, donor);
      const said = plain({ donor, recipient, manifest, route, mode, hubId });
      const stands = state.status !== 'unplanned' && state.status !== 'cancelled';
      if (stands && same(state.said, said)) return [];
      ensure(state.status === 'unplanned', 'ConsignmentExists', { consignmentId });
      for (const { one, lines } of allocationsOf(said.manifest, donor, facts))
        ensureConsignable(
          one,
          loadsOf(lines, (item) => loadOf(lines, item)),
          consignmentId,
        );
      const day = hubId === undefined ? undefined : dayAt(hubId, consignmentId, facts);
      const planned = plain({ consignmentId, ...said, day });
      const holds: HoldState = facts.of(Hold, donor) ?? new Map();
      const consignment = asPlanned(planned, occurredAt);
      return [
        { type: 'ConsignmentPlanned', data: planned },
        ...[...holds.values()].flatMap((hold) => stoppedBy(consignmentId, consignment, hold)),
      ];
    },

    ReadyConsignment: ({ data: { consignmentId }, metadata }, state) => {
      const consignment = plannedOne(state, consignmentId);
      const { donor } = consignment;
      ensureMoves(metadata.by, donor);
      if (hasCome(consignment, 'ready')) return [];
      ensureAt(consignment, ['planned'], metadata);
      return [{ type: 'ConsignmentReady', data: { consignmentId, donor } }];
    },

    CancelConsignment: ({ data: { consignmentId, reason }, metadata }, state) => {
      const consignment = plannedOne(state, consignmentId);
      const { donor, since } = consignment;
      ensureMoves(metadata.by, donor);
      if (consignment.status === 'cancelled') return [];
      ensureBefore(consignment, 'handedOver', metadata);
      const hubId = since.atHub === undefined ? consignment.hubId : undefined;
      const allocations = groupsOf([...consignment.lines.values()].map(({ listed }) => listed)).map(
        ({ pledgeId, allocationId }) => ({ pledgeId, allocationId }),
      );
      return [{ type: 'ConsignmentCancelled', data: plain({ consignmentId, donor, reason, allocations, hubId }) }];
    },
  },

  evolve: {
    ConsignmentPlanned: (_, { data, occurredAt }) => asPlanned(data, occurredAt),
    ConsignmentReady: changing<ConsignmentReady>((consignment, { occurredAt }) =>
      atStage(consignment, 'ready', occurredAt),
    ),
    ConsignmentCancelled: changing<ConsignmentCancelled>((consignment, { data: { hubId }, occurredAt }) =>
      atStage(withoutDay(consignment, hubId), 'cancelled', occurredAt),
    ),
  },
};

/** The open allocations that a manifest takes from, all of them the donor's, and what it takes of each. */
export function allocationsOf<Line extends { readonly pledgeId: string; readonly allocationId: string }>(
  manifest: readonly Line[],
  donor: Party,
  facts: Facts,
): readonly { pledgeId: string; allocationId: string; one: Allocation; lines: readonly Line[] }[] {
  return groupsOf(manifest).map(({ pledgeId, allocationId, lines }) => {
    const pledge = madePledge(facts.of(pledges, pledgeId) ?? pledges.initial, pledgeId);
    ensure(pledge.donor === donor, 'OtherDonor', { pledgeId, donor: pledge.donor });
    return { pledgeId, allocationId, one: allocationOf(pledge, allocationId), lines };
  });
}

function groupsOf<Line extends { readonly pledgeId: string; readonly allocationId: string }>(
  manifest: readonly Line[],
) {
  const groups = new Map<string, { pledgeId: string; allocationId: string; lines: Line[] }>();
  for (const line of manifest) {
    const { pledgeId, allocationId } = line;
    const key = `${pledgeId}/${allocationId}`;
    const group = groups.get(key) ?? { pledgeId, allocationId, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function dayAt(hubId: string, consignmentId: string, facts: Facts): string {
  const hub = facts.of(Hub, hubId);
  ensure(hub?.status === 'open', 'NoSuchHub', { hubId });
  const slot = hub.slots.get(consignmentId);
  ensure(slot, 'NoSlot', { hubId, consignmentId });
  return slot.day;
}

function asPlanned(data: ConsignmentPlanned['data'], occurredAt: string): Consignment {
  const { donor, recipient, manifest, route, mode, hubId, day } = data;
  return {
    ...{ status: 'planned', since: { planned: occurredAt }, donor, recipient, hubId, day },
    said: plain({ donor, recipient, manifest, route, mode, hubId }),
    lines: new Map(manifest.map((listed) => [listed.lineId, { listed, lost: '0' }])),
    ...{ consents: new Map(), serials: new Map(), discrepancies: new Map(), holds: new Map() },
  };
}

import { ensure, type Decided, type Event } from '#eventsourcing';
import { Hold, inForce, isAbout, type Held, type HoldState } from '../hold/hold.js';
import type { HeldStage } from '../hold/hold.commands.js';
import { later } from '../values/time.js';
import {
  changing,
  plannedOne,
  type Consignment,
  type ConsignmentStage,
  type OfConsignment,
} from './consignment.state.js';

type OfHold = OfConsignment & { holdId: string; from: string };

/** A hold of the donor's stops it, from the later of the hold's beginning and the plan on. */
export type ConsignmentHeld = Event<'ConsignmentHeld', OfHold & { stages: readonly HeldStage[] }>;
export type ConsignmentFreed = Event<'ConsignmentFreed', OfHold & { until: string }>;
/** It was dispatched or handed over while a hold was in force that was not known of; nothing is undone. */
export type HoldBreached = Event<'HoldBreached', OfHold & { stage: HeldStage }>;

export type StoppingEvent = ConsignmentHeld | ConsignmentFreed | HoldBreached;
type StoppingCommand = 'HoldConsignment' | 'FreeConsignment';

/** What a donor's holds come to on a consignment; what was handed over before is never touched (R14). */
export const stopping: ConsignmentStage<StoppingCommand, StoppingEvent> = {
  may: { HoldConsignment: ['coordinator', 'policy'], FreeConsignment: ['coordinator', 'policy'] },

  decide: {
    HoldConsignment: ({ data: { consignmentId, holdId } }, state, facts) => {
      const consignment = plannedOne(state, consignmentId);
      return stoppedBy(consignmentId, consignment, holdOf(facts.of(Hold, consignment.donor), consignment, holdId));
    },

    FreeConsignment: ({ data: { consignmentId, holdId } }, state, facts) => {
      const consignment = plannedOne(state, consignmentId);
      const hold = holdOf(facts.of(Hold, consignment.donor), consignment, holdId);
      if (consignment.holds.get(holdId)?.held !== 'held') return [];
      ensure(hold.until !== undefined, 'HoldStands', { holdId, from: hold.from });
      return [freed(consignmentId, consignment, hold, hold.until)];
    },
  },

  evolve: {
    ConsignmentHeld: changing<ConsignmentHeld>((consignment, { data }) => noted(consignment, data.holdId, 'held')),
    ConsignmentFreed: changing<ConsignmentFreed>((consignment, { data }) => noted(consignment, data.holdId, 'freed')),
    HoldBreached: changing<HoldBreached>((consignment, { data: { holdId, stage } }) => {
      const { held = 'not', breached = [] } = consignment.holds.get(holdId) ?? {};
      return {
        ...consignment,
        holds: new Map(consignment.holds).set(holdId, { held, breached: [...breached, stage] }),
      };
    }),
  },
};

/** What a hold comes to on a consignment, as far as it is not noted there already. */
export function stoppedBy(
  consignmentId: string,
  consignment: Consignment,
  hold: Held,
): readonly Decided<StoppingEvent>[] {
  if (
    !isAbout(
      hold,
      [...consignment.lines.values()].map(({ listed }) => listed),
    )
  )
    return [];
  const { donor, since, holds } = consignment;
  const { holdId, stages, from, until } = hold;
  const { held = 'not', breached = [] } = holds.get(holdId) ?? {};
  const reached = { dispatch: since.dispatched, handOver: since.handedOver };
  const broken = stages.flatMap((stage) => {
    const time = reached[stage];
    if (time === undefined || !inForce(hold, time) || breached.includes(stage)) return [];
    return [{ type: 'HoldBreached' as const, data: { consignmentId, donor, holdId, from, stage }, occurredAt: time }];
  });
  const after = (time: string | undefined) => time === undefined || (until !== undefined && time >= until);
  const stopped = stages.some((stage) => after(reached[stage])) && after(since.cancelled);
  const begins = later(from, since.planned);
  if (held !== 'not' || !stopped || (until !== undefined && until <= begins)) return broken;
  return [
    ...broken,
    { type: 'ConsignmentHeld', data: { consignmentId, donor, holdId, from, stages }, occurredAt: begins },
    ...(until === undefined ? [] : [freed(consignmentId, consignment, hold, until)]),
  ];
}

/** States that no hold stops this step at a time (R14). */
export function ensureNotHeld(
  { lines }: Consignment,
  stage: HeldStage,
  holds: HoldState | undefined,
  time: string,
): void {
  const goods = [...lines.values()].map(({ listed }) => listed);
  const hold = [...(holds?.values() ?? [])].find(
    (one) => one.stages.includes(stage) && inForce(one, time) && isAbout(one, goods),
  );
  ensure(!hold, 'UnderHold', { holdId: hold?.holdId, from: hold?.from, items: hold?.items });
}

function holdOf(holds: HoldState | undefined, { donor }: Consignment, holdId: string): Held {
  const hold = holds?.get(holdId);
  ensure(hold, 'NoSuchHold', { donor, holdId });
  return hold;
}

function freed(consignmentId: string, { donor, since }: Consignment, { holdId, from }: Held, until: string) {
  const data = { consignmentId, donor, holdId, from, until };
  return { type: 'ConsignmentFreed' as const, data, occurredAt: later(until, since.planned) };
}

function noted(consignment: Consignment, holdId: string, held: 'held' | 'freed'): Consignment {
  const { breached = [] } = consignment.holds.get(holdId) ?? {};
  return { ...consignment, holds: new Map(consignment.holds).set(holdId, { held, breached }) };
}

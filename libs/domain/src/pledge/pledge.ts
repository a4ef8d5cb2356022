import { decider, type Decider, type FactQuery } from '#eventsourcing';
import { RateSet } from '../rate-set/rate-set.js';
import { Requirement } from '../requirement/requirement.js';
import { allocation, type AllocationEvent } from './pledge.allocation.js';
import { commitment, type CommitmentEvent } from './pledge.commitment.js';
import { consigning, type AllocationConsigned } from './pledge.consigning.js';
import { delivery, type DeliveryReported } from './pledge.delivery.js';
import { making, type MakingEvent } from './pledge.making.js';
import { merging, type MergingEvent } from './pledge.merging.js';
import { revaluation, type RevaluationEvent } from './pledge.revaluation.js';
import { pledges, type PledgeCommand, type PledgeState } from './pledge.state.js';

export type PledgeEvent =
  | MakingEvent
  | CommitmentEvent
  | AllocationEvent
  | AllocationConsigned
  | DeliveryReported
  | MergingEvent
  | RevaluationEvent;

/** A donation from the word given to what was handed over, stage by stage (R1, R2, R6, R7, R9 to R12, R20, R30, R32, R33). */
export const Pledge: Decider<PledgeCommand, PledgeEvent, PledgeState> = decider({
  ...pledges,
  id: 'pledgeId',
  may: {
    ...making.may,
    ...commitment.may,
    ...allocation.may,
    ...delivery.may,
    ...consigning.may,
    ...merging.may,
    ...revaluation.may,
  },
  facts: {
    MakePledge: ({ data: { drawsOn } }) => drawnOn(drawsOn),
    LinkReannouncement: ({ data: { drawsOn } }) => drawnOn(drawsOn),
    AllocatePledge: ({ data: { rates, requirementId } }) => [
      ...(rates === undefined ? [] : [{ from: RateSet, id: rates }]),
      ...(requirementId === undefined ? [] : [{ from: Requirement, id: requirementId }]),
    ],
    ProposeMerge: ({ data: { into } }) => [{ from: Pledge, id: into }],
    MergePledge: ({ data: { proposalId } }, state) => {
      const proposal = state.status === 'unmade' ? undefined : state.proposals.get(proposalId);
      return proposal?.of === 'merge' ? [{ from: Pledge, id: proposal.into }] : [];
    },
  },
  decide: {
    ...making.decide,
    ...commitment.decide,
    ...allocation.decide,
    ...delivery.decide,
    ...consigning.decide,
    ...merging.decide,
    ...revaluation.decide,
  },
  evolve: {
    ...making.evolve,
    ...commitment.evolve,
    ...allocation.evolve,
    ...delivery.evolve,
    ...consigning.evolve,
    ...merging.evolve,
    ...revaluation.evolve,
  },
});

function drawnOn(drawsOn: string | undefined): readonly FactQuery[] {
  if (drawsOn === undefined) return [];
  const next = (state: PledgeState) => (state.status === 'unmade' ? undefined : state.drawsOn);
  return [{ from: Pledge, id: drawsOn, next }];
}

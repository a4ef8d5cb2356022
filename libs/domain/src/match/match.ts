import { decider } from '#eventsourcing';
import { Pledge } from '../pledge/pledge.js';
import { Requirement } from '../requirement/requirement.js';
import { agreeing, type AgreeingEvent } from './match.agreeing.js';
import { concluding, type ConcludingEvent } from './match.concluding.js';
import type { MatchCommand, MatchState } from './match.state.js';

export type MatchEvent = AgreeingEvent | ConcludingEvent;

/**
 * What of a pledge goes to a requirement, from its proposal until it is made or not (R4, R5, R34). It bears its own id as an allocation of
 * the pledge and as a reservation of the requirement.
 */
export const Match = decider<MatchCommand, MatchEvent, MatchState>({
  stream: 'match',
  id: 'matchId',
  initial: { status: 'unproposed' },
  may: { ...agreeing.may, ...concluding.may },
  facts: {
    ProposeMatch: ({ data: { pledgeId, requirementId } }) => [
      { from: Pledge, id: pledgeId },
      { from: Requirement, id: requirementId },
    ],
    ConcludeMatch: (_, match) => (match.status === 'unproposed' ? [] : [{ from: Pledge, id: match.pledgeId }]),
  },
  decide: { ...agreeing.decide, ...concluding.decide },
  evolve: { ...agreeing.evolve, ...concluding.evolve },
});

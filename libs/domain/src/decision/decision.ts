import { decider } from '#eventsourcing';
import { Forum } from '../forum/forum.js';
import { conclusion, type ConclusionEvent } from './decision.conclusion.js';
import { drafting, type DraftingEvent } from './decision.drafting.js';
import { positions, type PositionEvent } from './decision.positions.js';
import type { DecisionCommand, DecisionState } from './decision.state.js';

export type DecisionEvent = DraftingEvent | PositionEvent | ConclusionEvent;

/** A decision by silence procedure: who does not object before the deadline consents (R22 to R26). */
export const Decision = decider<DecisionCommand, DecisionEvent, DecisionState>({
  stream: 'decision',
  id: 'decisionId',
  initial: { status: 'none' },
  may: { ...drafting.may, ...positions.may, ...conclusion.may },
  facts: {
    CirculateDraft: ({ data: { forumId } }) => [{ from: Forum, id: forumId }],
    AmendDraft: (_, state) => (state.status === 'none' ? [] : [{ from: Forum, id: state.forumId }]),
  },
  decide: { ...drafting.decide, ...positions.decide, ...conclusion.decide },
  evolve: { ...drafting.evolve, ...positions.evolve, ...conclusion.evolve },
});

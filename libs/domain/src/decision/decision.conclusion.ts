import { ensure, type Event } from '#eventsourcing';
import { ensureSince, judgedAt } from '../values/time.js';
import type { Party } from '../values/words.js';
import {
  circulated,
  ensureConducts,
  going,
  type DecisionStage,
  type Objection,
  type OptOut,
} from './decision.state.js';
import type { DecisionSubject } from './decision.subject.js';

interface Concluded {
  decisionId: string;
  forumId: string;
  subject: DecisionSubject;
  version: number;
  voters: readonly Party[];
}

/** Adopted at its deadline, at which it occurs; `optOuts` as they stood then. */
export type DecisionAdopted = Event<'DecisionAdopted', Concluded & { text: string; optOuts: readonly OptOut[] }>;
/** Failed at its deadline, at which it occurs: silence was broken, and nobody amended the draft. */
export type DecisionFailed = Event<'DecisionFailed', Concluded & { brokenBy: readonly Objection[] }>;
/** `at` is the occasion, such as a summit. */
export type DecisionEndorsed = Event<'DecisionEndorsed', { decisionId: string; at: string }>;

export type ConclusionEvent = DecisionAdopted | DecisionFailed | DecisionEndorsed;
type ConclusionCommand = 'ConcludeSilence' | 'EndorseDecision';

/** What came of a draft, and where it was endorsed (R23). */
export const conclusion: DecisionStage<ConclusionCommand, ConclusionEvent> = {
  may: {
    ConcludeSilence: ['coordinator', 'historian', 'policy'],
    EndorseDecision: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    ConcludeSilence: ({ data: { decisionId }, metadata }, state) => {
      const draft = circulated(state, decisionId);
      if (draft.status === 'adopted' || draft.status === 'failed') return [];
      const { forumId, subject, text, version, voters, deadline, breaks, optOuts } = draft;
      ensure(judgedAt(metadata) >= deadline, 'NotYet', { deadline });
      const concluded = { decisionId, forumId, subject, version, voters };
      return draft.status === 'broken'
        ? [{ type: 'DecisionFailed', data: { ...concluded, brokenBy: breaks }, occurredAt: deadline }]
        : [{ type: 'DecisionAdopted', data: { ...concluded, text, optOuts }, occurredAt: deadline }];
    },

    EndorseDecision: ({ data: { decisionId, at }, metadata: { by, occurredAt } }, state) => {
      const draft = circulated(state, decisionId);
      if (draft.endorsedAt.includes(at)) return [];
      ensureConducts(draft, by);
      ensure(draft.status === 'adopted', 'NotAdopted', { status: draft.status });
      ensureSince(draft.deadline, occurredAt);
      return [{ type: 'DecisionEndorsed', data: { decisionId, at } }];
    },
  },

  evolve: {
    DecisionAdopted: going((draft) => ({ ...draft, status: 'adopted' })),
    DecisionFailed: going((draft) => ({ ...draft, status: 'failed' })),
    DecisionEndorsed: going<DecisionEndorsed>((draft, { data: { at } }) => ({
      ...draft,
      endorsedAt: [...draft.endorsedAt, at],
    })),
  },
};

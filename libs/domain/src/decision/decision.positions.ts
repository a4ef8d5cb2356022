import { ensure, type Event } from '#eventsourcing';
import type { Scope } from '../values/scope.js';
import { ensureSince, judgedAt } from '../values/time.js';
import type { Party } from '../values/words.js';
import { circulated, ensureOpen, ensureSilence, ensureVoter, going, type DecisionStage } from './decision.state.js';

export type SilenceBroken = Event<
  'SilenceBroken',
  { decisionId: string; party: Party; reason: string; version: number }
>;
/** `from` is what the party had opted out of before. */
export type OptOutRegistered = Event<
  'OptOutRegistered',
  { decisionId: string; party: Party; scope: readonly Scope[]; from: readonly Scope[]; version: number }
>;

export type PositionEvent = SilenceBroken | OptOutRegistered;
type PositionCommand = 'BreakSilence' | 'RegisterOptOut';

/** What voters say to a draft, beside their silence (R22, R23, R26). */
export const positions: DecisionStage<PositionCommand, PositionEvent> = {
  may: { BreakSilence: ['operator', 'historian'], RegisterOptOut: ['operator', 'historian'] },

  decide: {
    BreakSilence: ({ data: { decisionId, reason }, metadata }, state) => {
      const draft = circulated(state, decisionId);
      const time = judgedAt(metadata);
      const { party } = metadata.by;
      ensureVoter(draft, party);
      if (draft.breaks.some((objection) => objection.party === party)) return [];
      ensure(reason !== undefined, 'NoReason', { decisionId });
      ensureSilence(draft, time);
      ensureOpen(draft);
      ensureSince(draft.since, time);
      const data = { decisionId, party, reason, version: draft.version };
      return [{ type: 'SilenceBroken', data, occurredAt: time }];
    },

    RegisterOptOut: ({ data: { decisionId, scope }, metadata }, state) => {
      const draft = circulated(state, decisionId);
      const time = judgedAt(metadata);
      const { party } = metadata.by;
      ensureVoter(draft, party);
      const from = draft.optOuts.find((one) => one.party === party)?.scope ?? [];
      if (from.length === scope.length && scope.every((part) => from.includes(part))) return [];
      ensure(draft.status !== 'failed', 'DecisionClosed', { status: draft.status });
      ensureSince(draft.since, time);
      const data = { decisionId, party, scope: [...scope], from, version: draft.version };
      return [{ type: 'OptOutRegistered', data, occurredAt: time }];
    },
  },

  evolve: {
    SilenceBroken: going<SilenceBroken>((draft, { data: { party, reason } }) => ({
      ...{ ...draft, status: 'broken', breaks: [...draft.breaks, { party, reason }] },
    })),
    OptOutRegistered: going<OptOutRegistered>((draft, { data: { party, scope } }) => {
      const others = draft.optOuts.filter((one) => one.party !== party);
      return { ...draft, optOuts: [...others, { party, scope }] };
    }),
  },
};

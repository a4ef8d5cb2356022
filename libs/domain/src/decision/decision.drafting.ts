import { ensure, type Event } from '#eventsourcing';
import { isOrganisation } from '../contact-group/contact-group.state.js';
import { Forum } from '../forum/forum.js';
import { same } from '../values/plain.js';
import { ensureSince, judgedAt, utc } from '../values/time.js';
import type { Party } from '../values/words.js';
import {
  circulated,
  ensureConducts,
  ensureOpen,
  ensureSilence,
  ensureVoter,
  going,
  votersAt,
  type DecisionStage,
} from './decision.state.js';
import { subjectOf, type DecisionSubject } from './decision.subject.js';

interface Circulation {
  decisionId: string;
  text: string;
  voters: readonly Party[];
  deadline: string;
  version: number;
}

export type DraftCirculated = Event<
  'DraftCirculated',
  Circulation & { forumId: string; subject: DecisionSubject; drafter: Party }
>;
export type DraftAmended = Event<'DraftAmended', Circulation & { from: string }>;
export type SilenceExtended = Event<
  'SilenceExtended',
  { decisionId: string; from: string; to: string; reason?: string }
>;

export type DraftingEvent = DraftCirculated | DraftAmended | SilenceExtended;
type DraftingCommand = 'CirculateDraft' | 'AmendDraft' | 'ExtendSilence';

/** A draft is circulated, amended and given more time (R22, R24, R25). */
export const drafting: DecisionStage<DraftingCommand, DraftingEvent> = {
  may: {
    CirculateDraft: ['operator', 'coordinator', 'historian'],
    AmendDraft: ['operator', 'coordinator', 'historian'],
    ExtendSilence: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    CirculateDraft: ({ data, metadata }, state, facts) => {
      const { decisionId, forumId, text } = data;
      const { party, roles } = metadata.by;
      const time = judgedAt(metadata);
      const said = { forumId, subject: subjectOf(data.subject), text, deadline: utc(data.deadline) };
      if (state.status !== 'none' && same(state.said, said)) return [];
      ensure(state.status === 'none', 'DecisionExists', { decisionId });
      const voters = votersAt(facts.of(Forum, forumId), forumId, time);
      if (!isOrganisation(party) && !roles.includes('coordinator')) ensureVoter({ voters }, party);
      ensure(said.deadline > time, 'DeadlineNotLater', { than: time });
      const circulation = { decisionId, ...said, voters, version: 1, drafter: party };
      return [{ type: 'DraftCirculated', data: circulation, occurredAt: time }];
    },

    AmendDraft: ({ data: { decisionId, text, deadline }, metadata }, state, facts) => {
      const draft = circulated(state, decisionId);
      const time = judgedAt(metadata);
      const to = utc(deadline);
      if (draft.version > 1 && draft.text === text && draft.deadline === to) return [];
      ensureConducts(draft, metadata.by);
      ensureOpen(draft);
      ensureSilence(draft, time);
      ensureSince(draft.since, time);
      ensure(to > time, 'DeadlineNotLater', { than: time });
      const voters = votersAt(facts.of(Forum, draft.forumId), draft.forumId, time);
      const amended = { decisionId, from: draft.text, text, voters, deadline: to, version: draft.version + 1 };
      return [{ type: 'DraftAmended', data: amended, occurredAt: time }];
    },

    ExtendSilence: ({ data: { decisionId, deadline, reason }, metadata }, state) => {
      const draft = circulated(state, decisionId);
      const time = judgedAt(metadata);
      const [from, to] = [draft.deadline, utc(deadline)];
      if (draft.extended && from === to) return [];
      ensureConducts(draft, metadata.by);
      ensureOpen(draft);
      ensure(draft.status === 'silence', 'DraftStopped', { by: draft.breaks.map(({ party }) => party) });
      ensureSilence(draft, time);
      ensureSince(draft.since, time);
      ensure(to > from, 'DeadlineNotLater', { than: from });
      const data = { decisionId, from, to, ...(reason !== undefined && { reason }) };
      return [{ type: 'SilenceExtended', data, occurredAt: time }];
    },
  },

  evolve: {
    DraftCirculated: (_, { occurredAt, data }) => {
      const { forumId, subject, text, deadline, voters, version, drafter } = data;
      return {
        ...{ status: 'silence', forumId, subject, text, deadline, voters, version, drafter, extended: false },
        ...{ since: occurredAt, breaks: [], optOuts: [], endorsedAt: [], said: { forumId, subject, text, deadline } },
      };
    },
    DraftAmended: going<DraftAmended>((draft, { occurredAt, data: { text, voters, deadline, version } }) => ({
      ...{ ...draft, status: 'silence', text, voters, deadline, version, extended: false },
      ...{ since: occurredAt, breaks: [], optOuts: [] },
    })),
    SilenceExtended: going<SilenceExtended>((draft, { data: { to } }) => ({ ...draft, deadline: to, extended: true })),
  },
};

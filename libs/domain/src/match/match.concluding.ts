import { ensure, type Event } from '#eventsourcing';
import { pledges } from '../pledge/pledge.state.js';
import type { Matched } from '../values/matching.js';
import { isLedger } from '../values/acting.js';
import { plain } from '../values/plain.js';
import { changing, factsOfMatch, proposedMatch, type MatchStage, type OfMatch } from './match.state.js';

export type MatchMade = Event<'MatchMade', OfMatch & { allocationId: string; lines: readonly Matched[] }>;
/** `from` says whether something may have to be given back; `refusedBy` whose law refused it, where one did. */
export type MatchAborted = Event<
  'MatchAborted',
  OfMatch & { from: 'proposed' | 'accepted'; reason: string; refusedBy?: 'requirement' | 'pledge' }
>;

export type ConcludingEvent = MatchMade | MatchAborted;
type ConcludingCommand = 'AbortMatch' | 'ConcludeMatch';

/** A match is made once its allocation is there, or aborted before; the ledger itself asks too late without harm. */
export const concluding: MatchStage<ConcludingCommand, ConcludingEvent> = {
  may: {
    AbortMatch: ['policy', 'coordinator', 'historian'],
    ConcludeMatch: ['policy', 'coordinator', 'historian'],
  },

  decide: {
    AbortMatch: ({ data: { matchId, reason, refusedBy }, metadata: { by } }, state) => {
      const match = proposedMatch(state, matchId);
      const { status: from } = match;
      if (from === 'aborted') return [];
      if (from === 'made' || from === 'declined') {
        ensure(isLedger(by), 'MatchNotOpen', { status: from });
        return [];
      }
      return [{ type: 'MatchAborted', data: plain({ ...factsOfMatch(match), from, reason, refusedBy }) }];
    },

    ConcludeMatch: ({ data: { matchId }, metadata: { by } }, state, facts) => {
      const match = proposedMatch(state, matchId);
      const { status, pledgeId, lines } = match;
      if (status === 'made') return [];
      if (status === 'aborted' && isLedger(by)) return [];
      ensure(status === 'accepted', 'MatchNotOpen', { status });
      const pledge = facts.of(pledges, pledgeId) ?? pledges.initial;
      const one = pledge.status === 'unmade' ? undefined : pledge.allocations.get(matchId);
      ensure(one?.ground.matchId === matchId, 'NoSuchAllocation', { allocationId: matchId });
      return [{ type: 'MatchMade', data: { ...factsOfMatch(match), allocationId: matchId, lines } }];
    },
  },

  evolve: {
    MatchMade: changing<MatchMade>((match) => ({ ...match, status: 'made' })),
    MatchAborted: changing<MatchAborted>((match) => ({ ...match, status: 'aborted' })),
  },
};

import type { MatchAborted, MatchAccepted, MatchDeclined, MatchMade, MatchProposed } from '#domain';
import { integer, json, text, textArray, timestamp, view, type Recorded } from '#eventsourcing';

type MatchRow = {
  readonly pledge: string;
  readonly requirement: string;
  readonly donor: string;
  readonly recipient: string;
  readonly status: 'proposed' | 'accepted' | 'made' | 'declined' | 'aborted';
  readonly lines: readonly object[];
  readonly accepted: readonly string[];
  readonly reason: string | null;
  readonly refusedBy: string | null;
  readonly breaches: number;
  readonly since: string | null;
};

type MatchEvent = MatchProposed | MatchAccepted | MatchDeclined | MatchMade | MatchAborted;

/** The row after an event that says this; before it was proposed, a match is what its events say of it. */
function changed(row: MatchRow | undefined, { data }: Recorded<MatchEvent>, change: Partial<MatchRow>): MatchRow {
  const { pledgeId: pledge, requirementId: requirement, donor, recipient } = data;
  const blank = {
    ...{ pledge, requirement, donor, recipient, status: 'proposed' as const, lines: [], accepted: [] },
    ...{ reason: null, refusedBy: null, breaches: 0, since: null },
  };
  return { ...(row ?? blank), ...change };
}

/** Matches, by their id: which sides have accepted one, and what became of it. */
export const matches = view<MatchRow, MatchEvent>('matches', {
  columns: {
    pledge: text('The pledge that gives.'),
    requirement: text('The requirement that it is for.'),
    donor: text('The party that gives the pledge.', 'party'),
    recipient: text('The party that states the requirement.', 'party'),
    status: text('proposed, accepted (by both), made, declined or aborted.'),
    lines: json('What is matched, line by line.'),
    accepted: textArray('The sides that have accepted it.', 'party'),
    reason: text('Why it was declined or aborted.'),
    refusedBy: text('What refused it: the pledge or the requirement.'),
    breaches: integer('How many rules it breaks as it was imported.'),
    since: timestamp('When it was proposed.'),
  },
  key: ({ data }) => data.matchId,
  on: {
    MatchProposed: (row, event) =>
      changed(row, event, {
        lines: event.data.lines,
        breaches: event.data.breaches?.length ?? 0,
        since: event.occurredAt,
      }),
    MatchAccepted: (row, event) => {
      const { party, lines } = event.data;
      const { status = 'proposed', accepted: before = [] } = row ?? {};
      const accepted = [...before, party].sort();
      const both = [event.data.donor, event.data.recipient].every((side) => accepted.includes(side));
      return changed(row, event, { lines, accepted, status: status === 'proposed' && both ? 'accepted' : status });
    },
    MatchDeclined: (row, event) => changed(row, event, { status: 'declined', reason: event.data.reason ?? null }),
    MatchMade: (row, event) => changed(row, event, { status: 'made', lines: event.data.lines }),
    MatchAborted: (row, event) =>
      changed(row, event, {
        status: 'aborted',
        reason: event.data.reason,
        refusedBy: event.data.refusedBy ?? null,
      }),
  },
});

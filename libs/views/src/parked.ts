import type { CommandParked, ParkedDismissed, ParkedResolved, ParkedRetried } from '#domain';
import { integer, json, text, timestamp, view } from '#eventsourcing';

type ParkedRow = {
  readonly policy: string;
  readonly status: 'open' | 'retried' | 'resolved' | 'dismissed';
  readonly command: string;
  readonly data: object;
  readonly party: string;
  readonly occurred: string;
  readonly code: string;
  readonly facts: object | null;
  readonly event: string;
  readonly position: string;
  readonly attempts: number;
  readonly since: string;
  readonly reason: string | null;
};

type ParkedEvent = CommandParked | ParkedRetried | ParkedResolved | ParkedDismissed;

/** Commands of policies that the law refused, by their id: why, and what became of them. */
export const parked = view<ParkedRow, ParkedEvent>('parked', {
  columns: {
    policy: text('The policy that sent it.'),
    status: text('open, retried, resolved or dismissed.'),
    command: text('The command.'),
    data: json('What the command says.'),
    party: text('The party that it was sent for.', 'party'),
    occurred: timestamp('When it was to be true in the world.'),
    code: text('The refusal that it met.'),
    facts: json('What the refusal says besides.'),
    event: text('The event that it follows from.'),
    position: text('The position of that event in the log.'),
    attempts: integer('How often it was tried.'),
    since: timestamp('When it was parked.'),
    reason: text('Why it was dismissed.'),
  },
  key: ({ data }) => data.parkedId,
  on: {
    CommandParked: (row, { data, occurredAt }) => ({
      ...{ policy: data.policy, status: 'open', command: data.command, data: data.data, party: data.party },
      ...{ occurred: data.occurredAt, code: data.code, facts: data.facts ?? null },
      ...{ event: data.eventId, position: data.position, attempts: data.attempt },
      ...{ since: row?.since ?? occurredAt, reason: null },
    }),
    ParkedRetried: (row) => row && { ...row, status: 'retried' },
    ParkedResolved: (row) => row && { ...row, status: 'resolved' },
    ParkedDismissed: (row, { data: { reason } }) => row && { ...row, status: 'dismissed', reason },
  },
});

import type { ClaimRecorded, ConflictResolved, Said } from '#domain';
import { integer, json, text, textArray, timestamp, view } from '#eventsourcing';

type ConflictRow = {
  readonly subject: string;
  readonly field: string;
  readonly status: 'open' | 'resolved';
  readonly values: readonly string[];
  readonly claims: readonly Said[];
  readonly sources: number;
  readonly since: string;
  readonly chosen: string | null;
  readonly reason: string | null;
  /** The values among which was chosen. */
  readonly settled: readonly string[];
};

function withClaims(row: ConflictRow, more: readonly Said[]): ConflictRow {
  const claims = [...new Map([...row.claims, ...more].map((one) => [one.number, one])).values()].toSorted(
    (a, b) => a.number - b.number,
  );
  const values = [...new Set(claims.map(({ value }) => value))];
  const settled = row.chosen !== null && values.every((value) => row.settled.includes(value));
  const sources = new Set(claims.map(({ source }) => source)).size;
  return { ...row, claims, values, sources, status: settled ? 'resolved' : 'open' };
}

function contested(subject: string, field: string, since: string): ConflictRow {
  return {
    ...{ subject, field, status: 'open', values: [], claims: [], sources: 0, since },
    ...{ chosen: null, reason: null, settled: [] },
  };
}

/**
 * Claims of one field that contradict each other, by `subject/field`: all sides with their claims, and which is used and why once that is
 * resolved; a value that nobody knew then opens it again.
 */
export const conflicts = view<ConflictRow, ClaimRecorded | ConflictResolved>('conflicts', {
  columns: {
    subject: text('What the claims are about, such as a pledge.'),
    field: text('What of it they contradict each other on.'),
    status: text('open or resolved.'),
    values: textArray('What is claimed, each value once.'),
    claims: json('All sides with who said so and when.'),
    sources: integer('How many sources there are.'),
    since: timestamp('When the first contradiction was true.'),
    chosen: text('The value that is used, once that is resolved.'),
    reason: text('Why that one.'),
    settled: textArray('The values that were chosen among.'),
  },
  key: ({ data: { subject, field } }) => `${subject}/${field}`,
  on: {
    ClaimRecorded: (row, { data: { subject, field, otherwise, ...claim }, occurredAt }) =>
      row || otherwise.length > 0
        ? withClaims(row ?? contested(subject, field, occurredAt), [...otherwise, claim])
        : undefined,
    ConflictResolved: (row, { data: { subject, field, values, chosen, reason }, occurredAt }) =>
      withClaims({ ...(row ?? contested(subject, field, occurredAt)), chosen, reason, settled: values }, []),
  },
});

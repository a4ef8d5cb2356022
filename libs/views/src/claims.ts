import type { ClaimRecorded, Evidence } from '#domain';
import { integer, text, view } from '#eventsourcing';

type ClaimRow = {
  readonly subject: string;
  readonly field: string;
  readonly number: number;
  readonly value: string;
  readonly source: string;
  readonly said: string | null;
  readonly learnt: string | null;
  readonly evidence: Evidence | null;
  readonly note: string | null;
  readonly recordedBy: string;
};

/** Who said what about a subject, by `subject/number` (R7). */
export const claims = view<ClaimRow, ClaimRecorded>('claims', {
  columns: {
    subject: text('What the claim is about, such as a pledge.'),
    field: text('What of it is claimed.'),
    number: integer('Its number among the claims about the subject.'),
    value: text('What is claimed.'),
    source: text('Who said so, or where it stands.'),
    said: text('The day on which it was said.'),
    learnt: text('The day on which it was learnt.'),
    evidence: text('How it is known: found, memory or inferred.'),
    note: text('What else there is to say of it.'),
    recordedBy: text('The identity that recorded it.'),
  },
  key: ({ data: { subject, number } }) => `${subject}/${String(number)}`,
  on: {
    ClaimRecorded: (_, { data, metadata: { by } }) => {
      const { subject, field, number, value, source, said = null, learnt = null, evidence = null, note = null } = data;
      return { subject, field, number, value, source, said, learnt, evidence, note, recordedBy: by.party };
    },
  },
});

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
    subject: text(),
    field: text(),
    number: integer(),
    value: text(),
    source: text(),
    said: text(),
    learnt: text(),
    evidence: text(),
    note: text(),
    recordedBy: text(),
  },
  key: ({ data: { subject, number } }) => `${subject}/${String(number)}`,
  on: {
    ClaimRecorded: (_, { data, metadata: { by } }) => {
      const { subject, field, number, value, source, said = null, learnt = null, evidence = null, note = null } = data;
      return { subject, field, number, value, source, said, learnt, evidence, note, recordedBy: by.party };
    },
  },
});

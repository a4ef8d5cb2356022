import { json, text, timestamp, view, type CorrectionEvent, type Row } from '#eventsourcing';

/** `from` and `to` are what is wrong and right side by side; `wrongTime` and `rightTime` are there where the event is dated anew. */
interface CorrectionRow extends Row {
  readonly status: 'proposed' | 'approved';
  readonly stream: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly reason: string;
  readonly from: object;
  readonly to: object;
  readonly wrongTime: string | null;
  readonly rightTime: string | null;
  readonly proposedBy: string;
  /** The party that its proposer spoke for; missing only while the approval is dated before the proposal. */
  readonly proposedFor: string | null;
  readonly approvedBy: string | null;
  readonly approvedFor: string | null;
}

/** What was said to be wrong and what is right, by whom and why, by the id of the correction (R8, R33). */
export const corrections = view<CorrectionRow, CorrectionEvent>('corrections', {
  columns: {
    status: text('proposed or approved.'),
    stream: text('The stream of the event that is wrong.'),
    eventId: text('The event that is wrong.'),
    eventType: text('The type of that event.'),
    reason: text('Why it is wrong.'),
    from: json('What is wrong, field by field.'),
    to: json('What is right, field by field.'),
    wrongTime: timestamp('When the event was said to have been so, where that is wrong.'),
    rightTime: timestamp('When it was so.'),
    proposedBy: text('The identity that proposed it.'),
    proposedFor: text('The party which that identity spoke for.', 'party'),
    approvedBy: text('The identity that approved it, another one.'),
    approvedFor: text('The party which that identity spoke for.', 'party'),
  },
  key: ({ id, data }) => ('correctionId' in data ? data.correctionId : id),
  on: {
    CorrectionProposed: (row, { data, metadata: { by } }) =>
      row
        ? { ...row, proposedFor: by.party }
        : {
            ...{ ...said(data), status: 'proposed', approvedBy: null, approvedFor: null },
            ...{ proposedBy: by.subject, proposedFor: by.party },
          },
    CorrectionApproved: (row, { data, metadata: { by } }) => ({
      ...{ ...said(data), status: 'approved', approvedBy: by.subject, approvedFor: by.party },
      ...{ proposedBy: data.proposedBy, proposedFor: row?.proposedFor ?? null },
    }),
  },
});

function said(data: CorrectionEvent['data']) {
  const { stream, eventId, eventType, reason, from, to, redated } = data;
  return {
    stream,
    eventId,
    eventType,
    reason,
    from,
    to,
    wrongTime: redated?.from ?? null,
    rightTime: redated?.to ?? null,
  };
}

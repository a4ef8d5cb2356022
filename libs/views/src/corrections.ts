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
    status: text(),
    stream: text(),
    eventId: text(),
    eventType: text(),
    reason: text(),
    from: json(),
    to: json(),
    wrongTime: timestamp(),
    rightTime: timestamp(),
    proposedBy: text(),
    proposedFor: text(),
    approvedBy: text(),
    approvedFor: text(),
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

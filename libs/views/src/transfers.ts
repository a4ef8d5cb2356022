import type {
  ReadinessReported,
  TaskTransferred,
  TransferAgreed,
  TransferConsented,
  TransferProposed,
  TransferReversed,
  TransitionStarted,
} from '#domain';
import { json, text, textArray, timestamp, view } from '#eventsourcing';

type TransferRow = {
  readonly task: string;
  readonly transfer: string;
  readonly from: string | null;
  readonly to: string;
  readonly status: 'proposed' | 'agreed' | 'inTransition' | 'effective' | 'reversed';
  readonly forum: string | null;
  readonly decision: string | null;
  readonly consents: readonly string[];
  readonly readiness: readonly { readonly what: string; readonly ready: boolean }[];
  readonly proposed: string;
  readonly agreed: string | null;
  readonly started: string | null;
  readonly effective: string | null;
  readonly reversed: string | null;
  readonly reason: string | null;
};

type TransferEvent =
  | TransferProposed
  | TransferConsented
  | TransferAgreed
  | TransitionStarted
  | ReadinessReported
  | TaskTransferred
  | TransferReversed;

/** The transfers of tasks, by `task/transfer`: how far each has come, and when; a reversed one says why. */
export const transfers = view<TransferRow, TransferEvent>('transfers', {
  columns: {
    task: text('The task that is handed on.'),
    transfer: text('Its id within the task.'),
    from: text('The party that was accountable.', 'party'),
    to: text('The party that is to be.', 'party'),
    status: text('proposed, agreed, inTransition, effective or reversed.'),
    forum: text('The forum that decides on it.'),
    decision: text('The decision that agreed it.'),
    consents: textArray('The owners that consented.', 'party'),
    readiness: json('What has to be ready, and whether it is.'),
    proposed: timestamp('When it was proposed.'),
    agreed: timestamp('When it was agreed.'),
    started: timestamp('When the transition began.'),
    effective: timestamp('When the new owner became accountable.'),
    reversed: timestamp('When it was reversed.'),
    reason: text('Why it was reversed.'),
  },
  key: ({ data: { taskId, transferId } }) => `${taskId}/${transferId}`,
  on: {
    TransferProposed: (_, { data: { taskId, transferId, from = null, to, forumId, reason, party }, occurredAt }) => ({
      ...{ task: taskId, transfer: transferId, from, to, status: 'proposed', forum: forumId ?? null, decision: null },
      ...{ consents: [from, to].includes(party) ? [party] : [], readiness: [], reason: reason ?? null },
      ...{ proposed: occurredAt, agreed: null, started: null, effective: null, reversed: null },
    }),
    TransferConsented: (row, { data: { party } }) => row && { ...row, consents: [...row.consents, party] },
    TransferAgreed: (row, { data: { decisionId = null, agreedBy }, occurredAt }) =>
      row && {
        ...{ ...row, status: 'agreed', agreed: occurredAt, decision: decisionId },
        consents: agreedBy ?? row.consents,
      },
    TransitionStarted: (row, { data: { readiness }, occurredAt }) =>
      row && { ...row, status: 'inTransition', started: occurredAt, readiness },
    ReadinessReported: (row, { data: { what, ready } }) =>
      row && { ...row, readiness: row.readiness.map((item) => (item.what === what ? { what, ready } : item)) },
    TaskTransferred: (row, { occurredAt }) =>
      row && row.status !== 'reversed' ? { ...row, status: 'effective', effective: occurredAt } : row,
    TransferReversed: (row, { data: { reason }, occurredAt }) =>
      row && { ...row, status: 'reversed', reversed: occurredAt, reason },
  },
});

import type {
  ReadinessReported,
  RestrictionWaived,
  TaskRegistered,
  TaskRelinquished,
  TaskTransferred,
  TransferAgreed,
  TransferProposed,
  TransferReversed,
  TransitionStarted,
} from '#domain';
import { boolean, text, textArray, timestamp, view } from '#eventsourcing';

type Stage = 'proposed' | 'agreed' | 'inTransition' | 'completed' | 'reversed';

type TaskRow = {
  readonly title: string;
  readonly owner: string | null;
  readonly since: string;
  readonly transferable: boolean;
  readonly waived: boolean;
  readonly status: 'owned' | 'unowned' | 'proposed' | 'agreed' | 'inTransition';
  readonly limbo: boolean;
  readonly transfer: string | null;
  readonly stage: Stage | null;
  readonly to: string | null;
  readonly waitsFor: readonly string[];
  readonly decision: string | null;
};

type TaskEvent =
  | TaskRegistered
  | RestrictionWaived
  | TaskRelinquished
  | TransferProposed
  | TransferAgreed
  | TransitionStarted
  | ReadinessReported
  | TaskTransferred
  | TransferReversed;

/** The task with what follows from its owner and the stage of its transfer. */
function standing(row: Omit<TaskRow, 'status' | 'limbo'>): TaskRow {
  const { owner, stage } = row;
  const open = stage === null || stage === 'completed' || stage === 'reversed' ? undefined : stage;
  const status = open ?? (owner === null ? 'unowned' : 'owned');
  return { ...row, status, limbo: owner === null || open === 'agreed' || open === 'inTransition' };
}

/**
 * Tasks, by their id: who is accountable since when, and the transfer that the task is in or was in last. In `limbo` is one that nobody
 * owns, or that is agreed to pass on and has not.
 */
export const tasks = view<TaskRow, TaskEvent>('tasks', {
  columns: {
    title: text('What has to be done.'),
    owner: text('The party that is accountable for it.', 'party'),
    since: timestamp('Since when it is.'),
    transferable: boolean('Whether it may be handed to another party.'),
    waived: boolean('Whether its owner waived that it may not.'),
    status: text('owned, unowned, proposed, agreed or inTransition.'),
    limbo: boolean('Whether nobody owns it, or it is agreed to pass on and has not.'),
    transfer: text('The transfer that it is in, or was in last.'),
    stage: text('How far that has come: proposed, agreed, inTransition, completed or reversed.'),
    to: text('The party that it goes to.', 'party'),
    waitsFor: textArray('What is not ready yet.'),
    decision: text('The decision that agreed it.'),
  },
  key: ({ data: { taskId } }) => taskId,
  on: {
    TaskRegistered: (_, { data: { title, owner, transferable }, occurredAt }) =>
      standing({
        ...{ title, owner, since: occurredAt, transferable, waived: false },
        ...{ transfer: null, stage: null, to: null, waitsFor: [], decision: null },
      }),
    RestrictionWaived: (row) => row && { ...row, waived: true },
    TaskRelinquished: (row, { occurredAt }) => row && standing({ ...row, owner: null, since: occurredAt }),
    TransferProposed: (row, { data: { transferId, to } }) =>
      row && standing({ ...row, transfer: transferId, stage: 'proposed', to, waitsFor: [], decision: null }),
    TransferAgreed: (row, { data: { decisionId = null } }) =>
      row && standing({ ...row, stage: 'agreed', decision: decisionId }),
    TransitionStarted: (row, { data: { readiness } }) =>
      row && standing({ ...row, stage: 'inTransition', waitsFor: openOf(readiness) }),
    ReadinessReported: (row, { data: { what, ready } }) => row && { ...row, waitsFor: reported(row, what, ready) },
    TaskTransferred: (row, { data: { transferId, to }, occurredAt }) =>
      row?.transfer === transferId && row.stage !== 'reversed'
        ? standing({ ...row, owner: to, since: occurredAt, stage: 'completed' })
        : row,
    TransferReversed: (row, { data: { inEffect, owner = null }, occurredAt }) => {
      const reversed = row && standing({ ...row, stage: 'reversed' });
      return reversed && inEffect ? standing({ ...reversed, owner, since: occurredAt }) : reversed;
    },
  },
});

function openOf(readiness: readonly { readonly what: string; readonly ready: boolean }[]): readonly string[] {
  return readiness.filter(({ ready }) => !ready).map(({ what }) => what);
}

function reported({ waitsFor }: TaskRow, what: string, ready: boolean): readonly string[] {
  const others = waitsFor.filter((one) => one !== what);
  return ready ? others : [...others, what];
}

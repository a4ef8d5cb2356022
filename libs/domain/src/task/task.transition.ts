import { ensure, type Event } from '#eventsourcing';
import { plain, same } from '../values/plain.js';
import type { Readiness } from '../values/readiness.js';
import { ensureSince, inTime } from '../values/time.js';
import type { Party } from '../values/words.js';
import type { OfTransfer } from './task.agreement.js';
import {
  currentTransfer,
  ensureOwner,
  ensureSide,
  going,
  moving,
  registered,
  type TaskStage,
  type Transfer,
} from './task.state.js';

export type TransitionStarted = Event<'TransitionStarted', OfTransfer & { readiness: readonly Readiness[] }>;
export type ReadinessReported = Event<'ReadinessReported', OfTransfer & Readiness>;
/** Takes effect when it occurs, which may be after it was recorded. */
export type TaskTransferred = Event<'TaskTransferred', OfTransfer & { decisionId?: string }>;
/** `owner` is who is accountable from then on; `inEffect` says whether the task had passed already. */
export type TransferReversed = Event<
  'TransferReversed',
  OfTransfer & { was: Transfer['status']; inEffect: boolean; owner?: Party; reason: string }
>;

export type TransitionEvent = TransitionStarted | ReadinessReported | TaskTransferred | TransferReversed;
type TransitionCommand = 'StartTransition' | 'ReportReadiness' | 'CompleteTransfer' | 'ReverseTransfer';

/** How an agreed transfer takes effect, perhaps ahead of time, and how it is reversed (R27, R35). */
export const transition: TaskStage<TransitionCommand, TransitionEvent> = {
  may: {
    StartTransition: ['operator', 'coordinator', 'historian'],
    ReportReadiness: ['operator', 'coordinator', 'historian'],
    CompleteTransfer: ['operator', 'coordinator', 'historian'],
    ReverseTransfer: ['operator', 'coordinator', 'historian'],
  },

  decide: {
    StartTransition: ({ data: { taskId, readiness = [] }, metadata: { by, occurredAt } }, state) => {
      const task = registered(state, taskId);
      const transfer = currentTransfer(task, taskId);
      const items = readiness.map(({ what, ready = false }) => ({ what, ready }));
      if (
        transfer.status === 'inTransition' &&
        same(
          whatOf(transfer),
          items.map(({ what }) => what),
        )
      )
        return [];
      ensure(transfer.status === 'agreed', 'WrongStage', { status: transfer.status });
      ensureSide(task, by, occurredAt, transfer.to);
      ensureSince(transfer.since, occurredAt);
      return [{ type: 'TransitionStarted', data: { ...of(taskId, transfer), readiness: items } }];
    },

    ReportReadiness: ({ data: { taskId, what, ready }, metadata: { by, occurredAt } }, state) => {
      const task = registered(state, taskId);
      const transfer = currentTransfer(task, taskId);
      ensure(transfer.status === 'inTransition', 'WrongStage', { status: transfer.status });
      ensure(transfer.readiness.has(what), 'NoSuchReadiness', { what, known: whatOf(transfer) });
      if (transfer.readiness.get(what) === ready) return [];
      ensureSide(task, by, occurredAt, transfer.to);
      ensureSince(transfer.since, occurredAt);
      return [{ type: 'ReadinessReported', data: { ...of(taskId, transfer), what, ready } }];
    },

    CompleteTransfer: ({ data: { taskId }, metadata: { by, occurredAt } }, state) => {
      const task = registered(state, taskId);
      const transfer = currentTransfer(task, taskId);
      const { status, since, decisionId } = transfer;
      if (status === 'completed' && since <= occurredAt) return [];
      ensure(status === 'inTransition', 'WrongStage', { status });
      ensureSide(task, by, occurredAt, transfer.to);
      ensureSince(since, occurredAt);
      const open = whatOf(transfer).filter((what) => !transfer.readiness.get(what));
      ensure(open.length === 0, 'NotReady', { open });
      return [{ type: 'TaskTransferred', data: plain({ ...of(taskId, transfer), decisionId }) }];
    },

    ReverseTransfer: ({ data: { taskId, reason }, metadata: { by, at, occurredAt } }, state) => {
      const task = registered(state, taskId);
      const transfer = currentTransfer(task, taskId);
      const { status, since, from } = transfer;
      if (status === 'reversed') return [];
      const inEffect = status === 'completed' && since <= at;
      if (inEffect) {
        ensure(occurredAt >= since, 'AlreadyInEffect', { since });
        ensureOwner(task, by, occurredAt);
      } else {
        ensureSide(task, by, occurredAt, transfer.to);
        ensure(status === 'completed' || occurredAt >= since, 'BeforeItBegan', { since });
      }
      const data = { ...of(taskId, transfer), was: status, inEffect, owner: from, reason };
      return [{ type: 'TransferReversed', data: plain(data) }];
    },
  },

  evolve: {
    TransitionStarted: moving<TransitionStarted>((transfer, { occurredAt, data }) => {
      const readiness = new Map(data.readiness.map(({ what, ready }) => [what, ready]));
      return { ...transfer, status: 'inTransition', since: occurredAt, readiness };
    }),
    ReadinessReported: moving<ReadinessReported>((transfer, { data: { what, ready } }) => ({
      ...transfer,
      readiness: new Map(transfer.readiness).set(what, ready),
    })),
    TaskTransferred: (state, event) => {
      const { occurredAt, data } = event;
      const moved = moving<TaskTransferred>((transfer) => ({
        ...{ ...transfer, status: 'completed', since: occurredAt },
      }))(state, event);
      const task = registered(moved, data.taskId);
      return { ...task, owners: inTime(task.owners, { from: occurredAt, owner: data.to }) };
    },
    TransferReversed: going<TransferReversed>((task, { occurredAt, stream, data: { inEffect, owner } }) => {
      const transfer = currentTransfer(task, stream);
      const owners = inEffect
        ? inTime(task.owners, { from: occurredAt, owner })
        : task.owners.filter(({ from }) => transfer.status !== 'completed' || from !== transfer.since);
      const reversed: Transfer = { ...transfer, status: 'reversed', since: occurredAt };
      return { ...task, owners, transfers: new Map(task.transfers).set(transfer.transferId, reversed) };
    }),
  },
};

function of(taskId: string, { transferId, from, to }: Transfer): OfTransfer {
  return plain({ taskId, transferId, from, to });
}

function whatOf({ readiness }: Transfer): readonly string[] {
  return [...readiness.keys()];
}

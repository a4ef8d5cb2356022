import { ensure, type Event, type Facts } from '#eventsourcing';
import { Decision } from '../decision/decision.js';
import { optedOut } from '../decision/decision.state.js';
import { plain, same } from '../values/plain.js';
import { ensureSince } from '../values/time.js';
import type { Party } from '../values/words.js';
import {
  currentTransfer,
  ensureSide,
  going,
  moving,
  ownerAt,
  registered,
  type Task,
  type TaskStage,
  type Transfer,
} from './task.state.js';

/** What is said in every event of a transfer; `from` is missing where nobody owned the task. */
export interface OfTransfer {
  taskId: string;
  transferId: string;
  from?: Party;
  to: Party;
}

/** `subject` is who proposed it, `party` for whom. */
export type TransferProposed = Event<
  'TransferProposed',
  OfTransfer & { forumId?: string; reason?: string; party: Party; subject: string }
>;
/** One of the two owners agrees, the other one is still to. */
export type TransferConsented = Event<'TransferConsented', OfTransfer & { party: Party }>;
/** By a decision, or by the parties in `agreedBy`. */
export type TransferAgreed = Event<
  'TransferAgreed',
  OfTransfer & { decisionId?: string; agreedBy?: readonly Party[]; proposedBy: string }
>;

export type AgreementEvent = TransferProposed | TransferConsented | TransferAgreed;
type AgreementCommand = 'ProposeTransfer' | 'AgreeTransfer';

/** How a transfer is proposed and agreed: by a decision, or by both owners where no forum decides (R26, R27, R28, R33). */
export const agreement: TaskStage<AgreementCommand, AgreementEvent> = {
  may: {
    ProposeTransfer: ['operator', 'coordinator', 'historian'],
    AgreeTransfer: ['operator', 'coordinator', 'historian', 'policy'],
  },

  decide: {
    ProposeTransfer: ({ data, metadata: { by, occurredAt } }, state) => {
      const { taskId, transferId, to } = data;
      const task = registered(state, taskId);
      const said = plain(data);
      const before = task.transfers.get(transferId);
      const from = ownerAt(task, occurredAt);
      if ((before && same(before.said, said)) || from === to) return [];
      ensure(!before, 'ProposalExists', { proposalId: transferId });
      ensureSince(task.since, occurredAt);
      ensureSide(task, by, occurredAt, to);
      ensure(task.transferable || task.waived, 'NotTransferable', { owner: from ?? null });
      const open = task.current === undefined ? undefined : task.transfers.get(task.current);
      const ended = !open || open.status === 'reversed' || (open.status === 'completed' && open.since <= occurredAt);
      ensure(ended, 'TransferOpen', { transferId: open?.transferId, status: open?.status });
      const event = { ...said, from, party: by.party, subject: by.subject };
      return [{ type: 'TransferProposed', data: plain(event) }];
    },

    AgreeTransfer: ({ data: { taskId, decisionId }, metadata: { by, occurredAt } }, state, facts) => {
      const task = registered(state, taskId);
      const transfer = currentTransfer(task, taskId);
      const { status, transferId, from, to, forumId } = transfer;
      const holds = status !== 'reversed' && (decisionId === undefined || decisionId === transfer.decisionId);
      if (status !== 'proposed' && holds) return [];
      ensure(status === 'proposed', 'WrongStage', { status });
      ensureSide(task, by, occurredAt, to);
      ensureSince(transfer.since, occurredAt);
      ensure(by.subject !== transfer.subject, 'SameActor', { subject: by.subject });
      const of = { taskId, transferId, from, to };
      const proposedBy = transfer.subject;
      if (decisionId !== undefined) {
        ensureDecided(task, transfer, taskId, decisionId, facts);
        return [{ type: 'TransferAgreed', data: plain({ ...of, decisionId, proposedBy }) }];
      }
      ensure(forumId === undefined, 'NoDecision', { forumId });
      const { party } = by;
      const owners = from === undefined ? [to] : [from, to];
      ensure(owners.includes(party), 'NotTheOwner', { owner: from ?? null });
      if (transfer.consents.includes(party)) return [];
      const agreedBy = owners.filter((owner) => owner === party || transfer.consents.includes(owner));
      return agreedBy.length === owners.length
        ? [{ type: 'TransferAgreed', data: plain({ ...of, agreedBy, proposedBy }) }]
        : [{ type: 'TransferConsented', data: plain({ ...of, party }) }];
    },
  },

  evolve: {
    TransferProposed: going<TransferProposed>((task, { occurredAt, data }) => {
      const { transferId, from, to, forumId, party, subject, ...rest } = data;
      const said = plain({ taskId: rest.taskId, transferId, to, forumId, reason: rest.reason });
      const consents = [from, to].includes(party) ? [party] : [];
      const proposed = { transferId, status: 'proposed' as const, from, to, forumId, subject, said, consents };
      const transfer: Transfer = { ...proposed, since: occurredAt, readiness: new Map() };
      return { ...task, current: transferId, transfers: new Map(task.transfers).set(transferId, transfer) };
    }),
    TransferConsented: moving<TransferConsented>((transfer, { data: { party } }) => ({
      ...transfer,
      consents: [...transfer.consents, party],
    })),
    TransferAgreed: (state, event) => {
      const { occurredAt, data } = event;
      const { decisionId } = data;
      const agreed = moving<TransferAgreed>((transfer) => ({
        ...{ ...transfer, status: 'agreed', decisionId, since: occurredAt },
      }))(state, event);
      return decisionId === undefined ? agreed : { ...registered(agreed, data.taskId), boundBy: decisionId };
    },
  },
};

/**
 * States that a decision was adopted about just this transfer and agreed no other one, that the old owner had a voice in it, as a voter or
 * as who proposed it, and that the new one did not opt out of the work.
 */
function ensureDecided(task: Task, transfer: Transfer, taskId: string, decisionId: string, facts: Facts): void {
  const { from, to, forumId, consents } = transfer;
  const decision = facts.of(Decision, decisionId);
  const about =
    decision?.status === 'adopted' &&
    decision.subject.kind === 'taskTransfer' &&
    decision.subject.taskIds.includes(taskId) &&
    decision.subject.owner === to &&
    (forumId === undefined || forumId === decision.forumId) &&
    (from === undefined || decision.voters.includes(from) || consents.includes(from));
  const used = [...task.transfers.values()].some((other) => other.decisionId === decisionId);
  ensure(about && !used, 'NoDecision', { decisionId, status: decision?.status ?? 'none' });
  const scope = optedOut(decision, to);
  ensure(!scope.includes('personnel'), 'OptedOut', { party: to, scope, decisionId });
}

import type { AgreeTransfer, DecisionAdopted, Plain, TransferChair } from '#domain';
import { policy, type Command } from '#eventsourcing';

type Asked = Command<'AgreeTransfer', Plain<AgreeTransfer>> | Command<'TransferChair', Plain<TransferChair>>;

/** A decision adopted agrees the transfers of tasks that it was about, or passes on the chair as its holder proposed. */
export const agreeTransfers = policy<DecisionAdopted, Asked>('agree-transfers', {
  DecisionAdopted: ({ data: { decisionId, subject }, occurredAt }) => {
    if (subject.kind === 'text') return [];
    if (subject.kind === 'taskTransfer')
      return subject.taskIds.map((taskId) => ({ type: 'AgreeTransfer', data: { taskId, decisionId } }));
    const { groupId, from, to, effective = occurredAt } = subject;
    return [{ type: 'TransferChair', data: { groupId, to, decisionId }, as: from, occurredAt: effective }];
  },
});

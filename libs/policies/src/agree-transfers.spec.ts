import { specifyPolicy } from '#testing';
import type { DecisionSubject } from '#domain';
import { agreeTransfers } from './agree-transfers.js';

const given = specifyPolicy(agreeTransfers);
const decisionId = 'washington';
const DEADLINE = '2024-06-14T10:00:00.000Z';
const adopted = (subject: DecisionSubject) =>
  given({
    type: 'DecisionAdopted',
    data: { decisionId, forumId: 'nac', subject, text: 'a text', voters: ['USA'], version: 1, optOuts: [] },
    occurredAt: DEADLINE,
  });

describe('an adopted decision', () => {
  it('agrees the transfer of each task it was about', () => {
    adopted({ kind: 'taskTransfer', taskIds: ['training', 'repair'], owner: 'NATO' }).then(
      { type: 'AgreeTransfer', data: { taskId: 'training', decisionId } },
      { type: 'AgreeTransfer', data: { taskId: 'repair', decisionId } },
    );
  });
  it('passes on the chair, for who held it, on the day it names or on its own', () => {
    const chair = { kind: 'chairTransfer' as const, groupId: 'udcg', from: 'USA', to: ['NATO'] };
    const transfer = { type: 'TransferChair' as const, data: { groupId: 'udcg', to: ['NATO'], decisionId }, as: 'USA' };
    const effective = '2024-07-09T00:00:00.000Z';
    adopted({ ...chair, effective }).then({ ...transfer, occurredAt: effective });
    adopted(chair).then({ ...transfer, occurredAt: DEADLINE });
  });
  it('does nothing more where it is a text alone', () => {
    adopted({ kind: 'text' }).then();
  });
});

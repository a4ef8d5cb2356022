import { specifyView, type Told } from '#testing';
import type {
  DecisionAdopted,
  DecisionEndorsed,
  DecisionFailed,
  DraftAmended,
  DraftCirculated,
  OptOutRegistered,
  SilenceBroken,
  SilenceExtended,
} from '#domain';
import { decisions } from './decisions.js';

const given = specifyView(decisions);
const decisionId = 'nsatu';
const forumId = 'nac';
const voters = ['HUN', 'SWE', 'USA'];
const subject = { kind: 'taskTransfer' as const, taskIds: ['training'], owner: 'NATO' };
const CIRCULATED = '2024-06-12T09:00:00.000Z';
const BROKEN = '2024-06-13T09:00:00.000Z';
const AMENDED = '2024-06-13T12:00:00.000Z';
const DEADLINE = '2024-06-14T10:00:00.000Z';

type Past = Told<
  | DraftCirculated
  | DraftAmended
  | SilenceExtended
  | SilenceBroken
  | OptOutRegistered
  | DecisionAdopted
  | DecisionFailed
  | DecisionEndorsed
>;
const drafted: Past = {
  type: 'DraftCirculated',
  data: { decisionId, forumId, subject, text: 'one', voters, deadline: DEADLINE, version: 1, drafter: 'NATO' },
  occurredAt: CIRCULATED,
};
const objection = { party: 'HUN', reason: 'no mandate' };
const broken: Past = {
  type: 'SilenceBroken',
  data: { decisionId, ...objection, version: 1 },
  occurredAt: BROKEN,
};
const optOut = { party: 'HUN', scope: ['funds' as const] };
const optedOut: Past = {
  type: 'OptOutRegistered',
  data: { decisionId, ...optOut, from: [], version: 1 },
  occurredAt: BROKEN,
};
const amended: Past = {
  type: 'DraftAmended',
  data: { decisionId, from: 'one', text: 'two', voters, deadline: DEADLINE, version: 2 },
  occurredAt: AMENDED,
};
const concluded = { decisionId, forumId, subject, version: 1, voters };
const row = {
  ...{ forum: forumId, kind: 'taskTransfer' as const, subject, text: 'one', status: 'silence' as const, version: 1 },
  ...{ voters, voterCount: 3, drafter: 'NATO', circulated: CIRCULATED, deadline: DEADLINE },
  ...{ objections: [], optOuts: [], concluded: null, endorsed: [] },
};

describe('decisions', () => {
  it('are drafts under silence first', () => {
    given(drafted).then(decisionId, row);
  });
  it('are given more time', () => {
    const to = '2024-06-17T10:00:00.000Z';
    given(drafted, {
      ...{ type: 'SilenceExtended', data: { decisionId, from: DEADLINE, to }, occurredAt: BROKEN },
    }).then(decisionId, { ...row, deadline: to });
  });
  it('are stopped by a break, and fail', () => {
    given(drafted, broken).then(decisionId, { ...row, status: 'broken', objections: [objection] });
    given(drafted, broken, {
      ...{ type: 'DecisionFailed', data: { ...concluded, brokenBy: [objection] }, occurredAt: DEADLINE },
    }).then(decisionId, { ...row, status: 'failed', objections: [objection], concluded: DEADLINE });
  });
  it('are amended, which resets what was said', () => {
    given(drafted, broken, optedOut, amended).then(decisionId, {
      ...{ ...row, text: 'two', version: 2, circulated: AMENDED },
    });
  });
  it('are adopted with opt-outs, and endorsed', () => {
    const at = 'Washington summit';
    const on = '2024-07-10T15:00:00.000Z';
    given(
      drafted,
      optedOut,
      { type: 'DecisionAdopted', data: { ...concluded, text: 'one', optOuts: [optOut] }, occurredAt: DEADLINE },
      { type: 'DecisionEndorsed', data: { decisionId, at }, occurredAt: on },
    ).then(decisionId, {
      ...{ ...row, status: 'adopted', optOuts: [optOut], concluded: DEADLINE, endorsed: [{ at, on }] },
    });
  });
});

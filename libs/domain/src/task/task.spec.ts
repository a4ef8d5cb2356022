import { specify, type Told } from '#testing';
import type { Event } from '#eventsourcing';
import { Decision, type DecisionEvent } from '../decision/decision.js';
import { Task, type TaskEvent } from './task.js';

const taskId = 'training';
const transferId = 'to-nato';
const decisionId = 'nsatu';
const NOW = '2024-06-14T12:00:00.000Z';
const SUMMIT = '2024-07-10T00:00:00.000Z';
const LATER = '2024-12-17T00:00:00.000Z';

const given = specify(Task, { by: 'USA', at: NOW });
type Past = Told<TaskEvent>;

const colleague = { subject: 'a colleague' };
const coordinator = { by: 'NSATU', roles: ['coordinator'] };
const historian = (by: string, occurredAt: string) => ({
  ...{ by, occurredAt, at: '2026-01-01T09:00:00.000Z', roles: ['historian'], reported: true },
});

const register = { taskId, title: 'Coordinate training', owner: 'USA', transferable: true };
const registered: Past = { type: 'TaskRegistered', data: register, occurredAt: '2022-11-04T00:00:00.000Z' };
const restricted: Past = { ...registered, data: { ...register, transferable: false } };
const of = { taskId, transferId, from: 'USA', to: 'NATO' };
const proposed: Past = { type: 'TransferProposed', data: { ...of, party: 'USA', subject: 'operator of USA' } };
const forForum: Past = { type: 'TransferProposed', data: { ...proposed.data, forumId: 'nac' } };
const byDecision: Past = { type: 'TransferAgreed', data: { ...of, decisionId, proposedBy: 'operator of USA' } };
const byOwners: Past = {
  type: 'TransferAgreed',
  data: { ...of, agreedBy: ['USA', 'NATO'], proposedBy: 'operator of USA' },
};
const started: Past = { type: 'TransitionStarted', data: { ...of, readiness: [] } };
const staff = { what: 'staff in Wiesbaden', ready: false };
const waiting: Past = { type: 'TransitionStarted', data: { ...of, readiness: [staff] } };
const ready: Past = { type: 'ReadinessReported', data: { ...of, ...staff, ready: true } };
const transferred: Past = { type: 'TaskTransferred', data: { ...of, decisionId } };
const ahead: Past = { ...transferred, occurredAt: SUMMIT };
const relinquished: Past = { type: 'TaskRelinquished', data: { taskId, owner: 'USA', reason: 'another priority' } };

const hungary = { party: 'HUN', scope: ['personnel' as const, 'funds' as const, 'territory' as const] };
const subject = { kind: 'taskTransfer' as const, taskIds: [taskId], owner: 'NATO' };
const draft = { decisionId, forumId: 'nac', subject, voters: ['HUN', 'USA'], version: 1, text: 'NSATU' };
const circulated: Told<DecisionEvent> = {
  type: 'DraftCirculated',
  data: { ...draft, deadline: NOW, drafter: 'NATO' },
};
const optOut: Told<DecisionEvent> = {
  type: 'OptOutRegistered',
  data: { decisionId, ...hungary, from: [], version: 1 },
};
const adopted: Told<DecisionEvent> = { type: 'DecisionAdopted', data: { ...draft, optOuts: [hungary] } };
const decided: Told<Event>[] = [circulated, optOut, adopted];

describe('a task (R27)', () => {
  it('is registered with one accountable owner', () =>
    given().when('RegisterTask', register).then({ type: 'TaskRegistered', data: register }));
  it('is registered once', () => given(registered).when('RegisterTask', register).thenNothing());
  it('is not registered under the name of another', () =>
    given(registered)
      .when('RegisterTask', { ...register, owner: 'GBR' }, { by: 'GBR' })
      .thenRejected('TaskExists', { taskId }));
  it('is registered by its owner or a coordinator', async () => {
    await given().when('RegisterTask', register, { by: 'GBR' }).thenRejected('NotTheOwner', { owner: 'USA' });
    await given().when('RegisterTask', register, coordinator).then({ type: 'TaskRegistered', data: register });
  });
  it('is laid down by its owner, and then has none', async () => {
    const relinquish = { taskId, reason: 'another priority' };
    await given(registered).when('RelinquishTask', relinquish).then(relinquished);
    await given(registered, relinquished).when('RelinquishTask', relinquish).thenNothing();
    await given(registered)
      .when('RelinquishTask', relinquish, { by: 'GBR' })
      .thenRejected('NotTheOwner', { owner: 'USA' });
  });
});

describe('a task that only its owner can do (R28)', () => {
  const propose = { taskId, transferId, to: 'NATO' };
  const waived: Past = { type: 'RestrictionWaived', data: { taskId, owner: 'USA', reason: 'in part' } };
  it('is not proposed for transfer', () =>
    given(restricted).when('ProposeTransfer', propose).thenRejected('NotTransferable', { owner: 'USA' }));
  it('is, once its owner waives that', async () => {
    await given(restricted).when('WaiveRestriction', { taskId, reason: 'in part' }).then(waived);
    await given(restricted, waived).when('ProposeTransfer', propose).then(proposed);
  });
  it('is waived by its owner alone', () =>
    given(restricted)
      .when('WaiveRestriction', { taskId, reason: 'in part' }, coordinator)
      .thenRejected('NotTheOwner', { owner: 'USA' }));
  it('is waived once, and not at all where nothing restricts it', async () => {
    await given(restricted, waived).when('WaiveRestriction', { taskId, reason: 'again' }).thenNothing();
    await given(registered).when('WaiveRestriction', { taskId, reason: 'needlessly' }).thenNothing();
  });
});

describe('the proposal of a transfer (R27)', () => {
  const propose = { taskId, transferId, to: 'NATO' };
  it('is made by its owner', () => given(registered).when('ProposeTransfer', propose).then(proposed));
  it('is made by the party it passes to', () =>
    given(registered)
      .when('ProposeTransfer', propose, { by: 'NATO' })
      .then({ type: 'TransferProposed', data: { ...of, party: 'NATO', subject: 'operator of NATO' } }));
  it('is made by nobody else', () =>
    given(registered).when('ProposeTransfer', propose, { by: 'HUN' }).thenRejected('NotTheOwner', { owner: 'USA' }));
  it('is made once', () => given(registered, proposed).when('ProposeTransfer', propose).thenNothing());
  it('is not made twice under one name', () =>
    given(registered, proposed)
      .when('ProposeTransfer', { ...propose, to: 'GBR' })
      .thenRejected('ProposalExists', { proposalId: transferId }));
  it('waits for the transfer that is open', () =>
    given(registered, proposed)
      .when('ProposeTransfer', { ...propose, transferId: 'to-gbr', to: 'GBR' })
      .thenRejected('TransferOpen', { transferId, status: 'proposed' }));
  it('is not made to who owns the task', () =>
    given(registered)
      .when('ProposeTransfer', { ...propose, to: 'USA' })
      .thenNothing());
  it('is of a task that there is', () =>
    given().when('ProposeTransfer', propose).thenRejected('NoSuchTask', { taskId }));
  it('gives a task without owner to somebody', () =>
    given(registered, relinquished)
      .when('ProposeTransfer', propose, { by: 'NATO' })
      .then({
        type: 'TransferProposed',
        data: { taskId, transferId, to: 'NATO', party: 'NATO', subject: 'operator of NATO' },
      }));
});

describe('the agreement to a transfer (R27, R33)', () => {
  const byPolicy = { roles: ['policy'], subject: 'the ledger', by: 'NATO' };
  const agree = { taskId, decisionId };
  const inForum = (...events: Past[]) => given(registered, forForum, ...events).and(Decision, ...decided);

  it('is an adopted decision about it', () => inForum().when('AgreeTransfer', agree, byPolicy).then(byDecision));
  it('is given once', () => inForum(byDecision).when('AgreeTransfer', agree, byPolicy).thenNothing());
  it('is not a draft', () =>
    given(registered, forForum)
      .and(Decision, circulated)
      .when('AgreeTransfer', agree, byPolicy)
      .thenRejected('NoDecision', { decisionId, status: 'silence' }));
  it('is not a decision about something else, for somebody else, or of another forum', async () => {
    const other = (fields: object) =>
      given(registered, forForum)
        .and(Decision, { ...circulated, data: { ...circulated.data, ...fields } }, adopted)
        .when('AgreeTransfer', agree, byPolicy)
        .thenRejected('NoDecision', { decisionId, status: 'adopted' });
    await other({ subject: { kind: 'text' } });
    await other({ subject: { ...subject, taskIds: ['repair'] } });
    await other({ subject: { ...subject, owner: 'GBR' } });
    await other({ forumId: 'g7' });
  });
  it('is not a decision in which the owner has no voice', () =>
    given(registered, { ...forForum, data: { ...forForum.data, party: 'NATO' } as never })
      .and(Decision, { ...circulated, data: { ...circulated.data, voters: ['HUN'] } }, adopted)
      .when('AgreeTransfer', agree, byPolicy)
      .thenRejected('NoDecision'));
  it('is not a decision that agreed a transfer before', () =>
    given(
      registered,
      forForum,
      byDecision,
      {
        type: 'TransferReversed',
        data: { ...of, was: 'agreed', inEffect: false, owner: 'USA', reason: 'not yet' },
      },
      { type: 'TransferProposed', data: { ...of, transferId: 'again', party: 'USA', subject: 'operator of USA' } },
    )
      .and(Decision, ...decided)
      .when('AgreeTransfer', agree, byPolicy)
      .thenRejected('NoDecision'));
  it('is not the owners’ where a forum decides', () =>
    inForum().when('AgreeTransfer', { taskId }, { by: 'NATO' }).thenRejected('NoDecision', { forumId: 'nac' }));
  it('is not given by who proposed it', () =>
    inForum().when('AgreeTransfer', agree).thenRejected('SameActor', { subject: 'operator of USA' }));
  it('is the second owner’s where one proposed it and no forum decides', () =>
    given(registered, proposed).when('AgreeTransfer', { taskId }, { by: 'NATO' }).then(byOwners));
  it('is that of both where somebody else proposed it', async () => {
    const neutral: Past = { type: 'TransferProposed', data: { ...of, party: 'NSATU', subject: 'operator of USA' } };
    const consented: Past = { type: 'TransferConsented', data: { ...of, party: 'USA' } };
    await given(registered, neutral).when('AgreeTransfer', { taskId }, colleague).then(consented);
    await given(registered, neutral, consented).when('AgreeTransfer', { taskId }, colleague).thenNothing();
    await given(registered, neutral, consented).when('AgreeTransfer', { taskId }, { by: 'NATO' }).then(byOwners);
  });
  it('is nobody else’s', async () => {
    await given(registered, proposed)
      .when('AgreeTransfer', { taskId }, { by: 'HUN' })
      .thenRejected('NotTheOwner', { owner: 'USA' });
    await given(registered, proposed)
      .when('AgreeTransfer', { taskId }, coordinator)
      .thenRejected('NotTheOwner', { owner: 'USA' });
  });
  it('follows a proposal', () =>
    given(registered).when('AgreeTransfer', { taskId }, colleague).thenRejected('NotProposed', { taskId }));
  it('gives no task to a party that opted out of the work (R26)', () => {
    const toHungary = { ...of, to: 'HUN' };
    const about = { ...draft, subject: { ...subject, owner: 'HUN' } };
    return given(registered, { type: 'TransferProposed', data: { ...toHungary, party: 'USA', subject: 'a diplomat' } })
      .and(Decision, { type: 'DraftCirculated', data: { ...about, deadline: NOW, drafter: 'NATO' } }, optOut, {
        type: 'DecisionAdopted',
        data: { ...about, optOuts: [hungary] },
      })
      .when('AgreeTransfer', agree, byPolicy)
      .thenRejected('OptedOut', { party: 'HUN', scope: hungary.scope, decisionId });
  });
});

describe('the transition (R27)', () => {
  it('starts once it is agreed', async () => {
    await given(registered, proposed, byDecision).when('StartTransition', { taskId }).then(started);
    await given(registered, proposed, byDecision, started).when('StartTransition', { taskId }).thenNothing();
    await given(registered, proposed)
      .when('StartTransition', { taskId })
      .thenRejected('WrongStage', { status: 'proposed' });
  });
  it('names what it waits for', async () => {
    const start = { taskId, readiness: [{ what: staff.what }] };
    await given(registered, proposed, byDecision).when('StartTransition', start).then(waiting);
    await given(registered, proposed, byDecision, waiting, ready).when('StartTransition', start).thenNothing();
  });
  it('is told when that is in place', async () => {
    const report = { taskId, what: staff.what, ready: true };
    const on = (...events: Past[]) => given(registered, proposed, byDecision, waiting, ...events);
    await on().when('ReportReadiness', report, { by: 'NATO' }).then(ready);
    await on(ready).when('ReportReadiness', report, { by: 'NATO' }).thenNothing();
    await on()
      .when('ReportReadiness', { ...report, what: 'money' }, { by: 'NATO' })
      .thenRejected('NoSuchReadiness', { what: 'money', known: [staff.what] });
    await on().when('ReportReadiness', report, { by: 'HUN' }).thenRejected('NotTheOwner', { owner: 'USA' });
  });
});

describe('the transfer of a task (R27, R35)', () => {
  const complete = { taskId };
  const on = (...events: Past[]) => given(registered, proposed, byDecision, ...events);
  it('takes effect after the transition', async () => {
    await on(started).when('CompleteTransfer', complete).then(transferred);
    await on(started, transferred).when('CompleteTransfer', complete).thenNothing();
    await on().when('CompleteTransfer', complete).thenRejected('WrongStage', { status: 'agreed' });
  });
  it('waits for what is not in place', async () => {
    await on(waiting)
      .when('CompleteTransfer', complete)
      .thenRejected('NotReady', { open: [staff.what] });
    await on(waiting, ready).when('CompleteTransfer', complete).then(transferred);
  });
  it('is completed ahead of time', () =>
    on(started)
      .when('CompleteTransfer', complete, { occurredAt: SUMMIT })
      .then({ type: 'TaskTransferred', data: transferred.data }));
  it('leaves the old owner accountable until then', async () => {
    const relinquish = { taskId, reason: 'another priority' };
    await on(started, ahead).when('RelinquishTask', relinquish).then(relinquished);
    await on(started, ahead)
      .when('RelinquishTask', relinquish, { by: 'NATO' })
      .thenRejected('NotYet', { party: 'NATO', from: SUMMIT });
    await on(started, ahead)
      .when('RelinquishTask', relinquish, { at: SUMMIT })
      .thenRejected('NotTheOwner', { owner: 'NATO' });
  });
  it('is followed by the next one once it is in effect', async () => {
    const next = { taskId, transferId: 'on', to: 'GBR' };
    await on(started, ahead)
      .when('ProposeTransfer', next)
      .thenRejected('TransferOpen', { transferId, status: 'completed' });
    await on(started, ahead)
      .when('ProposeTransfer', next, { by: 'NATO', at: SUMMIT })
      .then({
        type: 'TransferProposed',
        data: { ...next, from: 'NATO', party: 'NATO', subject: 'operator of NATO' },
      });
  });
  it('is told by a historian, stage by stage', async () => {
    const byHistorian: Past = { ...proposed, occurredAt: '2024-06-12T00:00:00.000Z' };
    await given(registered, byHistorian)
      .and(Decision, ...decided)
      .when('AgreeTransfer', { taskId, decisionId }, historian('NATO', NOW))
      .then(byDecision);
    await on(started).when('CompleteTransfer', complete, historian('NATO', LATER)).then(transferred);
  });
  it('does not take effect before the transition began', () =>
    on(started)
      .when('CompleteTransfer', complete, historian('USA', '2024-06-01T00:00:00.000Z'))
      .thenRejected('BeforeItBegan', { since: NOW }));
});

describe('the reversal of a transfer (R27, R35)', () => {
  const reverse = { taskId, reason: 'not yet' };
  const reversed = (fields: object): Past => ({
    ...{ type: 'TransferReversed', data: { ...of, owner: 'USA', reason: 'not yet', ...fields } as never },
  });
  const on = (...events: Past[]) => given(registered, proposed, byDecision, ...events);
  const calledOff = reversed({ was: 'agreed', inEffect: false });
  const revoked = reversed({ was: 'completed', inEffect: false });
  it('calls it off', async () => {
    await on().when('ReverseTransfer', reverse).then(calledOff);
    await on(calledOff).when('ReverseTransfer', reverse).thenNothing();
    await on().when('ReverseTransfer', reverse, { by: 'HUN' }).thenRejected('NotTheOwner', { owner: 'USA' });
    await given(registered).when('ReverseTransfer', reverse).thenRejected('NotProposed', { taskId });
  });
  it('revokes it before it takes effect, and leaves the old owner accountable', async () => {
    await on(started, ahead).when('ReverseTransfer', reverse).then(revoked);
    await on(started, ahead, revoked)
      .when('RelinquishTask', { taskId, reason: 'another priority' }, { at: LATER })
      .then(relinquished);
  });
  it('gives the task back afterwards, by its new owner', async () => {
    const givenBack = reversed({ was: 'completed', inEffect: true });
    await on(started, ahead).when('ReverseTransfer', reverse, { by: 'NATO', at: LATER }).then(givenBack);
    await on(started, ahead, { ...givenBack, occurredAt: LATER })
      .when('RelinquishTask', { taskId, reason: 'another priority' }, { at: LATER })
      .then(relinquished);
    await on(started, ahead)
      .when('ReverseTransfer', reverse, { at: LATER })
      .thenRejected('NotTheOwner', { owner: 'NATO' });
  });
  it('does not undo what has been in effect', () =>
    on(started, ahead)
      .when('ReverseTransfer', reverse, { by: 'NATO', at: LATER, occurredAt: NOW })
      .thenRejected('AlreadyInEffect', { since: SUMMIT }));
});

describe('a contribution to a task (R26)', () => {
  const contribute = { taskId, contributionId: 'officers', scope: 'personnel' as const, what: 'four officers' };
  const made = (party: string): Past => ({ type: 'TaskContributionMade', data: { ...contribute, party } });
  const on = (...events: Past[]) => given(registered, forForum, byDecision, ...events).and(Decision, ...decided);
  const end = { taskId, contributionId: 'officers' };
  const ended: Past = { type: 'TaskContributionEnded', data: { ...contribute, party: 'JPN' } };

  it('is made by partners too, who have no vote', () =>
    on().when('ContributeToTask', contribute, { by: 'JPN' }).then(made('JPN')));
  it('is not made in what a party opted out of', () =>
    on()
      .when('ContributeToTask', contribute, { by: 'HUN' })
      .thenRejected('OptedOut', { party: 'HUN', scope: hungary.scope, decisionId }));
  it('is made in what it did not opt out of', () =>
    on()
      .when('ContributeToTask', { ...contribute, scope: 'statements' }, { by: 'HUN' })
      .then({ type: 'TaskContributionMade', data: { ...contribute, scope: 'statements', party: 'HUN' } }));
  it('is free where no decision binds the task', () =>
    given(registered).when('ContributeToTask', contribute, { by: 'HUN' }).then(made('HUN')));
  it('is made once', async () => {
    await on(made('JPN')).when('ContributeToTask', contribute, { by: 'JPN' }).thenNothing();
    await on(made('JPN'))
      .when('ContributeToTask', contribute, { by: 'AUS' })
      .thenRejected('ContributionExists', { contributionId: 'officers' });
  });
  it('is ended by who made it', async () => {
    await on(made('JPN')).when('EndTaskContribution', end, { by: 'JPN' }).then(ended);
    await on(made('JPN'), ended).when('EndTaskContribution', end, { by: 'JPN' }).thenNothing();
    await on(made('JPN'))
      .when('EndTaskContribution', end, { by: 'AUS' })
      .thenRejected('NotTheContributor', { party: 'JPN' });
    await on()
      .when('EndTaskContribution', end, { by: 'JPN' })
      .thenRejected('NoSuchContribution', { contributionId: 'officers' });
  });
});

import { specifyView, type Told } from '#testing';
import type {
  ReadinessReported,
  RestrictionWaived,
  TaskRegistered,
  TaskRelinquished,
  TaskTransferred,
  TransferAgreed,
  TransferConsented,
  TransferProposed,
  TransferReversed,
  TransitionStarted,
} from '#domain';
import { tasks } from './tasks.js';
import { transfers } from './transfers.js';

const taskId = 'training';
const of = { taskId, transferId: 'to-nato', from: 'USA', to: 'NATO' };
const day = (text: string) => `${text}T00:00:00.000Z`;

type Moves =
  | TransferProposed
  | TransferConsented
  | TransferAgreed
  | TransitionStarted
  | ReadinessReported
  | TaskTransferred
  | TransferReversed;
type Owning = TaskRegistered | RestrictionWaived | TaskRelinquished;

const registered: Told<Owning> = {
  type: 'TaskRegistered',
  data: { taskId, title: 'Coordinate training', owner: 'USA', transferable: true },
  occurredAt: day('2022-11-04'),
};
const relinquished: Told<Owning> = {
  type: 'TaskRelinquished',
  data: { taskId, owner: 'USA', reason: 'another priority' },
  occurredAt: day('2025-03-03'),
};
const proposed: Told<TransferProposed> = {
  type: 'TransferProposed',
  data: { ...of, forumId: 'nac', party: 'USA', subject: 'somebody' },
  occurredAt: day('2024-03-20'),
};
const agreed: Told<TransferAgreed> = {
  type: 'TransferAgreed',
  data: { ...of, decisionId: 'nsatu', proposedBy: 'somebody' },
  occurredAt: day('2024-06-14'),
};
const staff = { what: 'staff', ready: false };
const started: Told<TransitionStarted> = {
  type: 'TransitionStarted',
  data: { ...of, readiness: [staff] },
  occurredAt: day('2024-07-11'),
};
const ready: Told<ReadinessReported> = {
  type: 'ReadinessReported',
  data: { ...of, what: 'staff', ready: true },
  occurredAt: day('2024-12-01'),
};
const transferred: Told<TaskTransferred> = {
  type: 'TaskTransferred',
  data: { ...of, decisionId: 'nsatu' },
  occurredAt: day('2024-12-17'),
};
const reversed = (inEffect: boolean, on: string): Told<TransferReversed> => ({
  type: 'TransferReversed',
  data: { ...of, was: 'completed', inEffect, owner: 'USA', reason: 'not ready' },
  occurredAt: day(on),
});

const task = {
  ...{ title: 'Coordinate training', owner: 'USA', since: day('2022-11-04'), transferable: true, waived: false },
  ...{ status: 'owned' as const, limbo: false, transfer: null, stage: null, to: null, waitsFor: [], decision: null },
};
const inTransfer = { ...task, transfer: 'to-nato', to: 'NATO' };

describe('tasks', () => {
  const given = (...events: Told<Owning | Exclude<Moves, TransferConsented>>[]) => ({
    then: (row: object) => {
      specifyView(tasks)(...events).then(taskId, row as never);
    },
  });
  it('have an owner', () => {
    given(registered).then(task);
    given(registered, {
      ...{
        type: 'RestrictionWaived',
        data: { taskId, owner: 'USA', reason: 'in part' },
        occurredAt: day('2023-01-01'),
      },
    }).then({ ...task, waived: true });
  });
  it('are in limbo between two owners, of whom the old one is accountable', () => {
    const decision = 'nsatu';
    given(registered, proposed).then({ ...inTransfer, status: 'proposed', stage: 'proposed' });
    given(registered, proposed, agreed).then({
      ...{ ...inTransfer, status: 'agreed', stage: 'agreed', limbo: true, decision },
    });
    given(registered, proposed, agreed, started).then({
      ...{ ...inTransfer, status: 'inTransition', stage: 'inTransition', limbo: true, waitsFor: ['staff'], decision },
    });
  });
  it('pass to the new owner', () => {
    given(registered, proposed, agreed, started, ready, transferred).then({
      ...{ ...inTransfer, stage: 'completed', owner: 'NATO', since: day('2024-12-17'), decision: 'nsatu' },
    });
  });
  it('stay where they were when the transfer is revoked before it took effect', () => {
    given(registered, proposed, agreed, started, ready, transferred, reversed(false, '2024-12-10')).then({
      ...{ ...inTransfer, stage: 'reversed', decision: 'nsatu' },
    });
  });
  it('go back when it is reversed afterwards', () => {
    given(registered, proposed, agreed, started, ready, transferred, reversed(true, '2025-02-01')).then({
      ...{ ...inTransfer, stage: 'reversed', since: day('2025-02-01'), decision: 'nsatu' },
    });
  });
  it('are shown without owner', () => {
    given(registered, relinquished).then({
      ...{ ...task, owner: null, since: day('2025-03-03'), status: 'unowned', limbo: true },
    });
  });
});

describe('transfers', () => {
  const given = (...events: Told<Moves>[]) => ({
    then: (row: object) => {
      specifyView(transfers)(...events).then('training/to-nato', row as never);
    },
  });
  const row = {
    ...{ task: taskId, transfer: 'to-nato', from: 'USA', to: 'NATO', status: 'proposed', forum: 'nac', decision: null },
    ...{ consents: ['USA'], readiness: [], proposed: day('2024-03-20') },
    ...{ agreed: null, started: null, effective: null, reversed: null, reason: null },
  };
  const inTransition = {
    ...{ ...row, status: 'inTransition', agreed: day('2024-06-14'), decision: 'nsatu', started: day('2024-07-11') },
    readiness: [staff],
  };
  it('go through their stages', () => {
    given(proposed).then(row);
    given(proposed, agreed, started).then(inTransition);
    given(proposed, agreed, started, ready, transferred).then({
      ...{ ...inTransition, status: 'effective', effective: day('2024-12-17') },
      readiness: [{ ...staff, ready: true }],
    });
  });
  it('are agreed by both owners', () => {
    const consented: Told<TransferConsented> = {
      type: 'TransferConsented',
      data: { ...of, party: 'NATO' },
      occurredAt: day('2024-04-01'),
    };
    given(proposed, consented).then({ ...row, consents: ['USA', 'NATO'] });
    given(proposed, {
      type: 'TransferAgreed',
      data: { ...of, agreedBy: ['USA', 'NATO'], proposedBy: 'somebody' },
      occurredAt: day('2024-06-14'),
    }).then({ ...row, status: 'agreed', agreed: day('2024-06-14'), consents: ['USA', 'NATO'] });
  });
  it('are reversed, and then do not take effect', () => {
    given(proposed, agreed, started, transferred, reversed(false, '2024-12-10')).then({
      ...{ ...inTransition, status: 'reversed', reversed: day('2024-12-10'), reason: 'not ready' },
    });
  });
});

import { COUNCIL, joinCouncil } from '../support/allies.js';
import { openStage, type Stage } from '../support/stage.js';

jest.setTimeout(180_000);

const PASSING: readonly (readonly [taskId: string, title: string])[] = [
  ['requirements', 'Collect and validate requirements'],
  ['matching', 'Match donations with requirements'],
  ['hub-poland', 'Plan transport over the hub in Poland'],
  ['hub-romania', 'Plan transport over the hub in Romania'],
  ['training', 'Coordinate training'],
];
const STAYING: readonly (readonly [taskId: string, title: string])[] = [
  ['monitoring', 'End-use monitoring of items of the United States'],
  ['drawdown', 'Decide on drawdowns'],
  ['intelligence', 'Intelligence'],
];
const decisionId = 'nsatu';
let stage: Stage;
const usa = () => stage.as('USA');
const ownerOf = async (taskId: string, asOf?: string) =>
  (await stage.row('tasks', taskId, asOf === undefined ? {} : { asOf }))?.owner;

beforeAll(async () => {
  stage = await openStage('2024-06-12T09:00:00Z');
  await joinCouncil(stage, 'FIN', 'SWE');
  const register = (transferable: boolean) => async (task: readonly [string, string]) =>
    usa().does('RegisterTask', { taskId: task[0], title: task[1], owner: 'USA', transferable }, '2022-11-04');
  for (const task of PASSING) await register(true)(task);
  for (const task of STAYING) await register(false)(task);
});
afterAll(() => stage.close());

describe('the tasks of the United States', () => {
  it('are proposed to pass to the alliance, but for those that only they can do', async () => {
    for (const [taskId] of PASSING)
      await usa().does('ProposeTransfer', { taskId, transferId: 'to-nato', to: 'NATO', forumId: COUNCIL });
    for (const [taskId] of STAYING) {
      const proposal = { taskId, transferId: 'to-nato', to: 'NATO', forumId: COUNCIL };
      await usa().isRefused('ProposeTransfer', proposal, 'NotTransferable');
    }
  });

  it('do not pass without the decision of the council', async () => {
    await stage.as('NATO').isRefused('AgreeTransfer', { taskId: 'training' }, 'NoDecision');
  });

  it('are decided on among 32 by silence, with one opt-out', async () => {
    const taskIds = PASSING.map(([taskId]) => taskId);
    await stage.as('NATO', 'coordinator').does('CirculateDraft', {
      ...{ decisionId, forumId: COUNCIL, subject: { kind: 'taskTransfer', taskIds, owner: 'NATO' } },
      ...{ text: 'The alliance takes over security assistance and training.', deadline: '2024-06-14T12:00:00Z' },
    });
    expect((await stage.row('decisions', decisionId))?.voters).toHaveLength(32);
    await stage.as('HUN').does('RegisterOptOut', { decisionId, scope: ['personnel', 'funds', 'territory'] });
    await stage.time('2024-06-14T12:00:00Z');
    expect(await stage.row('decisions', decisionId)).toMatchObject({ status: 'adopted' });
  });

  it('are agreed to pass with the decision, and stay where they are', async () => {
    for (const [taskId] of PASSING) {
      expect(await stage.row('tasks', taskId)).toMatchObject({ status: 'agreed', owner: 'USA', decision: decisionId });
    }
    expect(await ownerOf('monitoring')).toBe('USA');
  });

  it('are not helped by who opted out of it, but by partners without a vote', async () => {
    const officers = {
      taskId: 'training',
      contributionId: 'officers',
      scope: 'personnel',
      what: 'Four officers',
    } as const;
    await stage.as('HUN').isRefused('ContributeToTask', officers, 'OptedOut');
    await stage.as('AUS').does('ContributeToTask', officers);
    await stage.as('JPN').does('ContributeToTask', { ...officers, contributionId: 'officers-of-japan' });
    await stage.as('JPN').isRefused('BreakSilence', { decisionId, reason: 'no' }, 'NotAVoter');
  });

  it('are endorsed at the summit, and begin to pass', async () => {
    await stage.time('2024-07-10T15:00:00Z');
    await stage.as('NATO', 'coordinator').does('EndorseDecision', { decisionId, at: 'Washington summit' });
    for (const [taskId] of PASSING) await stage.as('NATO').does('StartTransition', { taskId });
    expect(await ownerOf('matching')).toBe('USA');
  });

  it('pass in December, months later than planned, but for one in Romania', async () => {
    await stage.time('2024-12-17T08:00:00Z');
    for (const [taskId] of PASSING)
      if (taskId !== 'hub-romania') await stage.as('NATO').does('CompleteTransfer', { taskId });
    expect(await ownerOf('matching')).toBe('NATO');
    expect(await stage.row('tasks', 'hub-romania')).toMatchObject({
      owner: 'USA',
      status: 'inTransition',
      limbo: true,
    });
  });

  it('were whose they were on any day, and in limbo is what was agreed and has not passed', async () => {
    expect(await ownerOf('matching', '2024-12-16')).toBe('USA');
    expect(await ownerOf('matching', '2024-12-18')).toBe('NATO');
    const limbo = await stage.rows('transfers', { status: 'inTransition' });
    expect(limbo).toEqual([expect.objectContaining({ task: 'hub-romania', from: 'USA', to: 'NATO' })]);
  });

  it('are traced by the auditor to the decision that passed them on', async () => {
    expect(await stage.story('task-matching')).toEqual([
      ...['TaskRegistered', 'TransferProposed', 'TransferAgreed', 'TransitionStarted', 'TaskTransferred'],
    ]);
    const ledger = await stage.ledger();
    const [, , agreed] = (await ledger.stream('task-matching')).events;
    const decided = await ledger.stream(`decision-${decisionId}`);
    const adopted = decided.events.find(({ type }) => type === 'DecisionAdopted');
    expect(agreed?.metadata.causationId).toBe(adopted?.id);
  });
});

import type { Asked } from '#client';
import { COUNCIL, joinCouncil } from '../support/allies.js';
import { openStage, type Stage } from '../support/stage.js';

jest.setTimeout(180_000);

const groupId = 'udcg';
const meetingId = 'udcg-24';
const TASKS = ['requirements', 'matching', 'training'];
const AUSTIN = { party: 'USA', holder: 'Lloyd Austin', office: 'Secretary of Defense' };
const [DRAFTED, ADOPTED, EVE, SUMMIT] = [
  ...['2024-06-12T09:00:00.000Z', '2024-06-14T12:00:00.000Z', '2024-07-09T23:59:00.000Z', '2024-07-10T00:00:00.000Z'],
] as [string, string, string, string];
const TASKS_PASS = 'tasks-to-nato';
const CHAIR_PASSES = 'chair-to-nato';

/** A group that the United States lead: they chair it, own its tasks, and have called its next meeting, which is after the summit. */
async function ledByUsa(): Promise<Stage> {
  const stage = await openStage(DRAFTED);
  await joinCouncil(stage, 'FIN', 'SWE');
  const secretariat = stage.as('USA', 'coordinator');
  for (const party of ['USA', 'GBR', 'DEU', 'HUN', 'UKR', 'AUS', 'JPN'])
    await secretariat.does('AdmitParty', { groupId, party }, '2022-04-26');
  await secretariat.does('AppointChair', { groupId, parties: ['USA'], holders: [AUSTIN] }, '2022-04-26');
  for (const taskId of TASKS)
    await stage
      .as('USA')
      .does('RegisterTask', { taskId, title: `Coordinate ${taskId}`, owner: 'USA', transferable: true }, '2022-11-04');
  const meeting = { meetingId, groupId, on: '2024-09-06', format: 'inPerson', place: 'Ramstein Air Base' } as const;
  await stage.as('USA').does('ScheduleMeeting', meeting);
  return stage;
}

/** The United States propose to hand on their tasks and the chair, and the council is asked about both. */
async function proposedToNato(stage: Stage): Promise<void> {
  const usa = stage.as('USA');
  for (const taskId of TASKS)
    await usa.does('ProposeTransfer', { taskId, transferId: 'to-nato', to: 'NATO', forumId: COUNCIL });
  const hand = { groupId, proposalId: 'to-nato', to: ['NATO'], decisionId: CHAIR_PASSES };
  await usa.does('ProposeChairTransfer', hand);
  const council = stage.as('NATO', 'coordinator');
  const draft = { forumId: COUNCIL, deadline: ADOPTED };
  await council.does('CirculateDraft', {
    ...{ ...draft, decisionId: TASKS_PASS, text: 'The alliance takes the tasks over.' },
    subject: { kind: 'taskTransfer', taskIds: TASKS, owner: 'NATO' },
  });
  await council.does('CirculateDraft', {
    ...{ ...draft, decisionId: CHAIR_PASSES, text: 'The alliance takes the chair from the day of the summit on.' },
    subject: { kind: 'chairTransfer', groupId, from: 'USA', to: ['NATO'], effective: SUMMIT },
  });
  await stage.as('HUN').does('RegisterOptOut', { decisionId: TASKS_PASS, scope: ['personnel', 'funds', 'territory'] });
}

/** The alliance has its tasks pass on the day of the summit, said ahead of it. */
async function passAtSummit(stage: Stage): Promise<void> {
  for (const taskId of TASKS) {
    await stage.as('NATO').does('StartTransition', { taskId });
    await stage.as('NATO').does('CompleteTransfer', { taskId }, SUMMIT);
  }
}

const leaderOf = async (stage: Stage, moment: { asOf?: string; knownAt?: string } = {}) => {
  const owners = await Promise.all(TASKS.map(async (taskId) => (await stage.row('tasks', taskId, moment))?.owner));
  const chair = (await stage.row('chair', groupId, moment))?.parties;
  return { chair, owners: [...new Set(owners)] };
};

const findingsOf = async (stage: Stage, asked: Asked<'continuity'> = {}): Promise<readonly string[]> => {
  const { rows } = await (await stage.ledger()).ask('continuity', asked);
  return rows.map(({ finding, key }) => `${finding} ${key}`);
};

describe('a group led by the United States, whose lead passes to the alliance on the day of a summit', () => {
  const [USA, NATO] = [
    { chair: ['USA'], owners: ['USA'] },
    { chair: ['NATO'], owners: ['NATO'] },
  ];
  let stage: Stage;
  let before: string;

  beforeAll(async () => {
    stage = await ledByUsa();
  });
  afterAll(() => stage.close());

  it('stops without them, as an operator sees who asks what would', async () => {
    expect(await findingsOf(stage, { without: 'USA' })).toEqual([
      `chairHeld ${groupId}`,
      ...TASKS.toSorted().map((taskId) => `taskOwned ${taskId}`),
    ]);
  });

  it('is asked about among 32, of whom one opts out and none breaks the silence', async () => {
    await proposedToNato(stage);
    for (const decisionId of [TASKS_PASS, CHAIR_PASSES])
      expect((await stage.row('decisions', decisionId))?.voters).toHaveLength(32);
    expect((await stage.row('decisions', TASKS_PASS))?.optOuts).toEqual([
      expect.objectContaining({ party: 'HUN', scope: ['personnel', 'funds', 'territory'] }),
    ]);
  });

  it('is no matter for the vote of partners, who contribute all the same', async () => {
    for (const party of ['AUS', 'JPN']) {
      for (const decisionId of [TASKS_PASS, CHAIR_PASSES])
        await stage.as(party).isRefused('BreakSilence', { decisionId, reason: 'no' }, 'NotAVoter');
      const gift = {
        taskId: 'training',
        contributionId: `of-${party}`,
        scope: 'personnel',
        what: 'Four officers',
      } as const;
      await stage.as(party).does('ContributeToTask', gift);
    }
    const contributors = await stage.rows('task-contributions', { task: 'training' });
    expect(contributors.map(({ party }) => party)).toEqual(['AUS', 'JPN']);
  });

  it('is decided by silence in June, and still theirs', async () => {
    before = await stage.known();
    await stage.time(ADOPTED);
    for (const decisionId of [TASKS_PASS, CHAIR_PASSES])
      expect(await stage.row('decisions', decisionId)).toMatchObject({ status: 'adopted' });
    await passAtSummit(stage);
    expect(await leaderOf(stage)).toEqual(USA);
  });

  it('takes nothing from the one that opted out, in what it opted out of', async () => {
    const staff = { taskId: 'training', contributionId: 'of-HUN', scope: 'personnel', what: 'Two officers' } as const;
    await stage.as('HUN').isRefused('ContributeToTask', staff, 'OptedOut');
  });

  it('is led by the United States up to the eve of the summit, and the alliance is told from when it may act', async () => {
    await stage.time(EVE);
    expect(await leaderOf(stage)).toEqual(USA);
    const secretary = { groupId, party: 'NATO', holder: 'Jens Stoltenberg', office: 'Secretary General' };
    expect(await stage.as('NATO').isRefused('NameOfficeHolder', secretary, 'NotYet')).toMatchObject({ from: SUMMIT });
    await stage
      .as('USA')
      .does('NameOfficeHolder', { groupId, ...AUSTIN, office: 'Secretary of Defense, in the chair' });
  });

  it('is led by the alliance from the day of the summit on', async () => {
    await stage.time(SUMMIT);
    expect(await leaderOf(stage)).toEqual(NATO);
    await stage.as('NATO', 'coordinator').does('EndorseDecision', { decisionId: TASKS_PASS, at: 'Washington summit' });
    await stage.time('2024-09-06T09:00:00Z');
    await stage.as('USA').isRefused('OpenMeeting', { meetingId }, 'NotTheChair');
    await stage.as('NATO').does('OpenMeeting', { meetingId });
    expect(await stage.row('meetings', meetingId)).toMatchObject({
      status: 'open',
      tentative: false,
      chairs: ['NATO'],
    });
  });

  it('shows a dashboard who led it on any day', async () => {
    expect(await leaderOf(stage, { asOf: '2024-06-30' })).toEqual(USA);
    expect(await leaderOf(stage, { asOf: EVE })).toEqual(USA);
    expect(await leaderOf(stage, { asOf: '2024-07-10' })).toEqual(NATO);
  });

  it('shows, as it was known before the decision, the United States for the day of the summit too', async () => {
    expect(await leaderOf(stage, { asOf: '2024-07-10', knownAt: before })).toEqual(USA);
    expect(await stage.row('decisions', CHAIR_PASSES, { knownAt: before })).toMatchObject({ status: 'silence' });
  });

  it('is traced by the auditor to the decisions, which nobody approved who proposed them', async () => {
    const { events } = await (await stage.ledger()).stream(`contactGroup-${groupId}`);
    const passed = events.find(({ type }) => type === 'ChairTransferred');
    expect(passed).toMatchObject({
      data: { from: ['USA'], to: ['NATO'], decisionId: CHAIR_PASSES, proposedBy: 'operator of USA' },
      occurredAt: SUMMIT,
    });
    expect(passed?.metadata.by).not.toMatchObject({ subject: 'operator of USA' });
    expect(await stage.rows('parked')).toEqual([]);
  });
});

describe('a group whose holder leaves office before the council has decided', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await ledByUsa();
    await proposedToNato(stage);
    await stage.time('2024-06-13T09:00:00Z');
    await stage.as('USA').does('EndChairTerm', { groupId, party: 'USA', reason: 'The minister left office.' });
  });
  afterAll(() => stage.close());

  it('waits for a chair, and so does its next meeting', async () => {
    expect(await stage.row('chair', groupId)).toMatchObject({ status: 'vacant', parties: [], holders: [] });
    expect(await stage.row('meetings', meetingId)).toMatchObject({ status: 'scheduled', tentative: true });
    expect(await findingsOf(stage)).toEqual([`vacantChair ${groupId}`, `tentativeMeeting ${meetingId}`]);
  });

  it('is led by nobody: neither who left nor who is to come acts in the name of the chair', async () => {
    for (const party of ['USA', 'NATO']) {
      await stage.as(party).isRefused('OpenMeeting', { meetingId }, 'ChairVacant');
      await stage.as(party).isRefused('ConfirmMeeting', { meetingId }, 'ChairVacant');
    }
    const hand = { groupId, proposalId: 'again', to: ['NATO'] };
    await stage.as('USA').isRefused('ProposeChairTransfer', hand, 'ChairVacant');
  });

  it('lets any of its parties call a meeting, which is tentative', async () => {
    const call = { meetingId: 'extraordinary', groupId, on: '2024-07-04', format: 'virtual' } as const;
    await stage.as('GBR').does('ScheduleMeeting', call);
    expect(await stage.row('meetings', 'extraordinary')).toMatchObject({ tentative: true });
    await stage.as('NATO').isRefused('ScheduleMeeting', { ...call, meetingId: 'other' }, 'NotAParticipant');
  });

  it('goes on with what does not hang on the chair: tasks have their owner, donors pledge, the silence runs', async () => {
    expect((await leaderOf(stage)).owners).toEqual(['USA']);
    await stage.as('DEU').does('MakePledge', {
      ...{ pledgeId: 'deu-1', donor: 'DEU', kind: 'military', title: 'Air defence' },
      ...{ amount: { amount: '100', currency: 'EUR', basis: 'claimed' }, claims: [{ source: 'a statement' }] },
    });
    await stage.time(ADOPTED);
    expect(await stage.row('decisions', TASKS_PASS)).toMatchObject({ status: 'adopted' });
    for (const taskId of TASKS)
      expect(await stage.row('tasks', taskId)).toMatchObject({ status: 'agreed', decision: TASKS_PASS });
    await passAtSummit(stage);
  });

  it('keeps the transfer of the chair, which nobody could make any more, for somebody to look at', async () => {
    expect(await stage.row('decisions', CHAIR_PASSES)).toMatchObject({ status: 'adopted' });
    expect(await stage.rows('parked')).toEqual([
      expect.objectContaining({ status: 'open', command: 'TransferChair', code: 'ChairVacant', occurred: SUMMIT }),
    ]);
  });

  it('is given a chair by the secretariat, ahead of the summit and as the council decided', async () => {
    await stage.as('GBR').mayNot('AppointChair', { groupId, parties: ['NATO'] });
    await stage.as('USA', 'coordinator').does('AppointChair', { groupId, parties: ['NATO'] }, SUMMIT);
    const [parked] = (await (await stage.ledger()).list('parked')).rows;
    const again = { policy: parked!.row.policy!, parkedId: parked!.key };
    await stage.as('USA', 'coordinator').does('RetryParked', again);
    expect(await stage.rows('parked')).toEqual([expect.objectContaining({ status: 'resolved' })]);
    expect(await leaderOf(stage)).toEqual({ chair: [], owners: ['USA'] });
  });

  it('is led by the alliance from the summit on, which confirms the meeting that it wants', async () => {
    await stage.time(SUMMIT);
    expect(await leaderOf(stage)).toEqual({ chair: ['NATO'], owners: ['NATO'] });
    await stage.as('NATO').does('ConfirmMeeting', { meetingId });
    await stage.as('NATO').does('CancelMeeting', { meetingId: 'extraordinary', reason: 'It was not held.' });
    expect(await findingsOf(stage)).toEqual([]);
  });

  it('shows a dashboard the days without a chair', async () => {
    const chairOn = async (asOf: string) => (await stage.row('chair', groupId, { asOf }))?.parties;
    expect([await chairOn('2024-06-12'), await chairOn('2024-06-13T09:00:00Z'), await chairOn('2024-07-10')]).toEqual([
      ...[['USA'], [], ['NATO']],
    ]);
  });
});

describe('a group whose holder leaves office between the decision and the summit', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await ledByUsa();
    await proposedToNato(stage);
    await stage.time(ADOPTED);
    await passAtSummit(stage);
    await stage.time('2024-06-28T09:00:00Z');
    await stage.as('USA').does('EndChairTerm', { groupId, party: 'USA', reason: 'The minister left office.' });
  });
  afterAll(() => stage.close());

  it('has no chair until the summit, and the one that was decided on from then on', async () => {
    expect(await leaderOf(stage)).toEqual({ chair: [], owners: ['USA'] });
    expect(await leaderOf(stage, { asOf: SUMMIT })).toEqual({ chair: ['NATO'], owners: ['NATO'] });
    expect(await stage.rows('parked')).toEqual([]);
  });

  it('holds its next meeting under the new chair, which confirms it', async () => {
    expect(await stage.row('meetings', meetingId)).toMatchObject({ tentative: true });
    await stage.time(SUMMIT);
    expect(await leaderOf(stage)).toEqual({ chair: ['NATO'], owners: ['NATO'] });
    await stage.as('NATO').does('ConfirmMeeting', { meetingId });
    expect(await stage.row('meetings', meetingId)).toMatchObject({ tentative: false });
  });
});

import { COUNCIL, joinCouncil } from './support/allies.js';
import { openStage, type Stage } from './support/stage.js';

jest.setTimeout(120_000);

const [CIRCULATED, ADOPTED, LATER] = [
  '2024-06-12T09:00:00.000Z',
  '2024-06-14T12:00:00.000Z',
  '2024-06-17T09:00:00.000Z',
];
const decisionId = 'nsatu';
const policy = 'agree-transfers';

let stage: Stage;
const staff = () => stage.as('NATO', 'coordinator');
const training = async () => ({ policy, parkedId: await keyOf('training') });
const hub = async () => ({ policy, parkedId: await keyOf('hub') });

async function keyOf(taskId: string): Promise<string> {
  const { rows } = await (await stage.ledger()).list('parked');
  return rows.find(({ row }) => (row.data as { taskId: string }).taskId === taskId)!.key;
}

/** What health and metrics say of the parked commands. */
async function shown() {
  const ledger = await stage.ledger();
  const health = await ledger.read('/health/ready');
  const { info } = (await health.json()) as { info: { policies: { status: string; parked: number } } };
  const { policies } = info;
  const metrics = (await (await ledger.read('/metrics')).text()).split('\n');
  const of = (name: string) => metrics.filter((line) => line.startsWith(`steadfast_${name}{policy="${policy}"`));
  return {
    ...{ ready: health.status, policies: policies.status, parked: policies.parked },
    metrics: [...of('parked_commands'), ...of('policy_commands_total')],
  };
}

beforeAll(async () => {
  stage = await openStage(CIRCULATED);
  await joinCouncil(stage, 'FIN', 'SWE');
  const subject = { kind: 'taskTransfer', taskIds: ['training', 'hub'], owner: 'NATO' } as const;
  const draft = { decisionId, forumId: COUNCIL, subject, text: 'The alliance trains.', deadline: ADOPTED };
  await staff().does('CirculateDraft', draft);
  await stage.time(ADOPTED);
});
afterAll(() => stage.close());

describe('what follows from a decision about tasks that nobody registered', () => {
  it('is parked, with what was asked for whom, and why it was refused', async () => {
    const { events } = await (await stage.ledger()).stream(`decision-${decisionId}`);
    const adopted = events.find(({ type }) => type === 'DecisionAdopted');
    const row = (taskId: string) => ({
      ...{ policy, status: 'open', command: 'AgreeTransfer', data: { taskId, decisionId }, party: 'NATO' },
      ...{ occurred: ADOPTED, code: 'NoSuchTask', facts: { taskId }, event: adopted?.id, position: adopted?.position },
      ...{ attempts: 1, since: ADOPTED, reason: null },
    });
    expect(await stage.row('parked', await keyOf('training'))).toEqual(row('training'));
    expect(await stage.row('parked', await keyOf('hub'))).toEqual(row('hub'));
  });

  it('is shown by health and in metrics, and takes the ledger out of service for nobody', async () => {
    expect(await shown()).toEqual({
      ...{ ready: 200, policies: 'up', parked: 2 },
      metrics: [
        `steadfast_parked_commands{policy="${policy}"} 2`,
        `steadfast_policy_commands_total{policy="${policy}",outcome="parked"} 2`,
      ],
    });
  });

  it('is listed by its policy, its status and its refusal', async () => {
    expect(await stage.rows('parked', { policy, status: 'open', code: 'NoSuchTask' })).toHaveLength(2);
    expect(await stage.rows('parked', { status: 'resolved' })).toEqual([]);
  });
});

describe('a parked command', () => {
  it('is retried and given up by coordinators alone', async () => {
    await stage.as('USA').mayNot('RetryParked', await training());
    await stage.as('USA').mayNot('DismissParked', { ...(await hub()), reason: 'no' });
  });

  it('is one that there is', async () => {
    const facts = await staff().isRefused('RetryParked', { policy, parkedId: 'another' }, 'NoSuchParked');
    expect(facts).toEqual({ policy, parkedId: 'another' });
  });

  it('is parked again where it is refused again', async () => {
    await stage.time(LATER);
    await staff().does('RetryParked', await hub());
    expect(await stage.row('parked', await keyOf('hub'))).toMatchObject({
      ...{ status: 'open', code: 'NoSuchTask', attempts: 2, since: ADOPTED },
    });
    expect((await shown()).parked).toBe(2);
  });

  it('is done on demand once nothing stands against it any more, in the name and at the time it was asked for', async () => {
    const usa = stage.as('USA');
    await usa.does(
      'RegisterTask',
      { taskId: 'training', title: 'Train', owner: 'USA', transferable: true },
      '2022-11-04',
    );
    const proposal = { taskId: 'training', transferId: 'to-nato', to: 'NATO', forumId: COUNCIL };
    await usa.does('ProposeTransfer', proposal, CIRCULATED);
    expect(await stage.row('tasks', 'training')).toMatchObject({ status: 'proposed' });

    await staff().does('RetryParked', await training());
    expect(await stage.row('tasks', 'training')).toMatchObject({ status: 'agreed', decision: decisionId });
    const { events } = await (await stage.ledger()).stream('task-training');
    expect(events.at(-1)).toMatchObject({
      ...{ type: 'TransferAgreed', occurredAt: ADOPTED, at: LATER },
      metadata: {
        by: { subject: `policy:${policy}`, party: 'NATO', roles: ['policy'] },
        causationId: (await stage.row('parked', await keyOf('training')))?.event,
      },
    });
    expect(await stage.row('parked', await keyOf('training'))).toMatchObject({ status: 'resolved' });
  });

  it('is not retried once it is done', async () => {
    const facts = await staff().isRefused('RetryParked', await training(), 'ParkedSettled');
    expect(facts).toEqual({ status: 'resolved' });
    expect(await stage.story('task-training')).toEqual(['TaskRegistered', 'TransferProposed', 'TransferAgreed']);
  });

  it('is given up with a reason, and never sent again', async () => {
    await staff().does('DismissParked', { ...(await hub()), reason: 'decided anew' });
    expect(await stage.row('parked', await keyOf('hub'))).toMatchObject({
      status: 'dismissed',
      reason: 'decided anew',
    });
    await staff().isRefused('RetryParked', await hub(), 'ParkedSettled');
  });

  it('is counted while it waits, and its attempts for good', async () => {
    expect(await shown()).toEqual({
      ...{ ready: 200, policies: 'up', parked: 0 },
      metrics: [
        `steadfast_parked_commands{policy="${policy}"} 0`,
        `steadfast_policy_commands_total{policy="${policy}",outcome="parked"} 3`,
        `steadfast_policy_commands_total{policy="${policy}",outcome="done"} 1`,
      ],
    });
  });

  it('is seen as it was at any time', async () => {
    const statusOf = async (taskId: string, asOf: string) =>
      (await stage.row('parked', await keyOf(taskId), { asOf }))?.status;
    expect([await statusOf('training', ADOPTED), await statusOf('training', LATER)]).toEqual(['open', 'resolved']);
    expect([await statusOf('hub', ADOPTED), await statusOf('hub', LATER)]).toEqual(['open', 'dismissed']);
  });

  it('has its story in the stream of its policy', async () => {
    expect(await stage.story(`policy-${policy}`)).toEqual([
      ...['CommandParked', 'CommandParked', 'ParkedRetried', 'CommandParked'],
      ...['ParkedRetried', 'ParkedResolved', 'ParkedDismissed'],
    ]);
  });
});

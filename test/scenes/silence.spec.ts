import { COUNCIL, joinCouncil } from '../support/allies.js';
import { openStage, type Stage } from '../support/stage.js';

jest.setTimeout(120_000);

const forumId = COUNCIL;
let stage: Stage;

const draft = (decisionId: string, deadline: string) => ({
  ...({ decisionId, forumId, deadline, subject: { kind: 'text' }, text: 'Allies give long-term support.' } as const),
});
const circulate = (decisionId: string, deadline: string) =>
  stage.as('NATO', 'coordinator').does('CirculateDraft', draft(decisionId, deadline));

beforeAll(async () => {
  stage = await openStage('2024-03-06T09:00:00Z');
  await joinCouncil(stage, 'FIN');
});
afterAll(() => stage.close());

describe('the voters of a decision', () => {
  it('are 31 on the day before Sweden joins', async () => {
    await circulate('d-1', '2024-03-08T12:00:00Z');
    expect((await stage.row('decisions', 'd-1'))?.voters).toHaveLength(31);
  });

  it('are 32 on the day after, and those of the first draft stay 31', async () => {
    await stage.time('2024-03-07T16:00:00Z');
    await stage.as('NATO', 'coordinator').does('JoinForum', { forumId, party: 'SWE' });
    await stage.time('2024-03-08T09:00:00Z');
    await circulate('d-2', '2024-03-10T12:00:00Z');
    expect((await stage.row('decisions', 'd-2'))?.voters).toHaveLength(32);
    expect((await stage.row('decisions', 'd-1'))?.voters).not.toContain('SWE');
    await stage.as('SWE').isRefused('BreakSilence', { decisionId: 'd-1', reason: 'too late' }, 'NotAVoter');
  });

  it('are no partners: Australia and Japan have no position', async () => {
    for (const partner of ['AUS', 'JPN'])
      await stage.as(partner).isRefused('BreakSilence', { decisionId: 'd-2', reason: 'no' }, 'NotAVoter');
  });
});

describe('silence', () => {
  it('is broken two minutes before its deadline, and the draft fails at the deadline', async () => {
    await circulate('broken', '2024-03-12T12:00:00Z');
    await stage.time('2024-03-12T11:58:00Z');
    await stage.as('HUN').does('BreakSilence', { decisionId: 'broken', reason: 'not without our parliament' });
    await stage.time('2024-03-12T12:00:00Z');
    expect(await stage.story('decision-broken')).toEqual(['DraftCirculated', 'SilenceBroken', 'DecisionFailed']);
  });

  it('is not broken two minutes after it: the draft was adopted by then, at its deadline', async () => {
    await circulate('kept', '2024-03-14T12:00:00Z');
    await stage.time('2024-03-14T12:02:00Z');
    await stage.as('HUN').isRefused('BreakSilence', { decisionId: 'kept', reason: 'no' }, 'SilenceExpired');
    expect(await stage.row('decisions', 'kept', { asOf: '2024-03-14T11:59:59Z' })).toMatchObject({ status: 'silence' });
    expect(await stage.row('decisions', 'kept', { asOf: '2024-03-14T12:00:00Z' })).toMatchObject({ status: 'adopted' });
  });
});

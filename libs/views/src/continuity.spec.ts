import { askOf, type Asked, type Happened } from '#testing';
import { continuity } from './continuity.js';

const day = (date: string) => `${date}T00:00:00.000Z`;
const happened = (stream: string, type: string, data: object, on: string): Happened => [
  stream,
  { type, data },
  day(on),
];

const HISTORY: readonly Happened[] = [
  happened(
    'contactGroup-udcg',
    'ChairAppointed',
    { groupId: 'udcg', parties: ['USA'], from: [], to: ['USA'], holders: [] },
    '2022-04-26',
  ),
  happened(
    'task-training',
    'TaskRegistered',
    { taskId: 'training', title: 'Coordinate training', owner: 'USA', transferable: true },
    '2022-11-04',
  ),
  happened(
    'task-monitoring',
    'TaskRegistered',
    { taskId: 'monitoring', title: 'Monitor end use', owner: 'USA', transferable: false },
    '2022-11-04',
  ),
  happened(
    'task-training',
    'TransferProposed',
    { taskId: 'training', transferId: 't', from: 'USA', to: 'NATO', forumId: 'nac', party: 'USA', subject: 's' },
    '2024-03-20',
  ),
  happened(
    'task-training',
    'TransferAgreed',
    { taskId: 'training', transferId: 't', from: 'USA', to: 'NATO', decisionId: 'd', proposedBy: 's' },
    '2024-06-14',
  ),
  happened(
    'meeting-26',
    'MeetingScheduled',
    { meetingId: '26', groupId: 'udcg', on: '2025-02-12', format: 'inPerson', level: 'ministers', tentative: false },
    '2025-01-10',
  ),
  happened(
    'contactGroup-udcg',
    'ChairTermEnded',
    { groupId: 'udcg', party: 'USA', from: ['USA'], to: [], reason: 'term' },
    '2025-01-20',
  ),
  happened('meeting-26', 'MeetingMadeTentative', { meetingId: '26', groupId: 'udcg' }, '2025-01-20'),
];

const finding = (name: string, key: string, what: string, waitsFor: string) => ({
  ...{ finding: name, key, what, waitsFor, explain: `${name}/${key}` },
});

describe('continuity', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(continuity, ...HISTORY);
  });
  afterAll(() => asked.close());

  it('is unbroken while everything is held', async () => {
    expect(await asked.ask({}, { asOf: day('2024-01-01') })).toEqual({ rows: [] });
  });
  it('shows what waits: a chair, the meetings under it, tasks between two owners', async () => {
    expect(await asked.ask({}, { asOf: day('2025-01-21') })).toEqual({
      rows: [
        finding('vacantChair', 'udcg', 'udcg', 'a chair'),
        finding('tentativeMeeting', '26', '2025-02-12', 'a chair'),
        finding('taskInLimbo', 'training', 'Coordinate training', 'the transfer to NATO'),
      ],
    });
  });
  it('shows what stops without a party', async () => {
    expect(await asked.ask({ without: 'USA' }, { asOf: day('2024-01-01') })).toEqual({
      without: 'USA',
      rows: [
        finding('chairHeld', 'udcg', 'udcg', 'another chair'),
        finding('taskOwned', 'monitoring', 'Monitor end use', 'nobody: it is not transferable'),
        finding('taskOwned', 'training', 'Coordinate training', 'another owner'),
      ],
    });
    expect(await asked.ask({ without: 'FRA' }, { asOf: day('2024-01-01') })).toEqual({ without: 'FRA', rows: [] });
  });
  it('shows what is on its way from a party, and what a hold keeps', async () => {
    const of = { consignmentId: 'c', donor: 'USA' };
    const manifest = [{ lineId: '1', pledgeId: 'p', allocationId: 'a', item: 'gun', quantity: '4' }];
    const moving = await askOf(
      continuity,
      happened(
        'consignment-c',
        'ConsignmentPlanned',
        { ...of, recipient: 'UKR', manifest, route: 'by sea', mode: 'sea' },
        '2025-03-01',
      ),
      happened(
        'consignment-c',
        'ConsignmentHeld',
        { ...of, holdId: 'pause', from: day('2025-03-03'), stages: ['dispatch'] },
        '2025-03-03',
      ),
    );
    const answer = await moving.ask({ without: 'USA' }, { asOf: day('2025-03-04') });
    await moving.close();
    expect(answer).toEqual({
      without: 'USA',
      rows: [
        finding('consignmentHeld', 'c', 'USA: gun', 'the end of pause'),
        finding('consignmentInMotion', 'c', 'gun', 'its way'),
      ],
    });
  });
  it('has behind each finding the row and its events', async () => {
    const asOf = { asOf: day('2025-01-21') };
    const { view, rows } = await asked.explain({}, 'vacantChair/udcg', asOf);
    expect([view, rows.map(({ key, events }) => [key, events.map(({ id }) => id)])]).toEqual([
      'chair',
      [['udcg', ['event-1', 'event-7']]],
    ]);
    await expect(asked.explain({}, 'taskOwned/training', asOf)).rejects.toMatchObject({ code: 'NoSuchFigure' });
    await expect(asked.explain({}, 'constructor/x', asOf)).rejects.toMatchObject({ code: 'NoSuchFigure' });
  });
});

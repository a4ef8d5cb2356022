import { askOf, DONATIONS, type Asked, type Happened } from '#testing';
import { meetingPack } from './meeting-pack.js';

const of = (meetingId: string) => ({ meetingId, groupId: 'udcg' });
const meeting = (id: string, type: string, data: object, on: string): Happened => [
  `meeting-${id}`,
  { type, data: { ...of(id), ...data } },
  `${on}T09:00:00.000Z`,
  `${on}T09:00:00.000Z`,
];
const planned = { format: 'inPerson', level: 'ministers', tentative: false };

describe('the pack for a meeting', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(
      meetingPack,
      meeting('1', 'MeetingScheduled', { ...planned, on: '2024-02-14' }, '2024-01-02'),
      ...DONATIONS.filter(([, , , recorded]) => recorded !== undefined),
      meeting('1', 'MeetingOpened', { on: '2024-02-14', number: 1, chairs: ['USA'] }, '2024-02-14'),
      meeting('2', 'MeetingScheduled', { ...planned, on: '2024-09-06' }, '2024-08-01'),
    );
  });
  afterAll(() => asked.close());

  it('is everything learnt since the last one, by kind, with the one that comes next', async () => {
    expect(await asked.ask({ group: 'udcg' }, { asOf: '2024-08-15T00:00:00.000Z' })).toEqual({
      ...{
        group: 'udcg',
        last: { meeting: '1', opened: '2024-02-14T09:00:00.000Z' },
        next: { meeting: '2', on: '2024-09-06' },
      },
      rows: [
        {
          type: 'MeetingScheduled',
          events: 1,
          latest: expect.stringContaining('Meeting scheduled') as string,
          explain: 'MeetingScheduled',
        },
        { type: 'PledgeMade', events: 1, latest: expect.stringContaining('USA') as string, explain: 'PledgeMade' },
      ],
    });
  });
  it('is everything there is before the first', async () => {
    expect(await asked.ask({ group: 'udcg' }, { asOf: '2024-01-15T00:00:00.000Z' })).toMatchObject({
      last: null,
      next: { meeting: '1' },
      rows: [{ type: 'MeetingScheduled' }, { type: 'PledgeMade', events: 1 }],
    });
    expect(await asked.ask({ group: 'none' }, { asOf: '2023-01-01T00:00:00.000Z' })).toEqual({
      ...{ group: 'none', last: null, next: null, rows: [] },
    });
  });
  it('has the lines behind each kind', async () => {
    const { view, rows } = await asked.explain({ group: 'udcg' }, 'PledgeMade', { asOf: '2024-08-15T00:00:00.000Z' });
    expect([view, rows.map(({ key }) => key)]).toEqual(['activity', ['event-3']]);
  });
});

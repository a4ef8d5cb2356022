import { askOf, DONATIONS, type Asked, type Happened } from '#testing';
import { contestedFigures } from './contested-figures.js';

const asking = { in: 'EUR', rates: 'set' };
const DAY = '2024-02-01T00:00:00.000Z';

function claimed(subject: string, field: string, one: string, other: string): Happened[] {
  const first = { number: 1, value: one, source: 'a ministry' };
  const second = { number: 2, value: other, source: 'a newspaper' };
  const about = { subject, field };
  return [
    [`claim-${subject}`, { type: 'ClaimRecorded', data: { ...about, ...first, otherwise: [] } }, DAY],
    [`claim-${subject}`, { type: 'ClaimRecorded', data: { ...about, ...second, otherwise: [first] } }, DAY],
  ];
}

const about = { subject: 'de', field: 'amount' };
const resolved = { ...about, values: ['EUR 100', 'EUR 10'], chosen: 'EUR 100', reason: 'the donor says so itself' };
const meeting = {
  ...{
    meetingId: 'udcg-1',
    groupId: 'udcg',
    on: '2022-04-26',
    format: 'inPerson',
    level: 'ministers',
    tentative: false,
  },
  ...{ place: 'Ramstein', chairs: ['USA'], claims: [] },
};

const HISTORY: readonly Happened[] = [
  ...DONATIONS,
  ...claimed('de', 'amount', 'EUR 100', 'EUR 10'),
  ['claim-de', { type: 'ConflictResolved', data: resolved }, DAY],
  ['meeting-udcg-1', { type: 'MeetingScheduled', data: meeting }, DAY],
  ['meeting-udcg-1', { type: 'MeetingOpened', data: { ...meeting, number: 1, at: DAY } }, DAY],
  ...claimed('udcg.meeting.1', 'date', '2022-04-26', '2022-04-22'),
  ...claimed('weather', 'sky', 'blue', 'grey'),
];

const sides = (one: string, other: string) => [
  { number: 1, value: one, source: 'a ministry' },
  { number: 2, value: other, source: 'a newspaper' },
];
const figure = (measure: string, amount: string) => ({
  ...{ donor: 'DEU', measure, amount, atLeast: false },
  explain: `${measure}/de`,
});
const settled = {
  ...{ ...about, status: 'resolved', values: ['EUR 100', 'EUR 10'], claims: sides('EUR 100', 'EUR 10') },
  ...{ chosen: 'EUR 100', reason: 'the donor says so itself' },
  figures: [
    figure('pledged', '100.00'),
    figure('committed', '80.00'),
    figure('allocated', '50.00'),
    figure('delivered', '20.00'),
  ],
};

describe('contested figures', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(contestedFigures, ...HISTORY);
  });
  afterAll(() => asked.close());

  it('are those of a pledge or a meeting that claims contradict each other about, with both sides', async () => {
    const unresolved = { status: 'open', chosen: null, reason: null };
    expect(await asked.ask(asking, { asOf: '2024-06-01T00:00:00Z' })).toEqual({
      ...asking,
      rows: [
        settled,
        {
          ...{ subject: 'udcg.meeting.1', field: 'date', ...unresolved },
          ...{ values: ['2022-04-26', '2022-04-22'], claims: sides('2022-04-26', '2022-04-22') },
          figures: [{ meeting: 'udcg-1', on: '2022-04-26', explain: 'meeting/udcg-1' }],
        },
        {
          ...{ subject: 'weather', field: 'sky', ...unresolved },
          ...{ values: ['blue', 'grey'], claims: sides('blue', 'grey'), figures: [] },
        },
      ],
    });
  });

  it('are narrowed to those that rest on a resolved conflict', async () => {
    const status = 'resolved';
    expect(await asked.ask({ ...asking, status }, { asOf: '2024-06-01T00:00:00Z' })).toEqual({
      ...{ ...asking, status },
      rows: [settled],
    });
  });

  it('have behind them what adds up to them', async () => {
    const [committed, day] = await Promise.all(
      ['committed/de', 'meeting/udcg-1'].map((label) => asked.explain(asking, label)),
    );
    expect([committed?.view, Number(committed?.sum), day?.view, day?.count]).toEqual([
      'commitments',
      80,
      'meetings',
      1,
    ]);
  });

  it('are none before anybody contradicted', async () => {
    expect(await asked.ask(asking, { asOf: '2024-01-15T00:00:00Z' })).toEqual({ ...asking, rows: [] });
  });
});

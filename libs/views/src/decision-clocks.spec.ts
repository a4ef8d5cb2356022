import type { DraftCirculated, SilenceBroken } from '#domain';
import { askOf, type Asked } from '#testing';
import { decisionClocks } from './decision-clocks.js';

const circulated = (decisionId: string, deadline: string): DraftCirculated => ({
  type: 'DraftCirculated',
  data: {
    ...{
      decisionId,
      forumId: 'nac',
      subject: { kind: 'taskTransfer', taskIds: ['training'], owner: 'NATO' },
      text: 'one',
    },
    ...{ voters: ['HUN', 'SWE', 'USA'], deadline, version: 1, drafter: 'NATO' },
  },
});
const broken: SilenceBroken = {
  type: 'SilenceBroken',
  data: { decisionId: 'b', version: 1, party: 'HUN', reason: 'no mandate' },
};

describe('decision clocks', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(
      decisionClocks,
      ['decision-a', circulated('a', '2024-06-14T10:00:00.000Z'), '2024-06-12T09:00:00.000Z'],
      ['decision-b', circulated('b', '2024-06-13T10:00:00.000Z'), '2024-06-12T09:00:00.000Z'],
      ['decision-b', broken, '2024-06-13T09:00:00.000Z'],
    );
  });
  afterAll(() => asked.close());

  const clock = (decision: string, deadline: string, minutes: number, due: boolean) => ({
    ...{
      decision,
      forum: 'nac',
      about: 'taskTransfer',
      version: 1,
      voters: 3,
      deadline,
      minutes,
      due,
      explain: decision,
    },
  });

  it('show what is left to break a silence, the first to end first', async () => {
    expect(await asked.ask({}, { asOf: '2024-06-13T08:30:30.000Z' })).toEqual({
      rows: [clock('b', '2024-06-13T10:00:00.000Z', 89, false), clock('a', '2024-06-14T10:00:00.000Z', 1529, false)],
    });
  });
  it('drop what was broken, and show what is over and not concluded', async () => {
    expect(await asked.ask({}, { asOf: '2024-06-14T10:05:00.000Z' })).toEqual({
      rows: [clock('a', '2024-06-14T10:00:00.000Z', -5, true)],
    });
  });
  it('have the decision behind each', async () => {
    const { view, rows } = await asked.explain({}, 'a', { asOf: '2024-06-13T08:30:00.000Z' });
    expect([view, rows.map(({ key, events }) => [key, events.map(({ id }) => id)])]).toEqual([
      'decisions',
      [['a', ['event-1']]],
    ]);
  });
});

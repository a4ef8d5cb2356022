import { askOf, DONATIONS, type Asked } from '#testing';
import { situation } from './situation.js';

const asking = { in: 'EUR', rates: 'set' };
const submitted = {
  requirementId: 'guns',
  ...{ recipient: 'UKR', title: 'Guns', priority: 'high', lines: [{ item: 'gun', quantity: '4' }], claims: [] },
};

describe('the situation', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(situation, ...DONATIONS, [
      'requirement-guns',
      { type: 'RequirementSubmitted', data: submitted },
      '2024-03-01T00:00:00.000Z',
    ]);
  });
  afterAll(() => asked.close());

  const figure = (measure: string, amount: string, count: number, atLeast = false) => ({
    ...{ measure, rates: 'set', amount, atLeast, count, explain: `${measure}/set` },
  });

  it('is five figures side by side', async () => {
    expect(await asked.ask(asking, { asOf: '2024-06-01T00:00:00.000Z' })).toEqual({
      ...asking,
      required: { lines: 1, covered: 0, explain: 'required' },
      rows: [
        figure('pledged', '120.00', 3, true),
        figure('committed', '100.00', 2),
        figure('allocated', '50.00', 1),
        figure('delivered', '20.00', 1),
      ],
    });
  });
  it('says what changed since a day', async () => {
    const before = (amount: string, change: string, atLeast = false) => ({ before: { amount, atLeast }, change });
    expect(await asked.ask({ ...asking, since: '2024-01-15' }, { asOf: '2024-06-01T00:00:00.000Z' })).toMatchObject({
      since: '2024-01-15',
      rows: [before('100.00', '20.00'), before('0.00', '100.00'), before('0.00', '50.00'), before('0.00', '20.00')],
    });
  });
  it('has behind each figure what adds up to it', async () => {
    const pledged = await asked.explain(asking, 'pledged/set');
    expect([pledged.view, Number(pledged.sum), pledged.count]).toEqual(['pledges', 120, 3]);
    const required = await asked.explain(asking, 'required');
    expect([required.view, required.count]).toEqual(['requirement-lines', 1]);
  });
});

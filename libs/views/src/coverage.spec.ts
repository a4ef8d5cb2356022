import { askOf, type Asked } from '#testing';
import type { RequirementReserved, RequirementSubmitted, RequirementValidated } from '#domain';
import { coverage } from './coverage.js';

const [MAY, JUNE, JULY] = ['05', '06', '07'].map((month) => `2025-${month}-01T00:00:00.000Z`) as [
  string,
  string,
  string,
];

const submitted = (requirementId: string, lines: RequirementSubmitted['data']['lines']): RequirementSubmitted => ({
  type: 'RequirementSubmitted',
  data: { requirementId, recipient: 'UKR', title: requirementId, priority: 'high', lines, claims: [] },
});
const validated = (requirementId: string, item: string, quantity: string): RequirementValidated => ({
  type: 'RequirementValidated',
  data: { requirementId, recipient: 'UKR', by: 'NATO', quantities: [{ item, quantity }], until: '2025-12-31' },
});
const reserved: RequirementReserved = {
  type: 'RequirementReserved',
  data: {
    ...{ requirementId: 'guns', recipient: 'UKR', pledgeId: 'p', allocationId: 'm', donor: 'DEU' },
    lines: [{ item: 'howitzer', quantity: '4' }],
  },
};

describe('coverage', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(
      coverage,
      [
        'requirement-guns',
        submitted('guns', [{ item: 'howitzer', category: 'artillery', unit: 'piece', quantity: '12' }]),
        MAY,
      ],
      ['requirement-guns', validated('guns', 'howitzer', '10'), MAY],
      ['requirement-guns', reserved, JULY],
      [
        'requirement-shells',
        submitted('shells', [{ item: '155 mm "round"', category: 'artillery', unit: 'round', quantity: '1000.5' }]),
        JUNE,
      ],
    );
  });
  afterAll(() => asked.close());

  const figures = (category: string, unit: string, lines: number, quantities: Readonly<Record<string, string>>) =>
    Object.entries(quantities).map(([measure, quantity]) => ({
      ...{ category, unit, measure, quantity, lines, explain: JSON.stringify([measure, category, unit]) },
    }));

  it('adds quantities of one unit and never those of two', async () => {
    expect(await asked.ask({ by: 'category' }, { asOf: JULY })).toEqual({
      rows: [
        ...figures('artillery', 'piece', 1, { required: '12', validated: '10', matched: '4', uncovered: '6' }),
        ...figures('artillery', 'round', 1, { required: '1000.5', validated: '0', matched: '0', uncovered: '1000.5' }),
      ],
    });
    expect(await asked.ask({ by: 'category' }, { asOf: MAY })).toEqual({
      rows: figures('artillery', 'piece', 1, { required: '12', validated: '10', matched: '0', uncovered: '10' }),
    });
  });
  it('is by priority of the requirements as they stand', async () => {
    expect(await asked.ask({ by: 'priority' }, { asOf: MAY })).toMatchObject({
      rows: [{ priority: 'high', measure: 'required', quantity: '12' }, {}, {}, {}],
    });
  });
  it.each([
    [{ capability: ['Artillery'] }, 8],
    [{ recipient: ['UKR'], priority: ['high'], status: ['validated'] }, 4],
    [{ status: ['submitted'] }, 4],
    [{ priority: ['low', 'critical'] }, 0],
    [{ recipient: ['MDA'] }, 0],
  ])('can be of %j', async (narrowing, figuresOfThem) => {
    const { rows } = (await asked.ask({ by: 'item', ...narrowing }, { asOf: JULY })) as {
      rows: { quantity: string; lines: number; explain: string }[];
    };
    expect(rows).toHaveLength(figuresOfThem);
    for (const { quantity, lines, explain } of rows) {
      const { sum, count } = await asked.explain({ by: 'item', ...narrowing }, explain, { asOf: JULY });
      expect([Number(sum), count]).toEqual([Number(quantity), lines]);
    }
  });
  it('is refused of a capability that nothing is needed of', async () => {
    await expect(asked.ask({ by: 'item', capability: ['tanks'] }, { asOf: JULY })).rejects.toMatchObject({
      code: 'NoSuchCapability',
      facts: { unknown: ['tanks'], capabilities: ['artillery'] },
    });
  });
  it.each(['category', 'item', 'priority', 'recipient'])('by %s is what is behind each figure', async (by) => {
    const { rows } = (await asked.ask({ by }, { asOf: JULY })) as {
      rows: { quantity: string; lines: number; explain: string }[];
    };
    expect(rows).toHaveLength(8);
    for (const { quantity, lines, explain } of rows) {
      const { sum, count } = await asked.explain({ by }, explain, { asOf: JULY });
      expect([Number(sum), count]).toEqual([Number(quantity), lines]);
    }
  });
  it.each(['', 'required', '[]', '["promised",null,null]', '["required",1,null]'])(
    'has no figure %j',
    async (label) => {
      await expect(asked.explain({ by: 'item' }, label)).rejects.toMatchObject({ code: 'NoSuchFigure' });
    },
  );
});

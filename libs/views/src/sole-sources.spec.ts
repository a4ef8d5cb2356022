import { askOf, type Asked, type Happened } from '#testing';
import { concentration } from './concentration.js';

const ON = '2024-01-15T00:00:00.000Z';
const AT = { asOf: '2024-12-31T00:00:00.000Z' };

const happened = (stream: string, type: string, data: object): Happened => [stream, { type, data }, ON];

/** An allocation of goods of a capability, to a requirement where one is named. */
function allocated(pledgeId: string, donor: string, category: string, requirementId?: string): Happened {
  const goods = { lines: [{ item: category, category, quantity: '1' }], claims: [], amountUnknown: 'notReported' };
  const whose = { pledgeId, donor, kind: 'military', allocationId: 'a', ...(requirementId && { requirementId }) };
  return happened(`pledge-${pledgeId}`, 'PledgeAllocated', { ...whose, ...goods });
}

const required = (requirementId: string): Happened =>
  happened(`requirement-${requirementId}`, 'RequirementSubmitted', {
    ...{ requirementId, recipient: 'UKR', title: 'r', priority: 'high', claims: [] },
    lines: [{ item: 'thing', quantity: '4' }],
  });

const HISTORY: readonly Happened[] = [
  happened('rates-set', 'RatesPublished', {
    ...{ ratesId: 'set', base: 'EUR', on: '2024-01-01', rates: { USD: '2' }, source: 'bank' },
  }),
  ...['radars', 'shells', 'closed'].map(required),
  happened('requirement-closed', 'RequirementClosed', {
    ...{ requirementId: 'closed', recipient: 'UKR', outcome: 'withdrawn' },
  }),
  allocated('a', 'USA', 'Air defence', 'radars'),
  allocated('b', 'USA', 'air defence', 'radars'),
  allocated('c', 'USA', 'shells', 'shells'),
  allocated('d', 'DEU', 'shells', 'shells'),
  allocated('e', 'DEU', 'tanks', 'closed'),
  allocated('f', 'NOR', 'Shells'),
  happened('pledge-f', 'PledgeMerged', {
    ...{ pledgeId: 'f', donor: 'NOR', kind: 'military', into: 'e', allocations: ['a'], proposalId: 'p' },
  }),
];

const asking = { measure: 'allocated', in: 'EUR', rates: 'set', sole: ['capability', 'requirement'] };

describe('what rests on one donor', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(concentration, ...HISTORY);
  });
  afterAll(() => asked.close());

  const capability = (name: string, donors: readonly string[], pledges: number) => ({
    ...{ of: 'capability', name, donors, pledges, explain: `capability/${name}` },
  });
  const requirement = (name: string, donors: readonly string[], allocations: number) => ({
    ...{ of: 'requirement', name, donors, allocations, explain: `requirement/${name}` },
  });
  const AIR = capability('Air defence', ['USA'], 2);
  const RADARS = requirement('radars', ['USA'], 2);

  it('are capabilities of goods, and requirements that ask for something', async () => {
    const answer = await asked.ask(asking, AT);
    expect(answer).toMatchObject({ sole: [AIR, capability('tanks', ['DEU'], 1), RADARS] });
    expect(answer).not.toHaveProperty('lost');
  });
  it('is lost without that donor, as is what several serve without all of them', async () => {
    expect(await asked.ask({ ...asking, without: ['USA', 'FRA'] }, AT)).toMatchObject({ lost: [AIR, RADARS] });
    expect(await asked.ask({ ...asking, without: ['USA', 'DEU'] }, AT)).toMatchObject({
      lost: [
        ...[AIR, capability('shells', ['DEU', 'USA'], 2), capability('tanks', ['DEU'], 1)],
        ...[RADARS, requirement('shells', ['DEU', 'USA'], 2)],
      ],
    });
  });
  it('are told where they are asked for, among the donations that are asked about', async () => {
    expect(await asked.ask({ ...asking, sole: undefined }, AT)).not.toHaveProperty('sole');
    expect(await asked.ask({ ...asking, sole: ['requirement'] }, AT)).toMatchObject({ sole: [RADARS] });
    expect(await asked.ask({ ...asking, donor: ['DEU'] }, AT)).toMatchObject({
      sole: [capability('shells', ['DEU'], 1), capability('tanks', ['DEU'], 1), requirement('shells', ['DEU'], 1)],
    });
  });
  it.each([
    ['capability/Air defence', 'pledges', ['a', 'b']],
    ['requirement/radars', 'allocations', ['a/a', 'b/a']],
    ['requirement/closed', 'allocations', []],
  ])('has behind %s the %s that it is', async (label, view, keys) => {
    const behind = await asked.explain(asking, label, AT);
    expect([behind.view, behind.rows.map(({ key }) => key), behind.count]).toEqual([view, keys, keys.length]);
  });
  it('has nothing behind what was not asked for', async () => {
    await expect(asked.explain({ ...asking, sole: ['requirement'] }, 'capability/tanks', AT)).rejects.toMatchObject({
      code: 'NoSuchFigure',
    });
  });
});

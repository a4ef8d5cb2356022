import { openStage, type Stage } from './support/stage.js';

jest.setTimeout(120_000);

const claims = [{ source: 'a letter' }];
let stage: Stage;

const plan = (consignmentId: string) => {
  const manifest = [{ lineId: '1', pledgeId: 'p', allocationId: 'a', item: 'gun', quantity: '1' }];
  return stage.as('USA').does('PlanConsignment', { consignmentId, donor: 'USA', recipient: 'UKR', manifest });
};
const plans = (name: string) => Array.from({ length: 12 }, (_, index) => () => plan(`${name}-${String(index)}`));

beforeAll(async () => {
  stage = await openStage('2025-03-03T09:00:00Z');
  const pledge = {
    pledgeId: 'p',
    donor: 'USA',
    kind: 'military',
    title: 'Guns',
    amountUnknown: 'withheld',
    claims,
  } as const;
  await stage.as('USA').does('MakePledge', pledge);
  await stage.as('USA').does('CommitPledge', { pledgeId: 'p', amountUnknown: 'withheld', claims });
  const lines = [{ item: 'gun', quantity: '100' }];
  const allocation = { pledgeId: 'p', allocationId: 'a', lines, amountUnknown: 'withheld', claims } as const;
  await stage.as('USA').does('AllocatePledge', allocation);
});
afterAll(() => stage.close());

/** Does all at once, with one thing in the middle. */
async function atOnce(others: readonly (() => Promise<unknown>)[], one: () => Promise<unknown>): Promise<void> {
  await Promise.all(others.toSpliced(others.length / 2, 0, one).map((does) => does()));
}

describe('consignments that are planned at the same time', () => {
  it('as a hold is placed are all held, with nothing parked', async () => {
    await atOnce(plans('placing'), () => stage.as('USA').does('PlaceHold', { donor: 'USA', holdId: 'pause' }));
    const rows = await stage.rows('consignments');
    expect(rows.map(({ heldBy }) => heldBy)).toEqual(Array.from({ length: 12 }, () => ['pause']));
    expect(await stage.rows('parked')).toEqual([]);
  });

  it('as it is lifted are all free, as are those before', async () => {
    await atOnce(plans('lifting'), () => stage.as('USA').does('LiftHold', { donor: 'USA', holdId: 'pause' }));
    const rows = await stage.rows('consignments');
    expect(rows.map(({ held }) => held)).toEqual(Array.from({ length: 24 }, () => false));
    expect(await stage.rows('parked')).toEqual([]);
  });
});

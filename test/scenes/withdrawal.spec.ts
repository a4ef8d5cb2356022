import { openStage, type Stage } from '../support/stage.js';

jest.setTimeout(120_000);

const claims = [{ source: 'Ministry of Defence', said: '2023-10-04' }];
const euros = (amount: string) => ({ amount, currency: 'EUR', basis: 'claimed' }) as const;
const rates = {
  ratesId: 'day',
  base: 'EUR',
  on: '2023-10-01',
  rates: [{ currency: 'USD', rate: '1.06' }],
  source: 'ECB',
};
let stage: Stage;

beforeAll(async () => {
  stage = await openStage('2023-10-04T09:00:00Z');
  await stage.as('SVK', 'coordinator').does('PublishRates', rates, '2023-10-01');
  const minister = stage.as('SVK');
  const packages: readonly (readonly [string, string])[] = [
    ['packages-1-13', '671000000'],
    ['package-14', '40300000'],
  ];
  for (const [pledgeId, amount] of packages) {
    const money = { amount: euros(amount), claims };
    await minister.does('MakePledge', { pledgeId, donor: 'SVK', kind: 'military', title: pledgeId, ...money });
    await minister.does('CommitPledge', { pledgeId, ...money });
    await minister.does('AllocatePledge', { pledgeId, allocationId: 'whole', ...money });
  }
  await minister.does('ReportDelivery', { pledgeId: 'packages-1-13', allocationId: 'whole', claims });
});
afterAll(() => stage.close());

const allocated = (asOf: string) =>
  stage.total({ measure: ['allocated'], by: 'donor', in: 'EUR', rates: ['day'], asOf });

describe('a donor that withdraws', () => {
  it('is the only one who can', async () => {
    await stage.time('2023-11-08T12:00:00Z');
    await stage.as('CZE').isRefused('WithdrawPledge', { pledgeId: 'package-14', reason: 'no' }, 'NotTheDonor');
  });

  it('takes back the package that was not handed over, which is orphaned with it', async () => {
    const events = await stage.as('SVK').does('WithdrawPledge', { pledgeId: 'package-14', reason: 'a new government' });
    expect(events).toEqual(['PledgeWithdrawn', 'AllocationOrphaned']);
    expect(await stage.row('allocations', 'package-14/whole')).toMatchObject({ status: 'orphaned' });
  });

  it('takes back nothing of what was handed over', async () => {
    await stage.as('SVK').isRefused('WithdrawPledge', { pledgeId: 'packages-1-13', reason: 'all' }, 'AlreadyDelivered');
    expect(await stage.row('pledges', 'packages-1-13')).toMatchObject({ delivered: '671000000' });
  });

  it('leaves the totals of the days before as they were', async () => {
    expect(await allocated('2023-11-07')).toBe('711300000.00');
    expect(await allocated('2023-11-08')).toBe('671000000.00');
  });
});

import type { Moment } from '#client';
import { openStage, type Stage } from '../support/stage.js';

jest.setTimeout(120_000);

const kronor = (amount: string) => ({ amount, currency: 'SEK', basis: 'claimed' }) as const;
const claims = [{ source: 'Government of Sweden', said: '2025-05-22' }];
const rates = {
  ratesId: 'day',
  base: 'EUR',
  on: '2025-05-01',
  rates: [{ currency: 'SEK', rate: '10' }],
  source: 'ECB',
};
const ITEMS: readonly (readonly [string, string])[] = [
  ['demining', '100000000'],
  ['drones', '300000000'],
  ['maritime', '50000000'],
  ['it', '30000000'],
  ['danish-model', '1000000000'],
  ['vehicles', '418000000'],
  ['czech-ammunition', '550000000'],
  ['estonian-ammunition', '546000000'],
  ['air-defence', '1000000000'],
];
let stage: Stage;
const total = (measure: 'committed' | 'allocated', moment: Moment = {}) =>
  stage.total({ measure: [measure], by: 'donor', in: 'SEK', rates: ['day'], ...moment });

beforeAll(async () => {
  stage = await openStage('2025-03-31T09:00:00Z');
  await stage.as('SWE', 'coordinator').does('PublishRates', rates, '2025-03-01');
  const sweden = stage.as('SWE');
  const pledge = { donor: 'SWE', kind: 'military', claims } as const;
  const whole = kronor('16000000000');
  await sweden.does('MakePledge', { ...pledge, pledgeId: 'package-19', title: 'Package 19', amount: whole });
  await stage.time('2025-04-29T09:00:00Z');
  await sweden.does('CommitPledge', { pledgeId: 'package-19', amount: whole, claims });
  await stage.time('2025-05-22T09:00:00Z');
  await sweden.does('MakePledge', {
    ...{ ...pledge, pledgeId: 'headline', title: 'Announcement of 22 May', amount: kronor('4800000000') },
    drawsOn: 'package-19',
  });
  for (const [allocationId, amount] of ITEMS)
    await sweden.does('AllocatePledge', { pledgeId: 'package-19', allocationId, amount: kronor(amount), claims });
});
afterAll(() => stage.close());

describe('a package announced again in parts', () => {
  it('adds nothing to what was committed when it was announced first', async () => {
    expect(await total('committed', { asOf: '2025-05-21' })).toBe('16000000000.00');
    await stage.as('SWE').does('CommitPledge', { pledgeId: 'headline', amount: kronor('4800000000'), claims });
    expect(await total('committed')).toBe('16000000000.00');
  });

  it('counts its items, which come to less than the headline', async () => {
    expect(await total('allocated')).toBe('3994000000.00');
    expect(await stage.row('pledges', 'headline')).toMatchObject({ made: '4800000000', drawsOn: 'package-19' });
  });

  it('is not counted again by who passes it on', async () => {
    const denmark = { donor: 'DNK', kind: 'military', claims } as const;
    const fund = { ...denmark, pledgeId: 'passed-on', title: 'Purchases in Ukraine', drawsOn: 'package-19' };
    await stage.as('DNK').isRefused('MakePledge', { ...fund, amount: kronor('1000000000') }, 'DrawAcrossDonors');
  });

  it('is linked where it was first taken for new money, and the total known before stays what it was', async () => {
    const again = { pledgeId: 'again', donor: 'SWE', kind: 'military', title: 'Said again', claims } as const;
    await stage.as('SWE').does('MakePledge', { ...again, amount: kronor('720000000') });
    await stage.as('SWE').does('CommitPledge', { pledgeId: 'again', amount: kronor('720000000'), claims });
    const before = await stage.known();
    await stage.as('SWE').does('LinkReannouncement', { pledgeId: 'again', drawsOn: 'package-19' });
    expect(await total('committed')).toBe('16000000000.00');
    expect(await total('committed', { knownAt: before })).toBe('16720000000.00');
  });
});

import type { Happened } from './ask-of.js';

const at = (day: string) => `${day}T00:00:00.000Z`;
const happened = (stream: string, type: string, data: object, day: string, recorded?: string): Happened => [
  stream,
  { type, data },
  at(day),
  recorded && at(recorded),
];
const money = (amount: string, currency = 'EUR') => ({ amount: { amount, currency, basis: 'claimed' } });

const made = (pledgeId: string, donor: string, said: object, day: string, recorded?: string) =>
  happened(
    `pledge-${pledgeId}`,
    'PledgeMade',
    { pledgeId, donor, kind: 'military', title: pledgeId, lines: [], claims: [], ...said },
    day,
    recorded,
  );

/**
 * Donations for the specs of questions, in euro and in dollars at two to one: DEU made 100, committed 80, allocated 50 and handed over 20;
 * USA made 40 dollars and committed them; NOR withheld its figure; FRA's counts nothing beside DEU's, on which it draws.
 */
export const DONATIONS: readonly Happened[] = [
  happened(
    'rates-set',
    'RatesPublished',
    { ratesId: 'set', base: 'EUR', on: '2024-01-01', rates: { USD: '2' }, source: 'bank' },
    '2024-01-01',
  ),
  made('de', 'DEU', { ...money('100'), currency: 'EUR' }, '2024-01-10', '2024-01-11'),
  made('us', 'USA', { ...money('40', 'USD'), currency: 'USD' }, '2024-01-20', '2024-07-20'),
  made('no', 'NOR', { amountUnknown: 'withheld', breaches: [{ rule: 'R6', code: 'NoBasis' }] }, '2024-02-01'),
  made('fr', 'FRA', { ...money('5'), currency: 'EUR', drawsOn: 'de' }, '2024-02-01'),
  happened(
    'pledge-de',
    'PledgeCommitted',
    {
      pledgeId: 'de',
      donor: 'DEU',
      kind: 'military',
      currency: 'EUR',
      from: { amount: '0' },
      to: { amount: '80' },
      claims: [],
    },
    '2024-03-01',
  ),
  happened(
    'pledge-us',
    'PledgeCommitted',
    {
      pledgeId: 'us',
      donor: 'USA',
      kind: 'military',
      currency: 'USD',
      from: { amount: '0' },
      to: { amount: '40' },
      claims: [],
    },
    '2024-03-01',
  ),
  happened(
    'pledge-de',
    'PledgeAllocated',
    {
      pledgeId: 'de',
      donor: 'DEU',
      kind: 'military',
      allocationId: 'a',
      lines: [],
      ...money('50'),
      against: { amount: '50', currency: 'EUR' },
      claims: [],
    },
    '2024-04-01',
  ),
  happened(
    'pledge-de',
    'DeliveryReported',
    {
      pledgeId: 'de',
      donor: 'DEU',
      kind: 'military',
      allocationId: 'a',
      currency: 'EUR',
      against: { from: '0', to: '20' },
      value: money('20').amount,
      complete: false,
      claims: [],
    },
    '2024-05-01',
  ),
];

import { askOf, DONATIONS, type Asked, type Happened } from '#testing';
import { revision } from './revision.js';

const day = (date: string) => `${date}T00:00:00.000Z`;
const of = (pledgeId: string, donor: string) => ({ pledgeId, donor, kind: 'military' });
const money = (amount: string, currency = 'EUR') => ({ amount: { amount, currency, basis: 'claimed' } });
const happened = (stream: string, type: string, data: object, on: string): Happened => [
  stream,
  { type, data },
  day(on),
];

/** What was learnt after `DONATIONS`, which end at position 9. */
const LEARNT: readonly Happened[] = [
  happened(
    'pledge-se',
    'PledgeMade',
    { ...of('se', 'SWE'), title: 's', lines: [], claims: [], currency: 'EUR', ...money('7.005') },
    '2024-01-05',
  ),
  happened(
    'pledge-de',
    'PledgeRevalued',
    {
      ...of('de', 'DEU'),
      currency: 'EUR',
      from: { amount: '100' },
      to: { amount: '90' },
      basis: 'book',
      method: 'm',
      proposedBy: 's',
    },
    '2024-02-01',
  ),
  happened(
    'pledge-us',
    'PledgeMerged',
    { ...of('us', 'USA'), into: 'de', allocations: [], currency: 'USD' },
    '2024-05-02',
  ),
  happened(
    'rates-set',
    'RatesPublished',
    { ratesId: 'set', base: 'EUR', on: '2024-01-01', rates: { USD: '2', SEK: '10' }, source: 'bank' },
    '2024-01-01',
  ),
];

describe('a revision', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askOf(revision, ...DONATIONS, ...LEARNT);
  });
  afterAll(() => asked.close());

  const asking = { measure: 'pledged', in: 'EUR', rates: 'set', since: '9' };
  const change = (key: string, before: string, after: string, cause: string, event: number) => ({
    ...{ key, before, after, cause, eventId: `event-${String(event)}`, history: `/views/pledges/${key}/history` },
  });

  it('says why a figure is another than it was known to be, to the cent', async () => {
    expect(await asked.ask(asking, { asOf: day('2024-06-01') })).toEqual({
      ...asking,
      ...{ before: '120.00', after: '97.01', change: '-22.99' },
      rows: [
        { cause: 'new', amount: '7.01', rows: 1 },
        { cause: 'revalued', amount: '-10.00', rows: 1 },
        { cause: 'merged', amount: '-20.00', rows: 1 },
      ],
      changed: 3,
      changes: [
        change('us', '20.00', '0.00', 'merged', 12),
        change('de', '100.00', '90.00', 'revalued', 11),
        change('se', '0.00', '7.01', 'new', 10),
      ],
    });
  });
  it('is none where nothing was learnt since', async () => {
    expect(await asked.ask({ ...asking, since: '13' }, { asOf: day('2024-06-01') })).toMatchObject({
      ...{ before: '97.01', after: '97.01', change: '0.00', rows: [], changed: 0, changes: [] },
    });
  });
  it('is from nothing where nothing was known', async () => {
    expect(await asked.ask({ ...asking, since: '0' }, { asOf: day('2024-06-01') })).toMatchObject({
      ...{ before: '0.00', after: '97.01', change: '97.01' },
    });
  });
  it('has no row re-dated that begins to count by what was done since', async () => {
    expect(
      await asked.ask(
        { ...asking, measure: 'delivered', since: '8' },
        { asOf: day('2024-06-01'), knownAt: { position: 9n } },
      ),
    ).toMatchObject({ before: '0.00', after: '20.00', changes: [change('de', '0.00', '20.00', 'changed', 9)] });
  });
  it('has a row re-dated that turns out to have been promised after the day asked about, and before it again', async () => {
    const redated = (correctionId: string, from: string, to: string) =>
      happened(
        'pledge-se',
        'CorrectionApproved',
        {
          ...{ stream: 'pledge-se', eventId: 'event-10', eventType: 'PledgeMade', reason: 'misread', from: {}, to: {} },
          ...{ correctionId, proposedBy: 'anna', redated: { from: day(from), to: day(to) } },
        },
        '2024-06-01',
      );
    const [made] = LEARNT as readonly [Happened];
    const told = await askOf(
      revision,
      ...DONATIONS,
      made,
      redated('late', '2024-01-05', '2024-07-05'),
      redated('early', '2024-07-05', '2024-01-06'),
    );
    const knownAt = (position: bigint) => ({ asOf: day('2024-06-01'), knownAt: { position } });
    expect(await told.ask({ ...asking, since: '10' }, knownAt(11n))).toMatchObject({
      rows: [{ cause: 'redated', amount: '-7.01', rows: 1 }],
      changes: [{ ...change('se', '7.01', '0.00', 'redated', 11), eventId: null }],
    });
    expect(await told.ask({ ...asking, since: '11' }, knownAt(12n))).toMatchObject({
      rows: [{ cause: 'redated', amount: '7.01', rows: 1 }],
      changes: [change('se', '0.00', '7.01', 'redated', 12)],
    });
    await told.close();
  });
  it('is not asked from what is known to what was known before', async () => {
    await expect(asked.ask({ ...asking, since: '9' }, { knownAt: { position: 8n } })).rejects.toMatchObject({
      code: 'SinceIsLater',
      facts: { since: '9', knownAt: '8' },
    });
  });
  it('needs rates that are there', async () => {
    await expect(asked.ask({ ...asking, rates: 'none' })).rejects.toMatchObject({ code: 'NoSuchRates' });
  });
});

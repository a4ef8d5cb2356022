import type { Event, NewEvent } from '#eventsourcing';
import { openPglite, openReadSide, type ReadSide } from '#read-side';
import { MemoryStore } from '#stores';
import { totals, views } from './index.js';
import type { TotalsParameters } from './totals.js';

const AT = '2024-07-11T09:00:00.000Z';

const pledge = (pledgeId: string, donor: string) => ({ pledgeId, donor, kind: 'military' });

const allocated = (pledgeId: string, donor: string, occurredAt: string, more: object) =>
  told(
    'PledgeAllocated',
    { ...pledge(pledgeId, donor), allocationId: 'a', lines: [], claims: [], ...more },
    occurredAt,
  );

const committed = (pledgeId: string, donor: string, occurredAt: string, from: object, to: object) =>
  told('PledgeCommitted', { ...pledge(pledgeId, donor), currency: 'EUR', from, to, claims: [] }, occurredAt);

const money = (amount: string, currency: string) => ({ amount: { amount, currency, basis: 'claimed' } });

let said = 0;
function told(type: string, data: object, occurredAt: string): NewEvent {
  const commandId = `command-${++said}`;
  const by = { subject: 'anna', party: 'DEU', roles: [] };
  const metadata = { commandId, payload: '', by, correlationId: commandId, causationId: commandId };
  return { ...({ type, data } as Event), id: `event-${said}`, at: AT, occurredAt, metadata };
}

const LOG = [
  allocated('p1', 'DEU', '2024-01-15T00:00:00Z', money('100.005', 'EUR')),
  allocated('p2', 'DEU', '2024-02-15T00:00:00Z', money('10', 'USD')),
  allocated('p3', 'USA', '2024-02-20T00:00:00Z', money('0.01', 'USD')),
  allocated('p4', 'USA', '2024-03-01T00:00:00Z', { amountUnknown: 'withheld' }),
  allocated('p5', 'NOR', '2024-03-02T00:00:00Z', { ...money('7', 'EUR'), drawsOn: 'p1' }),
  allocated('p6', 'NOR', '2024-04-02T00:00:00Z', money('5', 'NOK')),
  committed('p1', 'DEU', '2024-01-10T00:00:00Z', { amount: '0' }, { unknown: 'withheld' }),
  committed('p1', 'DEU', '2024-03-10T00:00:00Z', { unknown: 'withheld' }, { amount: '250.5' }),
  committed('p2', 'DEU', '2024-03-11T00:00:00Z', { amount: '0' }, { unknown: 'withheld' }),
  told(
    'RatesPublished',
    { ratesId: 'set', base: 'EUR', on: '2025-01-01', rates: { USD: '3' }, source: 'bank' },
    '2025-01-01T00:00:00Z',
  ),
];

describe('totals', () => {
  let readSide: ReadSide;

  beforeAll(async () => {
    const store = new MemoryStore();
    for (const [index, event] of LOG.entries()) await store.append(`thing-${String(index)}`, [event], -1);
    readSide = await openReadSide({ store, views, questions: [totals], database: () => openPglite() });
    await readSide.waitFor(BigInt(LOG.length), 20_000);
  }, 60_000);
  afterAll(() => readSide.close());

  const ask = async (parameters: Partial<TotalsParameters>, asOf = '2024-03-31T00:00:00Z') =>
    (
      await readSide.ask(
        'totals',
        { measure: 'allocated', by: 'donor', in: 'EUR', rates: 'set', ...parameters },
        { asOf },
      )
    ).answer;

  it('add up what counts, by rates published since, rounding each figure once', async () => {
    expect(await ask({})).toEqual({
      measure: 'allocated',
      in: 'EUR',
      rates: 'set',
      rows: [
        { donor: 'DEU', amount: '103.34', atLeast: false, pledges: 2 },
        { donor: 'USA', amount: '0.00', atLeast: true, pledges: 2 },
      ],
      total: { amount: '103.34', atLeast: true, pledges: 4 },
    });
  });

  it('are of the time asked for, in any currency of the set', async () => {
    expect(await ask({ in: 'USD', by: 'month' }, '2024-02-28T00:00:00Z')).toEqual({
      measure: 'allocated',
      in: 'USD',
      rates: 'set',
      rows: [
        { month: '2024-01', amount: '300.02', atLeast: false, pledges: 1 },
        { month: '2024-02', amount: '10.01', atLeast: false, pledges: 2 },
      ],
      total: { amount: '310.03', atLeast: false, pledges: 3 },
    });
  });

  it('say at least only where something is still unknown', async () => {
    expect(await ask({ measure: 'committed', by: 'month' })).toEqual({
      measure: 'committed',
      in: 'EUR',
      rates: 'set',
      rows: [
        { month: '2024-01', amount: '0.00', atLeast: true, pledges: 1 },
        { month: '2024-03', amount: '250.50', atLeast: true, pledges: 2 },
      ],
      total: { amount: '250.50', atLeast: true, pledges: 2 },
    });
    expect(await ask({ measure: 'committed' }, '2024-03-10T12:00:00Z')).toMatchObject({
      total: { amount: '250.50', atLeast: false, pledges: 1 },
    });
  });

  it('name the currencies that have no rate', async () => {
    await expect(ask({}, '2024-04-30T00:00:00Z')).rejects.toMatchObject({
      code: 'CannotConvert',
      facts: { rates: 'set', in: 'EUR', currencies: ['NOK'] },
    });
    await expect(ask({ rates: 'other' })).rejects.toMatchObject({ code: 'NoSuchRates', facts: { rates: 'other' } });
    await expect(ask({ in: 'GBP' })).rejects.toMatchObject({ code: 'CannotConvert', facts: { in: 'GBP' } });
  });

  it('list the rows and events behind a figure', async () => {
    const parameters = { measure: 'allocated', by: 'donor', in: 'EUR', rates: 'set' };
    const { view, rows } = await readSide.explain('totals', parameters, 'DEU', { asOf: '2024-03-31T00:00:00Z' });
    expect([view, rows.map(({ key, events }) => [key, events.map(({ id }) => id)])]).toEqual([
      'allocations',
      [
        ['p1/a', ['event-1']],
        ['p2/a', ['event-2']],
      ],
    ]);
  });
});

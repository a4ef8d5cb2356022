import type { Event, NewEvent } from '#eventsourcing';
import { openReadSide, type ReadSide } from '#read-side';
import { MemoryStore } from '#stores';
import { DATABASES, openDatabase } from '#testing';
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
    'PledgeMade',
    { ...pledge('p1', 'DEU'), title: '', lines: [], ...money('512', 'EUR'), claims: [] },
    '2024-01-01T00:00:00Z',
  ),
  told(
    'PledgeMade',
    { ...pledge('p4', 'USA'), title: '', lines: [], amountUnknown: 'withheld', claims: [] },
    '2024-01-01T00:00:00Z',
  ),
  told(
    'PledgeMade',
    { ...pledge('p5', 'NOR'), title: '', lines: [], ...money('7', 'EUR'), drawsOn: 'p1', claims: [] },
    '2024-01-01T00:00:00Z',
  ),
  told(
    'DeliveryReported',
    {
      ...pledge('p1', 'DEU'),
      allocationId: 'a',
      currency: 'EUR',
      against: { from: '0', to: '40' },
      complete: false,
      claims: [],
    },
    '2024-03-20T00:00:00Z',
  ),
  told(
    'RatesPublished',
    { ratesId: 'later', base: 'EUR', on: '2025-01-01', rates: { USD: '2' }, source: 'bank' },
    '2025-01-01T00:00:00Z',
  ),
  told(
    'RatesPublished',
    { ratesId: 'set', base: 'EUR', on: '2025-01-01', rates: { USD: '3' }, source: 'bank' },
    '2025-01-01T00:00:00Z',
  ),
];

describe.each(DATABASES)('totals in %s', (kind) => {
  let readSide: ReadSide;

  beforeAll(async () => {
    const store = new MemoryStore();
    for (const [index, event] of LOG.entries()) await store.append(`thing-${String(index)}`, [event], -1);
    readSide = await openReadSide({ store, views, questions: [totals], database: () => openDatabase(kind) });
    await readSide.waitFor(BigInt(LOG.length), 20_000);
  }, 60_000);
  afterAll(() => readSide.close());

  const asking = { measure: ['allocated'], by: 'donor', in: 'EUR', rates: ['set'] } as const;
  const ask = async (parameters: Partial<TotalsParameters>, asOf = '2024-03-31T00:00:00Z') =>
    (await readSide.ask('totals', { ...asking, ...parameters }, { asOf })).answer;
  const figure = (explain: string, amount: string, atLeast: boolean, count: number) => {
    const [measure, rates, by, label] = explain.split('/');
    return { ...(by !== undefined && { [by]: label }), measure, rates, amount, atLeast, count, explain };
  };

  it('add up what counts, by rates published since, rounding each figure once', async () => {
    expect(await ask({})).toEqual({
      in: 'EUR',
      rows: [figure('allocated/set/donor/DEU', '103.34', false, 2), figure('allocated/set/donor/USA', '0.00', true, 2)],
      totals: [figure('allocated/set', '103.34', true, 4)],
    });
  });

  it('are of the time asked for, in any currency of the set', async () => {
    expect(await ask({ in: 'USD', by: 'month' }, '2024-02-28T00:00:00Z')).toEqual({
      in: 'USD',
      rows: [
        figure('allocated/set/month/2024-01', '300.02', false, 1),
        figure('allocated/set/month/2024-02', '10.01', false, 2),
      ],
      totals: [figure('allocated/set', '310.03', false, 3)],
    });
  });

  it('say at least only where something is still unknown', async () => {
    expect(await ask({ measure: ['committed'], by: 'month' })).toEqual({
      in: 'EUR',
      rows: [
        figure('committed/set/month/2024-01', '0.00', true, 1),
        figure('committed/set/month/2024-03', '250.50', true, 2),
      ],
      totals: [figure('committed/set', '250.50', true, 3)],
    });
    expect(await ask({ measure: ['committed'] }, '2024-03-10T12:00:00Z')).toMatchObject({
      totals: [figure('committed/set', '250.50', false, 2)],
    });
  });

  it('stand side by side, of several measures and by several sets of rates, and are never added to one another', async () => {
    expect(await ask({ measure: ['committed', 'allocated'], rates: ['set', 'later'], donor: ['DEU'] })).toEqual({
      in: 'EUR',
      rows: [
        figure('committed/set/donor/DEU', '250.50', true, 3),
        figure('committed/later/donor/DEU', '250.50', true, 3),
        figure('allocated/set/donor/DEU', '103.34', false, 2),
        figure('allocated/later/donor/DEU', '105.01', false, 2),
      ],
      totals: [
        figure('committed/set', '250.50', true, 3),
        figure('committed/later', '250.50', true, 3),
        figure('allocated/set', '103.34', false, 2),
        figure('allocated/later', '105.01', false, 2),
      ],
    });
  });

  it('of what is made and handed over are of each pledge as it stands, without what draws on another', async () => {
    expect(await ask({ measure: ['pledged', 'delivered'], by: 'kind' })).toEqual({
      in: 'EUR',
      rows: [
        figure('pledged/set/kind/military', '512.00', true, 2),
        figure('delivered/set/kind/military', '40.00', true, 1),
      ],
      totals: [figure('pledged/set', '512.00', true, 2), figure('delivered/set', '40.00', true, 1)],
    });
  });

  it('are nothing where nothing is in what was asked for', async () => {
    expect(await ask({ donor: ['FRA'] })).toEqual({
      in: 'EUR',
      rows: [],
      totals: [figure('allocated/set', '0.00', false, 0)],
    });
  });

  it('name the currencies that have no rate', async () => {
    await expect(ask({}, '2024-04-30T00:00:00Z')).rejects.toMatchObject({
      code: 'CannotConvert',
      facts: { rates: 'set', in: 'EUR', currencies: ['NOK'] },
    });
    await expect(ask({ rates: ['other'] })).rejects.toMatchObject({ code: 'NoSuchRates', facts: { rates: 'other' } });
    await expect(ask({ in: 'GBP' })).rejects.toMatchObject({ code: 'CannotConvert', facts: { in: 'GBP' } });
  });

  it('list the rows and events behind a figure, and what each adds to it', async () => {
    const behind = await readSide.explain('totals', asking, 'allocated/set/donor/DEU', {
      asOf: '2024-03-31T00:00:00Z',
    });
    expect([
      behind.view,
      behind.rows.map(({ key, adds, events }) => [key, Number(adds), events.map(({ id }) => id)]),
    ]).toEqual([
      'allocations',
      [
        ['p1/a', 100.005, ['event-1', 'event-13']],
        ['p2/a', 10 / 3, ['event-2']],
      ],
    ]);
    expect([Number(behind.sum).toFixed(2), behind.count]).toEqual(['103.34', 2]);
  });

  it.each([
    'allocated/other',
    'committed/set',
    'allocated/set/month/2024-01',
    'allocated/set/donor',
    '',
    '__proto__/set',
  ])('say that %j is no figure of theirs', async (label) => {
    await expect(readSide.explain('totals', asking, label)).rejects.toMatchObject({ code: 'NoSuchFigure' });
  });
});

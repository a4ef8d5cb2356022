import { openStage, type Stage } from '../support/stage.js';

jest.setTimeout(120_000);

const shell = '155 mm shell';
const dollars = (amount: string) => ({ amount, currency: 'USD', basis: 'replacement' }) as const;
const claims = [{ source: 'Department of Defense', said: '2025-02-10' }];
const rates = {
  ratesId: 'day',
  base: 'EUR',
  on: '2025-02-01',
  rates: [{ currency: 'USD', rate: '1.04' }],
  source: 'ECB',
};
const manifest = (pledgeId: string, quantity: string) => [
  { lineId: '1', pledgeId, allocationId: 'package', item: shell, category: 'ammunition', quantity },
];
let stage: Stage;
let knownBefore: string;

const consignment = (id: string, moment: object = {}) => stage.row('consignments', id, moment);
const delivered = (asOf: string) =>
  stage.total({ measure: ['delivered'], by: 'donor', in: 'USD', rates: ['day'], asOf });

/** Pledges shells, all of them allocated, at 3000 dollars each. */
async function pledge(donor: string, pledgeId: string, quantity: number): Promise<void> {
  const amount = dollars(String(quantity * 3000));
  const lines = [{ item: shell, quantity: String(quantity) }];
  const player = stage.as(donor);
  await player.does('MakePledge', { pledgeId, donor, kind: 'military', title: 'Shells', lines, amount, claims });
  await player.does('CommitPledge', { pledgeId, amount, claims });
  await player.does('AllocatePledge', { pledgeId, allocationId: 'package', lines, amount, claims });
}

/** Plans shells over the hub, on a day there. */
async function plan(donor: string, consignmentId: string, pledgeId: string, quantity: string, day: string) {
  const player = stage.as(donor);
  await player.does('BookSlot', { hubId: 'rzeszow', consignmentId, day });
  const goods = { manifest: manifest(pledgeId, quantity), hubId: 'rzeszow' };
  return player.does('PlanConsignment', { consignmentId, donor, recipient: 'UKR', ...goods });
}

beforeAll(async () => {
  stage = await openStage('2025-02-10T09:00:00Z');
  await stage.as('USA', 'coordinator').does('PublishRates', rates, '2025-02-01');
  await pledge('USA', 'usa-shells', 5000);
  await pledge('DEU', 'deu-shells', 100);
  const hub = { hubId: 'rzeszow', name: 'Rzeszów-Jasionka', host: 'POL', capacityPerDay: 2 };
  await stage.as('NATO', 'coordinator').does('OpenHub', hub);
  await plan('USA', 'first', 'usa-shells', '1000', '2025-03-01');
  await plan('USA', 'second', 'usa-shells', '2000', '2025-03-02');
  await plan('USA', 'third', 'usa-shells', '500', '2025-03-08');
  await plan('DEU', 'german', 'deu-shells', '100', '2025-03-01');
  await stage.time('2025-02-27T09:00:00Z');
  for (const consignmentId of ['first', 'second']) await stage.as('USA').does('DispatchConsignment', { consignmentId });
  await stage.as('DEU').does('DispatchConsignment', { consignmentId: 'german' });
  await stage.time('2025-03-02T10:00:00Z');
  const counts = (quantity: string) => [{ lineId: '1', quantity }];
  await stage.as('USA').does('ReceiveAtHub', { consignmentId: 'first', counts: counts('1000') });
  await stage.as('USA').does('ReceiveAtHub', { consignmentId: 'second', counts: counts('2000') });
  await stage.as('DEU').does('ReceiveAtHub', { consignmentId: 'german', counts: counts('100') });
  await stage.time('2025-03-02T15:00:00Z');
  await stage.as('USA').does('HandOver', { consignmentId: 'first' });
  await stage.time('2025-03-03T23:00:00Z');
  knownBefore = await stage.known();
  await stage.as('USA').does('PlaceHold', { donor: 'USA', holdId: 'pause', reason: 'all aid is paused' });
});
afterAll(() => stage.close());

describe('a donor that holds all its deliveries', () => {
  it('does not touch what was handed over the day before: it is delivered, and the recipient confirms it', async () => {
    expect(await consignment('first')).toMatchObject({ status: 'handedOver', held: false, breached: [] });
    expect(await stage.row('pledges', 'usa-shells')).toMatchObject({ allocated: '15000000', delivered: '3000000' });
    expect(await delivered('2025-03-02')).toBe('3000000.00');
    await stage.time('2025-03-04T09:00:00Z');
    expect(await stage.as('UKR', 'recipient').does('ConfirmReceipt', { consignmentId: 'first' })).toEqual([
      'ReceiptConfirmed',
    ]);
  });

  it('holds what is at the hub, whose hand-over is refused', async () => {
    expect(await consignment('second')).toMatchObject({ status: 'atHub', held: true, heldBy: ['pause'] });
    const facts = await stage.as('USA').isRefused('HandOver', { consignmentId: 'second' }, 'UnderHold');
    expect(facts).toMatchObject({ holdId: 'pause', from: '2025-03-03T23:00:00.000Z' });
    await stage.as('NATO', 'coordinator').isRefused('HandOver', { consignmentId: 'second' }, 'UnderHold');
  });

  it('holds what is planned, which is not dispatched', async () => {
    expect(await consignment('third')).toMatchObject({ status: 'planned', held: true });
    await stage.as('USA').isRefused('DispatchConsignment', { consignmentId: 'third' }, 'UnderHold');
  });

  it('holds what is planned meanwhile, from the plan on', async () => {
    await stage.time('2025-03-05T09:00:00Z');
    expect(await plan('USA', 'fourth', 'usa-shells', '200', '2025-03-09')).toEqual([
      'ConsignmentPlanned',
      'ConsignmentHeld',
    ]);
    expect(await consignment('fourth')).toMatchObject({ held: true, heldBy: ['pause'] });
  });

  it('holds no other donor’s consignments', async () => {
    expect(await consignment('german')).toMatchObject({ status: 'atHub', held: false });
    expect(await stage.as('DEU').does('HandOver', { consignmentId: 'german' })).toEqual(['HandedOver']);
  });

  it('is the only one who lifts its hold', async () => {
    await stage.time('2025-03-11T18:00:00Z');
    const lift = { donor: 'USA', holdId: 'pause' };
    expect(await stage.as('POL').isRefused('LiftHold', lift, 'NotHoldOwner')).toEqual({ owner: 'USA' });
    expect(await stage.as('USA').does('LiftHold', lift)).toEqual(['HoldLifted']);
    expect(await stage.row('holds', 'USA/pause')).toMatchObject({
      status: 'lifted',
      until: '2025-03-11T18:00:00.000Z',
    });
  });

  it('frees everything by that, and what waited is handed over', async () => {
    for (const id of ['second', 'third', 'fourth'])
      expect(await consignment(id)).toMatchObject({ held: false, heldBy: [] });
    await stage.time('2025-03-12T08:00:00Z');
    await stage.as('USA').does('HandOver', { consignmentId: 'second' });
    expect(await stage.row('pledges', 'usa-shells')).toMatchObject({ delivered: '9000000' });
    expect(await stage.story('consignment-second')).toEqual([
      ...['ConsignmentPlanned', 'ConsignmentDispatched', 'ArrivedAtHub'],
      ...['ConsignmentHeld', 'ConsignmentFreed', 'HandedOver'],
    ]);
    expect(await stage.rows('parked')).toEqual([]);
  });
});

describe('a dashboard after the hold', () => {
  it('shows each day as it was', async () => {
    expect(await consignment('second', { asOf: '2025-03-02' })).toMatchObject({ status: 'atHub', held: false });
    expect(await consignment('second', { asOf: '2025-03-05' })).toMatchObject({ status: 'atHub', held: true });
    expect(await consignment('second', { asOf: '2025-03-12' })).toMatchObject({ status: 'handedOver', held: false });
    const held = (asOf: string) => stage.rows('consignments', { held: 'true', asOf });
    expect([(await held('2025-03-02')).length, (await held('2025-03-05')).length]).toEqual([0, 3]);
    expect(await held('2025-03-12')).toEqual([]);
  });

  it('counts as delivered what was handed over by then', async () => {
    expect(await delivered('2025-03-01')).toBe('0.00');
    expect(await delivered('2025-03-02')).toBe('3000000.00');
    expect(await delivered('2025-03-05')).toBe('3300000.00');
    expect(await delivered('2025-03-12')).toBe('9300000.00');
    const line = await stage.row('consignment-lines', 'second/1', { asOf: '2025-03-05' });
    expect(line).toMatchObject({ planned: '2000', dispatched: '2000', atHub: '2000', handedOver: null });
  });
});

describe('an auditor of the hold', () => {
  it('sees that nobody knew of it before it was placed', async () => {
    const moment = { asOf: '2025-03-05', knownAt: knownBefore };
    expect(await stage.row('holds', 'USA/pause', moment)).toBeUndefined();
    expect(await consignment('second', moment)).toMatchObject({ status: 'atHub', held: false });
  });

  it('sees what was moved under a hold that was found out later, of which nothing is undone', async () => {
    await stage.time('2025-03-20T09:00:00Z');
    const before = await stage.known();
    const hold = { donor: 'USA', holdId: 'unannounced' };
    await stage.as('USA').does('PlaceHold', { ...hold, stages: ['dispatch'], discovered: true }, '2025-02-26');
    await stage.as('USA').does('LiftHold', hold, '2025-02-28');
    const second = { status: 'handedOver', held: false, breached: ['unannounced'] };
    expect(await consignment('second')).toMatchObject(second);
    expect(await consignment('second', { asOf: '2025-02-27' })).toMatchObject({ ...second, status: 'dispatched' });
    expect(await consignment('second', { knownAt: before })).toMatchObject({ ...second, breached: [] });
    expect(await consignment('third')).toMatchObject({ status: 'planned', held: false, breached: [] });
    expect(await consignment('third', { asOf: '2025-02-27' })).toMatchObject({ heldBy: ['unannounced'] });
    expect(await stage.row('pledges', 'usa-shells')).toMatchObject({ delivered: '9000000' });
  });
});

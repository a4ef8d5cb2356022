import type { Fields } from '#client';
import { openStage, type Stage } from '../support/stage.js';

jest.setTimeout(120_000);

const claims = [{ source: 'Bundesregierung', said: '2025-06-02' }];
const euros = (amount: string) => ({ amount, currency: 'EUR', basis: 'contract' }) as const;
const of = { pledgeId: 'gepard', allocationId: 'batch' };
const guns = { lineId: 'guns', ...of, item: 'Gepard', unit: 'vehicle' };
const rounds = { lineId: 'rounds', ...of, item: '35 mm round', category: 'ammunition' };
let stage: Stage;

const berlin = () => stage.as('DEU');
const plan = (consignmentId: string, manifest: Fields<'PlanConsignment'>['manifest'], more: object = {}) =>
  berlin().does('PlanConsignment', { consignmentId, donor: 'DEU', recipient: 'UKR', manifest, ...more });
const book = (consignmentId: string, day: string) => ({ hubId: 'lublin', consignmentId, day });
const consignment = (id: string) => stage.row('consignments', id);

beforeAll(async () => {
  stage = await openStage('2025-06-02T09:00:00Z');
  const lines = [
    { item: 'Gepard', quantity: '10' },
    { item: '35 mm round', quantity: '5000' },
  ];
  const amount = euros('40000000');
  const pledge = {
    pledgeId: 'gepard',
    donor: 'DEU',
    kind: 'military',
    title: 'Gepards',
    lines,
    amount,
    claims,
  } as const;
  await berlin().does('MakePledge', pledge);
  await berlin().does('CommitPledge', { pledgeId: 'gepard', amount, claims });
  await berlin().does('AllocatePledge', { ...of, lines, amount, claims });
  const hub = { hubId: 'lublin', name: 'Lublin', host: 'POL', capacityPerDay: 1 };
  await stage.as('NATO', 'coordinator').does('OpenHub', hub);
});
afterAll(() => stage.close());

describe('a consignment on its way', () => {
  it('has a day at a hub that is not full, or is told the next free one', async () => {
    await berlin().does('BookSlot', book('july', '2025-06-20'));
    expect(await berlin().isRefused('BookSlot', book('spares', '2025-06-20'), 'HubFull')).toMatchObject({
      nextFree: '2025-06-21',
    });
  });

  it('is planned out of what is allocated, which no other consignment carries then', async () => {
    const manifest = [
      { ...guns, quantity: '6', monitored: true },
      { ...rounds, quantity: '5000', origin: 'CHE' },
    ];
    expect(await plan('july', manifest, { mode: 'rail', hubId: 'lublin' })).toEqual(['ConsignmentPlanned']);
    const more = { consignmentId: 'more', donor: 'DEU', recipient: 'UKR', manifest: [{ ...guns, quantity: '5' }] };
    const facts = await berlin().isRefused('PlanConsignment', more, 'QuantityExceeds');
    expect(facts).toEqual({ item: 'Gepard', consigned: '5', allowed: '4', allocated: '10' });
    await berlin().isRefused('ReleaseAllocation', of, 'UnderWay');
  });

  it('has another day there once it is booked anew', async () => {
    await berlin().does('BookSlot', book('july', '2025-06-21'));
    expect(await consignment('july')).toMatchObject({ hub: 'lublin', day: '2025-06-21' });
  });

  it('is not dispatched without the consent of the nation that made the goods (R15)', async () => {
    const facts = await berlin().isRefused('DispatchConsignment', { consignmentId: 'july' }, 'ConsentMissing');
    expect(facts).toEqual({ nations: ['CHE'] });
    await stage.as('CHE').does('RefuseConsent', { consignmentId: 'july', reason: 'neutrality' });
    await berlin().isRefused('DispatchConsignment', { consignmentId: 'july' }, 'ConsentMissing');
    await stage.as('CHE').does('GrantConsent', { consignmentId: 'july', document: 'SECO 2025/114' });
    expect(await consignment('july')).toMatchObject({ consentAwaited: [] });
  });

  it('carries no more of an allocation than it dispatched; what stays is free for another', async () => {
    const lines = [{ lineId: 'rounds', quantity: '4000' }];
    await berlin().does('DispatchConsignment', { consignmentId: 'july', lines });
    expect(await plan('rest', [{ ...rounds, quantity: '1000' }])).toEqual(['ConsignmentPlanned']);
  });

  it('is counted at the hub, and what is missing is a discrepancy until somebody settles it', async () => {
    await stage.time('2025-06-21T09:00:00Z');
    const counts = [
      { lineId: 'guns', quantity: '6' },
      { lineId: 'rounds', quantity: '3900' },
    ];
    expect(await berlin().does('ReceiveAtHub', { consignmentId: 'july', counts })).toEqual([
      'ArrivedAtHub',
      'DiscrepancyFound',
    ]);
    expect(await consignment('july')).toMatchObject({ status: 'atHub', discrepancies: 1, unresolved: 1 });
    const settled = { discrepancyId: 'atHub/rounds', quantity: '4000', reason: 'a pallet stood apart' };
    await berlin().does('ResolveDiscrepancy', { consignmentId: 'july', ...settled });
    expect(await consignment('july')).toMatchObject({ discrepancies: 1, unresolved: 0 });
    expect(await stage.row('discrepancies', 'july/atHub/rounds')).toMatchObject({
      ...{ expected: '4000', found: '3900', status: 'resolved', quantity: '4000' },
    });
  });

  it('is handed over with the serial numbers of what is monitored (R16)', async () => {
    const facts = await berlin().isRefused('HandOver', { consignmentId: 'july' }, 'SerialsMissing');
    expect(facts).toMatchObject({ item: 'Gepard', recorded: '0', needed: '6' });
    const serials = ['G-01', 'G-02', 'G-03', 'G-04', 'G-05', 'G-06'];
    await berlin().does('RecordSerials', { consignmentId: 'july', lines: [{ lineId: 'guns', serials }] });
    expect(await berlin().does('HandOver', { consignmentId: 'july' })).toEqual(['HandedOver']);
  });

  it('is delivered then: at least nothing, since the rest of its items is to come', async () => {
    expect(await stage.row('pledges', 'gepard')).toMatchObject({ delivered: '0', deliveredAtLeast: true });
    expect((await stage.story('pledge-gepard')).slice(3)).toEqual([
      ...['AllocationConsigned', 'AllocationConsigned', 'AllocationConsigned', 'DeliveryReported'],
    ]);
  });

  it('is received as its recipient says, which need not be what was handed over', async () => {
    const lines = [{ lineId: 'guns', quantity: '5' }];
    await stage.as('DEU', 'recipient').isRefused('ConfirmReceipt', { consignmentId: 'july' }, 'NotTheRecipient');
    const events = await stage.as('UKR', 'recipient').does('ConfirmReceipt', { consignmentId: 'july', lines });
    expect(events).toEqual(['ReceiptConfirmed', 'DiscrepancyFound']);
    expect(await stage.rows('consignment-lines', { consignment: 'july' })).toMatchObject([
      { line: 'guns', planned: '6', dispatched: '6', atHub: '6', handedOver: '6', received: '5', serials: 6 },
      { line: 'rounds', planned: '5000', dispatched: '4000', atHub: '4000', handedOver: '4000', received: '4000' },
    ]);
  });
});

describe('a consignment that does not come', () => {
  it('gives back what it was to carry, and its day at the hub, when it is called off', async () => {
    await berlin().does('BookSlot', book('autumn', '2025-09-01'));
    await plan('autumn', [{ ...guns, quantity: '4' }], { hubId: 'lublin' });
    await berlin().isRefused('BookSlot', book('winter', '2025-09-01'), 'HubFull');
    await berlin().does('CancelConsignment', { consignmentId: 'autumn', reason: 'a bridge is closed' });
    expect(await consignment('autumn')).toMatchObject({ status: 'cancelled', day: null });
    await berlin().does('BookSlot', book('winter', '2025-09-01'));
    expect(await plan('winter', [{ ...guns, quantity: '4' }], { hubId: 'lublin' })).toEqual(['ConsignmentPlanned']);
  });

  it('gives its day back when it is lost, but what was dispatched stays dispatched until it is called off', async () => {
    await berlin().does('DispatchConsignment', { consignmentId: 'winter' });
    await berlin().does('ReportLoss', { consignmentId: 'winter', reason: 'the train burnt' });
    expect(await consignment('winter')).toMatchObject({ status: 'dispatched', lost: 'whole', day: null });
    expect(await stage.rows('slots', { day: '2025-09-01' })).toEqual([]);
    const again = { consignmentId: 'again', donor: 'DEU', recipient: 'UKR', manifest: [{ ...guns, quantity: '4' }] };
    await berlin().isRefused('PlanConsignment', again, 'QuantityExceeds');
    await berlin().does('CancelConsignment', { consignmentId: 'winter', reason: 'the train burnt' });
    expect(await plan('again', again.manifest)).toEqual(['ConsignmentPlanned']);
    expect(await stage.rows('parked')).toEqual([]);
  });
});

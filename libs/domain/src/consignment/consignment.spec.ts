import { specify, type Told } from '#testing';
import { Hold } from '../hold/hold.js';
import { Hub } from '../hub/hub.js';
import { Pledge, type PledgeEvent } from '../pledge/pledge.js';
import { Consignment, type ConsignmentEvent } from './consignment.js';

const T = (day: number) => `2025-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const PLANNED = T(1);
const DISPATCHED = T(2);
const ARRIVED = T(4);
const HANDED = T(6);
const NOW = T(20);
const consignmentId = 'c1';
const donor = 'USA';
const given = specify(Consignment, { by: donor, at: NOW });
const coordinator = { by: 'NSATU', roles: ['coordinator'] };
const recipient = { by: 'UKR', roles: ['recipient'] };

type Past = Told<ConsignmentEvent>;
const from = { pledgeId: 'pda', allocationId: 'a' };
const claims = [{ source: 'https://example.org/statement' }];
const guns = { lineId: '1', ...from, item: 'howitzer', quantity: '4' };
const shells = { lineId: '2', ...from, item: 'shell', category: 'ammunition', quantity: '100' };
const plan = { consignmentId, donor, recipient: 'UKR', manifest: [guns, shells] };
const of = { consignmentId, donor };
const moved = ({ lineId, item }: typeof guns, quantity: string) => ({ lineId, ...from, item, quantity });
const all = [moved(guns, '4'), moved(shells, '100')];

const pledged = (more: readonly Told<PledgeEvent>[] = []): Told<PledgeEvent>[] => [
  {
    type: 'PledgeMade',
    data: {
      pledgeId: 'pda',
      donor,
      kind: 'military',
      title: 'Howitzers',
      lines: [],
      amountUnknown: 'withheld',
      claims,
    },
  },
  {
    type: 'PledgeAllocated',
    data: {
      ...{ ...from, donor, kind: 'military', claims },
      lines: [
        { item: 'howitzer', quantity: '5' },
        { item: 'shell', quantity: '100' },
      ],
    },
  },
  ...more,
];
const consigned = (id = consignmentId, howitzers = '4', rounds = '100'): Told<PledgeEvent> => ({
  type: 'AllocationConsigned',
  data: {
    ...{ ...from, donor, kind: 'military', consignmentId: id, from: [] },
    to: [
      { item: 'howitzer', quantity: howitzers },
      { item: 'shell', quantity: rounds },
    ],
  },
});
const released: Told<PledgeEvent> = {
  type: 'AllocationReleased',
  data: {
    ...{ ...from, donor, kind: 'military' },
    ...{ amount: { from: { unknown: 'withheld' }, to: { amount: '0' } }, against: { from: '0', to: '0' } },
  },
};
const placed = (holdId: string, since: string, more: object = {}) => ({
  type: 'HoldPlaced',
  data: { donor, holdId, stages: ['dispatch', 'handOver'], from: since, ...more },
});
const lifted = (holdId: string, since: string, until: string) => ({
  type: 'HoldLifted',
  data: { donor, holdId, stages: ['dispatch', 'handOver'], from: since, until },
});

const planned: Past = { type: 'ConsignmentPlanned', data: plan, occurredAt: PLANNED };
const plannedWith = (first: object, second: object = {}): Past => ({
  type: 'ConsignmentPlanned',
  data: {
    ...plan,
    manifest: [
      { ...guns, ...first },
      { ...shells, ...second },
    ],
  },
  occurredAt: PLANNED,
});
const dispatched: Past = { type: 'ConsignmentDispatched', data: { ...of, lines: all }, occurredAt: DISPATCHED };
const arrived = (counts = all): Past => ({ type: 'ArrivedAtHub', data: { ...of, counts }, occurredAt: ARRIVED });
const handedOver: Past = {
  type: 'HandedOver',
  data: { ...of, recipient: 'UKR', lines: all },
  occurredAt: HANDED,
};
const received: Past = { type: 'ReceiptConfirmed', data: { ...of, recipient: 'UKR', lines: all }, occurredAt: T(8) };
const cancelled: Past = {
  type: 'ConsignmentCancelled',
  data: { ...of, reason: 'bridge closed', allocations: [from] },
  occurredAt: T(3),
};
const short: Past = {
  type: 'DiscrepancyFound',
  data: {
    ...{ ...of, discrepancyId: 'atHub/1', stage: 'atHub', lineId: '1', item: 'howitzer', expected: '4', found: '3' },
  },
  occurredAt: ARRIVED,
};
const underway = [planned, dispatched];
const onTheWay = (...past: Past[]) => given(...past).and(Pledge, ...pledged([consigned()]));

describe('a consignment', () => {
  it('is planned out of its donor’s allocations', () =>
    given()
      .and(Pledge, ...pledged())
      .when('PlanConsignment', plan)
      .then({ type: 'ConsignmentPlanned', data: plan }));
  it('is planned by the coordinator too', () =>
    given()
      .and(Pledge, ...pledged())
      .when('PlanConsignment', plan, coordinator)
      .then({ type: 'ConsignmentPlanned', data: plan }));
  it('is planned by nobody else', () =>
    given().when('PlanConsignment', plan, { by: 'DEU' }).thenRejected('NotTheDonor', { donor }));
  it('is planned once (R34)', () => given(planned).when('PlanConsignment', plan).thenNothing());
  it('is not planned otherwise under the same name', () =>
    given(planned)
      .when('PlanConsignment', { ...plan, route: 'by rail' })
      .thenRejected('ConsignmentExists', { consignmentId }));
  it('is not planned again under the same name once it was cancelled', () =>
    given(planned, cancelled).when('PlanConsignment', plan).thenRejected('ConsignmentExists', { consignmentId }));
  it('takes from pledges that were made', () =>
    given().when('PlanConsignment', plan).thenRejected('NoSuchPledge', { pledgeId: 'pda' }));
  it('takes from no other donor’s pledge', () =>
    given()
      .and(Pledge, ...pledged())
      .when('PlanConsignment', { ...plan, donor: 'DEU' }, { by: 'DEU' })
      .thenRejected('OtherDonor', { pledgeId: 'pda', donor }));
  it('takes from allocations that there are', () =>
    given()
      .and(Pledge, ...pledged())
      .when('PlanConsignment', { ...plan, manifest: [{ ...guns, allocationId: 'b' }] })
      .thenRejected('NoSuchAllocation', { allocationId: 'b' }));
  it('takes from open allocations', () =>
    given()
      .and(Pledge, ...pledged([released]))
      .when('PlanConsignment', plan)
      .thenRejected('AllocationNotOpen', { status: 'released' }));
  it('is of something that was planned', () =>
    given().when('HandOver', { consignmentId }).thenRejected('NoSuchConsignment', { consignmentId }));
});

describe('what a consignment carries (R12)', () => {
  const more = { ...plan, manifest: [{ ...guns, quantity: '6' }] };

  it('is no more than is allocated', () =>
    given()
      .and(Pledge, ...pledged())
      .when('PlanConsignment', more)
      .thenRejected('QuantityExceeds', { item: 'howitzer', consigned: '6', allowed: '5', allocated: '5' }));
  it('is no more than other consignments leave of it', () =>
    given()
      .and(Pledge, ...pledged([consigned('another', '2', '0')]))
      .when('PlanConsignment', plan)
      .thenRejected('QuantityExceeds', { item: 'howitzer', consigned: '4', allowed: '3', allocated: '5' }));
  it('is the sum of its lines', () =>
    given()
      .and(Pledge, ...pledged())
      .when('PlanConsignment', { ...plan, manifest: [guns, { ...guns, lineId: '2' }] })
      .thenRejected('QuantityExceeds', { item: 'howitzer', consigned: '8', allowed: '5', allocated: '5' }));
  it('is dispatched once it is set apart in the allocation', () =>
    onTheWay(planned)
      .when('DispatchConsignment', { consignmentId }, { occurredAt: DISPATCHED })
      .then({
        type: 'ConsignmentDispatched',
        data: { ...of, lines: all },
      }));
  it('is not dispatched before, so that no two consignments take the same goods', () =>
    given(planned)
      .and(Pledge, ...pledged([consigned('another', '5', '100')]))
      .when('DispatchConsignment', { consignmentId })
      .thenRejected('NotConsigned', { ...from, consignmentId, item: 'howitzer' }));
  it('is not dispatched out of an allocation that ended', () =>
    given(planned)
      .and(Pledge, ...pledged([consigned(), released]))
      .when('DispatchConsignment', { consignmentId })
      .thenRejected('AllocationNotOpen', { allocationId: 'a', status: 'released' }));
  it('may be dispatched in part', () =>
    onTheWay(planned)
      .when('DispatchConsignment', { consignmentId, lines: [{ lineId: '1', quantity: '3' }] })
      .then({ type: 'ConsignmentDispatched', data: { ...of, lines: [moved(guns, '3'), moved(shells, '100')] } }));
  it('is not dispatched beyond the plan', () =>
    onTheWay(planned)
      .when('DispatchConsignment', { consignmentId, lines: [{ lineId: '1', quantity: '5' }] })
      .thenRejected('QuantityExceeds', { lineId: '1', item: 'howitzer', asked: '5', allowed: '4' }));
  it('is something', () =>
    onTheWay(planned)
      .when('DispatchConsignment', {
        consignmentId,
        lines: [
          { lineId: '1', quantity: '0' },
          { lineId: '2', quantity: '0.0' },
        ],
      })
      .thenRejected('NothingToMove', {}));
  it('is on the manifest', () =>
    onTheWay(planned)
      .when('DispatchConsignment', { consignmentId, lines: [{ lineId: '3', quantity: '5' }] })
      .thenRejected('NoSuchLine', { lineId: '3' }));
  it('is handed over, all that there is', () =>
    onTheWay(...underway)
      .when('HandOver', { consignmentId })
      .then({ type: 'HandedOver', data: { ...of, recipient: 'UKR', lines: all } }));
  it('is handed over no further than it was dispatched and not lost', () =>
    onTheWay(...underway, {
      type: 'LossReported',
      data: { ...of, lines: [moved(guns, '1'), moved(shells, '0')], reason: 'fire', complete: false },
      occurredAt: T(3),
    })
      .when('HandOver', { consignmentId, lines: [{ lineId: '1', quantity: '4' }] })
      .thenRejected('QuantityExceeds', { lineId: '1', item: 'howitzer', asked: '4', allowed: '3' }));
  it('is handed over no further than it was found at the hub', () =>
    onTheWay(...underway, arrived([moved(guns, '3')]), short)
      .when('HandOver', { consignmentId, lines: [{ lineId: '1', quantity: '4' }] })
      .thenRejected('QuantityExceeds', { lineId: '1', item: 'howitzer', asked: '4', allowed: '3' }));
  it('is handed over as far as was settled', () =>
    onTheWay(...underway, arrived([moved(guns, '3')]), short, {
      type: 'DiscrepancyResolved',
      data: {
        ...of,
        discrepancyId: 'atHub/1',
        stage: 'atHub',
        lineId: '1',
        item: 'howitzer',
        from: '3',
        to: '4',
        reason: 'recounted',
      },
    })
      .when('HandOver', { consignmentId })
      .then({ type: 'HandedOver', data: { ...of, recipient: 'UKR', lines: all } }));
  it('that stays behind opens a discrepancy', () =>
    onTheWay(...underway)
      .when('HandOver', { consignmentId, lines: [{ lineId: '1', quantity: '3' }] })
      .then(
        { type: 'HandedOver', data: { ...of, recipient: 'UKR', lines: [moved(guns, '3'), moved(shells, '100')] } },
        {
          type: 'DiscrepancyFound',
          data: {
            ...{ ...of, discrepancyId: 'handedOver/1', stage: 'handedOver', lineId: '1', item: 'howitzer' },
            ...{ expected: '4', found: '3' },
          },
        },
      ));
  it('is not handed over out of an allocation that ended', () =>
    given(...underway)
      .and(Pledge, ...pledged([consigned(), released]))
      .when('HandOver', { consignmentId })
      .thenRejected('AllocationNotOpen', { allocationId: 'a', status: 'released' }));
});

describe('a count that differs from the manifest (R12)', () => {
  it('opens a discrepancy and is never clipped, be it short or over', () =>
    given(...underway)
      .when('ReceiveAtHub', {
        consignmentId,
        counts: [
          { lineId: '1', quantity: '3' },
          { lineId: '2', quantity: '120' },
        ],
        unlisted: [{ item: 'tent', quantity: '2' }],
      })
      .then(
        {
          type: 'ArrivedAtHub',
          data: {
            ...{ ...of, counts: [moved(guns, '3'), moved(shells, '120')] },
            unlisted: [{ item: 'tent', quantity: '2' }],
          },
        },
        { type: 'DiscrepancyFound', data: short.data },
        {
          type: 'DiscrepancyFound',
          data: {
            ...{ ...of, discrepancyId: 'atHub/2', stage: 'atHub', lineId: '2', item: 'shell' },
            ...{ expected: '100', found: '120' },
          },
        },
        {
          type: 'DiscrepancyFound',
          data: {
            ...{ ...of, discrepancyId: 'atHub/unlisted/0', stage: 'atHub', item: 'tent', expected: '0', found: '2' },
          },
        },
      ));
  it('is no difference where the loss was reported', () =>
    given(...underway, {
      type: 'LossReported',
      data: { ...of, lines: [moved(guns, '1'), moved(shells, '0')], reason: 'fire', complete: false },
      occurredAt: T(3),
    })
      .when('ReceiveAtHub', { consignmentId, counts: [{ lineId: '1', quantity: '3' }] })
      .then({ type: 'ArrivedAtHub', data: { ...of, counts: [moved(guns, '3')] } }));
  it('is taken once (R34)', () =>
    given(...underway, arrived())
      .when('ReceiveAtHub', { consignmentId, counts: [{ lineId: '1', quantity: '4' }] })
      .thenNothing());
  it('is settled, with a reason', () =>
    given(...underway, arrived([moved(guns, '3')]), short)
      .when('ResolveDiscrepancy', { consignmentId, discrepancyId: 'atHub/1', quantity: '4', reason: 'recounted' })
      .then({
        type: 'DiscrepancyResolved',
        data: {
          ...{ ...of, discrepancyId: 'atHub/1', stage: 'atHub', lineId: '1', item: 'howitzer' },
          ...{ from: '3', to: '4', reason: 'recounted' },
        },
      }));
  const settled: Past = {
    type: 'DiscrepancyResolved',
    data: {
      ...of,
      discrepancyId: 'atHub/1',
      stage: 'atHub',
      lineId: '1',
      item: 'howitzer',
      from: '3',
      to: '4',
      reason: 'recounted',
    },
  };
  it('is settled once (R34)', () =>
    given(...underway, arrived([moved(guns, '3')]), short, settled)
      .when('ResolveDiscrepancy', { consignmentId, discrepancyId: 'atHub/1', quantity: '4', reason: 'recounted' })
      .thenNothing());
  it('is not settled twice', () =>
    given(...underway, arrived([moved(guns, '3')]), short, settled)
      .when('ResolveDiscrepancy', { consignmentId, discrepancyId: 'atHub/1', quantity: '3', reason: 'so be it' })
      .thenRejected('AlreadyResolved', { quantity: '4' }));
  it('is settled where there is one', () =>
    given(...underway)
      .when('ResolveDiscrepancy', { consignmentId, discrepancyId: 'atHub/1', quantity: '4', reason: 'recounted' })
      .thenRejected('NoSuchDiscrepancy', { discrepancyId: 'atHub/1' }));
});

describe('the stages of a consignment (R13)', () => {
  it('begin with being ready', () =>
    given(planned).when('ReadyConsignment', { consignmentId }).then({ type: 'ConsignmentReady', data: of }));
  it('are each come to once (R34)', async () => {
    await given(planned, { type: 'ConsignmentReady', data: of })
      .when('ReadyConsignment', { consignmentId })
      .thenNothing();
    await onTheWay(...underway)
      .when('DispatchConsignment', { consignmentId })
      .thenNothing();
    await onTheWay(...underway, arrived(), handedOver)
      .when('HandOver', { consignmentId })
      .thenNothing();
    await given(...underway, handedOver, received)
      .when('ConfirmReceipt', { consignmentId }, recipient)
      .thenNothing();
  });
  it('only go forward', async () => {
    await given(...underway)
      .when('ReadyConsignment', { consignmentId })
      .thenRejected('WrongStage', { stage: 'dispatched', since: DISPATCHED });
    await onTheWay(...underway, handedOver)
      .when('DispatchConsignment', { consignmentId, lines: [{ lineId: '1', quantity: '1' }] })
      .thenRejected('WrongStage', { stage: 'handedOver', since: HANDED });
    await given(...underway, handedOver)
      .when('ReceiveAtHub', { consignmentId })
      .thenRejected('WrongStage', { stage: 'handedOver', since: HANDED });
    await given(planned)
      .when('HandOver', { consignmentId })
      .thenRejected('WrongStage', { stage: 'planned', since: PLANNED });
    await given(...underway)
      .when('ConfirmReceipt', { consignmentId }, recipient)
      .thenRejected('WrongStage', { stage: 'dispatched', since: DISPATCHED });
  });
  it('only go forward in the world’s time too', () =>
    onTheWay(...underway)
      .when('HandOver', { consignmentId }, { occurredAt: PLANNED })
      .thenRejected('WrongStage', { stage: 'dispatched', since: DISPATCHED }));
  it('are moved by the donor or the coordinator', async () => {
    for (const type of ['ReadyConsignment', 'DispatchConsignment', 'ReceiveAtHub', 'HandOver'] as const)
      await given(...underway)
        .when(type, { consignmentId }, { by: 'UKR' })
        .thenRejected('NotTheDonor', { donor });
  });
  it('end where it is cancelled', () =>
    given(planned)
      .when('CancelConsignment', { consignmentId, reason: 'bridge closed' })
      .then({ type: 'ConsignmentCancelled', data: cancelled.data }));
  it('end once (R34)', () =>
    given(planned, cancelled).when('CancelConsignment', { consignmentId, reason: 'bridge closed' }).thenNothing());
  it('do not go on after that', () =>
    given(planned, cancelled)
      .when('DispatchConsignment', { consignmentId })
      .thenRejected('WrongStage', { stage: 'cancelled', since: T(3) }));
  it('are not cancelled once it is handed over', () =>
    given(...underway, handedOver)
      .when('CancelConsignment', { consignmentId, reason: 'too late' })
      .thenRejected('WrongStage', { stage: 'handedOver', since: HANDED }));
});

describe('a loss', () => {
  const lost = (howitzers: string, rounds: string, complete: boolean): Past => ({
    type: 'LossReported',
    data: { ...of, lines: [moved(guns, howitzers), moved(shells, rounds)], reason: 'fire', complete },
  });

  it('is stated in total', () =>
    given(...underway)
      .when('ReportLoss', { consignmentId, lines: [{ lineId: '1', quantity: '1' }], reason: 'fire' })
      .then(lost('1', '0', false)));
  it('is everything if it is not said', () =>
    given(...underway)
      .when('ReportLoss', { consignmentId, reason: 'fire' })
      .then(lost('4', '100', true)));
  it('is stated once (R34)', () =>
    given(...underway, lost('1', '0', false))
      .when('ReportLoss', { consignmentId, lines: [{ lineId: '1', quantity: '1' }], reason: 'fire' })
      .thenNothing());
  it('is no more than was dispatched (R12)', () =>
    given(...underway)
      .when('ReportLoss', { consignmentId, lines: [{ lineId: '1', quantity: '5' }], reason: 'fire' })
      .thenRejected('QuantityExceeds', { lineId: '1', item: 'howitzer', lost: '5', allowed: '4' }));
  it('of everything leaves nothing to hand over', () =>
    onTheWay(...underway, { ...lost('4', '100', true), occurredAt: T(3) })
      .when('HandOver', { consignmentId })
      .thenRejected('NothingToMove', {}));
  it('happens on the way', () =>
    given(planned)
      .when('ReportLoss', { consignmentId, reason: 'fire' })
      .thenRejected('WrongStage', { stage: 'planned', since: PLANNED }));
});

describe('a receipt', () => {
  const after = [...underway, handedOver];

  it('is confirmed by the recipient', () =>
    given(...after)
      .when('ConfirmReceipt', { consignmentId }, recipient)
      .then({ type: 'ReceiptConfirmed', data: received.data }));
  it('is confirmed by nobody else', () =>
    given(...after)
      .when('ConfirmReceipt', { consignmentId }, { by: 'POL', roles: ['recipient'] })
      .thenRejected('NotTheRecipient', { recipient: 'UKR' }));
  it('that differs opens a discrepancy (R12)', () =>
    given(...after)
      .when('ConfirmReceipt', { consignmentId, lines: [{ lineId: '2', quantity: '101' }] }, recipient)
      .then(
        {
          type: 'ReceiptConfirmed',
          data: { ...of, recipient: 'UKR', lines: [moved(guns, '4'), moved(shells, '101')] },
        },
        {
          type: 'DiscrepancyFound',
          data: {
            ...{ ...of, discrepancyId: 'received/2', stage: 'received', lineId: '2', item: 'shell' },
            ...{ expected: '100', found: '101' },
          },
        },
      ));
  it('is disputed by the recipient, and confirmed after that', async () => {
    const disputed: Past = { type: 'ReceiptDisputed', data: { ...of, recipient: 'UKR', reason: 'nothing came' } };
    await given(...after)
      .when('DisputeReceipt', { consignmentId, reason: 'nothing came' }, recipient)
      .then(disputed);
    await given(...after, disputed)
      .when('DisputeReceipt', { consignmentId, reason: 'nothing came' }, recipient)
      .thenNothing();
    await given(...after, disputed)
      .when('ConfirmReceipt', { consignmentId }, recipient)
      .then({ type: 'ReceiptConfirmed', data: received.data });
  });
  it('is disputed by nobody else', () =>
    given(...after)
      .when('DisputeReceipt', { consignmentId, reason: 'nothing came' })
      .thenRejected('NotTheRecipient', { recipient: 'UKR' }));
});

describe('the consent of the nation of origin (R15)', () => {
  const swiss = plannedWith({}, { origin: 'CHE' });
  const granted: Past = {
    type: 'ConsentGranted',
    data: { ...of, nation: 'CHE', items: ['shell'], document: 'SECO 17' },
    occurredAt: T(1),
  };
  const refused: Past = {
    type: 'ConsentRefused',
    data: { ...of, nation: 'CHE', items: ['shell'], reason: 'neutrality' },
    occurredAt: T(1),
  };

  it('is given by that nation', () =>
    given(swiss)
      .when('GrantConsent', { consignmentId, document: 'SECO 17' }, { by: 'CHE' })
      .then({ type: 'ConsentGranted', data: granted.data }));
  it('is given by no other', () =>
    given(swiss)
      .when('GrantConsent', { consignmentId })
      .thenRejected('NotTheOrigin', { origins: ['CHE'] }));
  it('is given once (R34)', () =>
    given(swiss, granted).when('GrantConsent', { consignmentId, document: 'SECO 17' }, { by: 'CHE' }).thenNothing());
  it('may be refused, once', async () => {
    await given(swiss)
      .when('RefuseConsent', { consignmentId, reason: 'neutrality' }, { by: 'CHE' })
      .then({ type: 'ConsentRefused', data: refused.data });
    await given(swiss, refused)
      .when('RefuseConsent', { consignmentId, reason: 'neutrality' }, { by: 'CHE' })
      .thenNothing();
  });
  it('is needed before dispatch', async () => {
    await onTheWay(swiss)
      .when('DispatchConsignment', { consignmentId })
      .thenRejected('ConsentMissing', { nations: ['CHE'] });
    await onTheWay(swiss, granted, refused)
      .when('DispatchConsignment', { consignmentId })
      .thenRejected('ConsentMissing', { nations: ['CHE'] });
    await onTheWay(swiss, refused, granted)
      .when('DispatchConsignment', { consignmentId })
      .then({ type: 'ConsignmentDispatched', data: { ...of, lines: all } });
  });
  it('counts from when it was given', () =>
    onTheWay(swiss, { ...granted, occurredAt: T(5) })
      .when('DispatchConsignment', { consignmentId }, { occurredAt: DISPATCHED })
      .thenRejected('ConsentMissing', { nations: ['CHE'] }));
  it('is not needed of the donor itself', () =>
    onTheWay(plannedWith({ origin: donor }))
      .when('DispatchConsignment', { consignmentId })
      .then({ type: 'ConsignmentDispatched', data: { ...of, lines: all } }));
  it('is not changed once the goods are on their way', () =>
    given(swiss, granted, dispatched)
      .when('RefuseConsent', { consignmentId, reason: 'neutrality' }, { by: 'CHE' })
      .thenRejected('WrongStage', { stage: 'dispatched', since: DISPATCHED }));
});

describe('the serial inventory (R16)', () => {
  const monitored = plannedWith({ monitored: true });
  const numbers = (lineId: string, ...serials: string[]) => ({ lineId, serials });
  const recorded = (...serials: string[]): Past => ({
    type: 'SerialsRecorded',
    data: { ...of, lines: [{ lineId: '1', item: 'howitzer', serials }] },
    occurredAt: T(1),
  });

  it('is recorded', () =>
    given(monitored)
      .when('RecordSerials', { consignmentId, lines: [numbers('1', 'A1', 'A2')] })
      .then({ type: 'SerialsRecorded', data: recorded('A1', 'A2').data } as Past));
  it('takes what is new', () =>
    given(monitored, recorded('A1', 'A2'))
      .when('RecordSerials', { consignmentId, lines: [numbers('1', 'A2', 'A3')] })
      .then({ type: 'SerialsRecorded', data: recorded('A3').data } as Past));
  it('takes a number once (R34)', () =>
    given(monitored, recorded('A1', 'A2'))
      .when('RecordSerials', { consignmentId, lines: [numbers('1', 'A2', 'A1')] })
      .thenNothing());
  it('holds a number of an item once, whatever the line', () =>
    given(plannedWith({ monitored: true }, { item: 'howitzer', monitored: true }), recorded('A1'))
      .when('RecordSerials', { consignmentId, lines: [numbers('2', 'A1')] })
      .thenRejected('SerialDuplicate', { serial: 'A1', item: 'howitzer', lineId: '1' }));
  it('tells the same number of two items apart', () =>
    given(monitored, recorded('A1'))
      .when('RecordSerials', { consignmentId, lines: [numbers('2', 'A1')] })
      .then({ type: 'SerialsRecorded', data: { ...of, lines: [{ lineId: '2', item: 'shell', serials: ['A1'] }] } }));
  it('holds no more numbers than there are goods', () =>
    given(monitored, recorded('A1', 'A2', 'A3'))
      .when('RecordSerials', { consignmentId, lines: [numbers('1', 'A4', 'A5')] })
      .thenRejected('QuantityExceeds', { lineId: '1', item: 'howitzer', serials: '5', allowed: '4' }));
  it('is corrected, with a reason', async () => {
    const strike = { consignmentId, lines: [numbers('1', 'A1')], reason: 'misread' };
    const struck: Past = {
      type: 'SerialsStruck',
      data: { ...of, lines: [{ lineId: '1', item: 'howitzer', serials: ['A1'] }], reason: 'misread' },
    };
    await given(monitored, recorded('A1')).when('StrikeSerials', strike).then(struck);
    await given(monitored, recorded('A1'), struck).when('StrikeSerials', strike).thenNothing();
    await given(monitored, dispatched, handedOver, recorded('A1'))
      .when('StrikeSerials', strike)
      .thenRejected('WrongStage', { stage: 'handedOver', since: HANDED });
  });
  it('is complete before hand-over of what is monitored', async () => {
    await onTheWay(monitored, dispatched, recorded('A1', 'A2', 'A3'))
      .when('HandOver', { consignmentId })
      .thenRejected('SerialsMissing', { lineId: '1', item: 'howitzer', recorded: '3', needed: '4' });
    await onTheWay(monitored, dispatched, recorded('A1', 'A2', 'A3', 'A4'))
      .when('HandOver', { consignmentId })
      .then({ type: 'HandedOver', data: { ...of, recipient: 'UKR', lines: all } });
  });
});

describe('the day of a consignment at a hub (R17)', () => {
  const viaHub = { ...plan, hubId: 'rzeszow' };
  const opened = { type: 'HubOpened', data: { hubId: 'rzeszow', name: 'POLLOG', host: 'POL', capacityPerDay: 9 } };
  const booked = { type: 'SlotBooked', data: { hubId: 'rzeszow', consignmentId, day: '2025-03-04', party: donor } };
  const plannedThere: Past = {
    type: 'ConsignmentPlanned',
    data: { ...viaHub, day: '2025-03-04' },
    occurredAt: PLANNED,
  };

  it('is booked before it is planned', async () => {
    await given()
      .and(Pledge, ...pledged())
      .and(Hub, opened, booked)
      .when('PlanConsignment', viaHub)
      .then({ type: 'ConsignmentPlanned', data: plannedThere.data });
    await given()
      .and(Pledge, ...pledged())
      .and(Hub, opened)
      .when('PlanConsignment', viaHub)
      .thenRejected('NoSlot', { hubId: 'rzeszow', consignmentId });
  });
  it('is at a hub that there is', () =>
    given()
      .and(Pledge, ...pledged())
      .when('PlanConsignment', viaHub)
      .thenRejected('NoSuchHub', { hubId: 'rzeszow' }));
  const move = (day?: string, hubId = 'rzeszow') => ({ consignmentId, hubId, ...(day && { day }) });
  const rescheduled = (from?: string, to?: string, occurredAt?: string): Past => ({
    type: 'ConsignmentRescheduled',
    data: { ...of, hubId: 'rzeszow', ...(from && { from }), ...(to && { to }) },
    ...(occurredAt && { occurredAt }),
  });
  it('is the one that it has there now, or none', async () => {
    await given(plannedThere)
      .when('RescheduleConsignment', move('2025-03-07'))
      .then(rescheduled('2025-03-04', '2025-03-07'));
    await given(plannedThere, rescheduled('2025-03-04', '2025-03-07'))
      .when('RescheduleConsignment', move())
      .then(rescheduled('2025-03-07'));
    await given(plannedThere)
      .when('RescheduleConsignment', move('2025-03-07'), { occurredAt: '2025-02-28T09:00:00.000Z' })
      .then(rescheduled('2025-03-04', '2025-03-07', PLANNED));
  });
  it('is noted once (R34)', async () => {
    await given(plannedThere).when('RescheduleConsignment', move('2025-03-04')).thenNothing();
    await given(plannedThere, rescheduled('2025-03-04')).when('RescheduleConsignment', move()).thenNothing();
  });
  it('is nothing to a consignment that is not planned, goes elsewhere, or does not come', async () => {
    await given().when('RescheduleConsignment', move('2025-03-04')).thenNothing();
    await given(plannedThere).when('RescheduleConsignment', move('2025-03-07', 'kosice')).thenNothing();
    await given(plannedThere, cancelled).when('RescheduleConsignment', move('2025-03-07')).thenNothing();
    await given(plannedThere, dispatched, {
      type: 'LossReported',
      data: { ...of, lines: all, reason: 'fire', complete: true, hubId: 'rzeszow' },
    })
      .when('RescheduleConsignment', move())
      .thenNothing();
  });
  it('is needed no more where it is cancelled before', () =>
    given(plannedThere)
      .when('CancelConsignment', { consignmentId, reason: 'bridge closed' })
      .then({ type: 'ConsignmentCancelled', data: { ...cancelled.data, hubId: 'rzeszow' } }));
  it('was needed where it came to the hub', () =>
    given(plannedThere, dispatched, arrived())
      .when('CancelConsignment', { consignmentId, reason: 'bridge closed' })
      .then({ type: 'ConsignmentCancelled', data: cancelled.data }));
  it('is needed no more where everything was lost before', () =>
    given(plannedThere, dispatched)
      .when('ReportLoss', { consignmentId, reason: 'fire' })
      .then({
        type: 'LossReported',
        data: { ...of, lines: all, reason: 'fire', complete: true, hubId: 'rzeszow' },
      }));
});

describe('a hold on a consignment (R14)', () => {
  const FROM = T(3);
  const UNTIL = T(11);
  const held = (since = FROM): Past => ({
    type: 'ConsignmentHeld',
    data: { ...of, holdId: 'pause', from: FROM, stages: ['dispatch', 'handOver'] },
    occurredAt: since,
  });
  const freed: Past = {
    type: 'ConsignmentFreed',
    data: { ...of, holdId: 'pause', from: FROM, until: UNTIL },
    occurredAt: UNTIL,
  };
  const which = { consignmentId, holdId: 'pause' };
  const policy = { roles: ['policy'] };

  it('stops dispatch and hand-over while it is in force, before anybody noted it', async () => {
    await onTheWay(planned)
      .and(Hold, placed('pause', FROM))
      .when('DispatchConsignment', { consignmentId })
      .thenRejected('UnderHold', { holdId: 'pause', from: FROM, items: undefined });
    await onTheWay(...underway)
      .and(Hold, placed('pause', FROM))
      .when('HandOver', { consignmentId })
      .thenRejected('UnderHold', { holdId: 'pause', from: FROM, items: undefined });
  });
  it('stops nothing before it begins, nor once it is lifted', async () => {
    await onTheWay(planned)
      .and(Hold, placed('pause', FROM))
      .when('DispatchConsignment', { consignmentId }, { occurredAt: DISPATCHED })
      .then({ type: 'ConsignmentDispatched', data: { ...of, lines: all } });
    await onTheWay(...underway)
      .and(Hold, placed('pause', FROM), lifted('pause', FROM, UNTIL))
      .when('HandOver', { consignmentId }, { occurredAt: UNTIL })
      .then({ type: 'HandedOver', data: { ...of, recipient: 'UKR', lines: all } });
  });
  it('stops what it is about, by item or category, at the stages that it names', async () => {
    await onTheWay(planned)
      .and(Hold, placed('pause', FROM, { items: ['ammunition'] }))
      .when('DispatchConsignment', { consignmentId })
      .thenRejected('UnderHold', { holdId: 'pause', from: FROM, items: ['ammunition'] });
    await onTheWay(planned)
      .and(Hold, placed('pause', FROM, { items: ['Patriot'] }))
      .when('DispatchConsignment', { consignmentId })
      .then({ type: 'ConsignmentDispatched', data: { ...of, lines: all } });
    await onTheWay(planned)
      .and(Hold, placed('pause', FROM, { stages: ['handOver'] }))
      .when('DispatchConsignment', { consignmentId })
      .then({ type: 'ConsignmentDispatched', data: { ...of, lines: all } });
  });
  it('of another donor stops nothing', () =>
    onTheWay(planned)
      .and(Hold, { type: 'HoldPlaced', data: { donor: 'DEU', holdId: 'pause', stages: ['dispatch'], from: FROM } })
      .when('DispatchConsignment', { consignmentId })
      .then({ type: 'ConsignmentDispatched', data: { ...of, lines: all } }));
  it('is noted, from its beginning on', () =>
    given(...underway, arrived())
      .and(Hold, placed('pause', FROM))
      .when('HoldConsignment', which, policy)
      .then(held()));
  it('is noted once (R34)', () =>
    given(...underway, held())
      .and(Hold, placed('pause', FROM))
      .when('HoldConsignment', which, policy)
      .thenNothing());
  it('is noted with the plan where it is planned meanwhile', () =>
    given()
      .and(Pledge, ...pledged())
      .and(Hold, placed('pause', FROM), placed('old', T(1)), lifted('old', T(1), T(2)))
      .when('PlanConsignment', plan, { occurredAt: T(5) })
      .then({ type: 'ConsignmentPlanned', data: plan }, { type: 'ConsignmentHeld', data: held().data } as Past));
  it('is noted with its end where it was lifted before anybody noted it', () =>
    given(...underway)
      .and(Hold, placed('pause', FROM), lifted('pause', FROM, UNTIL))
      .when('HoldConsignment', which, policy)
      .then(held(), freed));
  it('frees it once it is lifted', () =>
    given(...underway, held())
      .and(Hold, placed('pause', FROM), lifted('pause', FROM, UNTIL))
      .when('FreeConsignment', which, policy)
      .then(freed));
  it('frees it once (R34)', () =>
    given(...underway, held(), freed)
      .and(Hold, placed('pause', FROM), lifted('pause', FROM, UNTIL))
      .when('FreeConsignment', which, policy)
      .thenNothing());
  it('does not free it before', () =>
    given(...underway, held())
      .and(Hold, placed('pause', FROM))
      .when('FreeConsignment', which, policy)
      .thenRejected('HoldStands', { holdId: 'pause', from: FROM }));
  it('is one that was placed', () =>
    given(...underway)
      .when('HoldConsignment', which, policy)
      .thenRejected('NoSuchHold', { donor, holdId: 'pause' }));
  it('never touches what was handed over the day before', () =>
    given(...underway, { ...handedOver, occurredAt: DISPATCHED })
      .and(Hold, placed('pause', FROM))
      .when('HoldConsignment', which, policy)
      .thenNothing());
  it('that is found out later flags what was handed over under it, and undoes nothing', async () => {
    const breached: Past = {
      type: 'HoldBreached',
      data: { ...of, holdId: 'pause', from: FROM, stage: 'handOver' },
      occurredAt: HANDED,
    };
    await given(...underway, handedOver)
      .and(Hold, placed('pause', FROM, { discovered: true }))
      .when('HoldConsignment', which, policy)
      .then(breached);
    await given(...underway, handedOver, breached)
      .and(Hold, placed('pause', FROM, { discovered: true }))
      .when('HoldConsignment', which, policy)
      .thenNothing();
  });
  it('holds what was dispatched under it, and flags that', () =>
    given(planned, { ...dispatched, occurredAt: T(5) })
      .and(Hold, placed('pause', FROM))
      .when('HoldConsignment', which, policy)
      .then(
        {
          type: 'HoldBreached',
          data: { ...of, holdId: 'pause', from: FROM, stage: 'dispatch' },
          occurredAt: T(5),
        },
        held(),
      ));
});

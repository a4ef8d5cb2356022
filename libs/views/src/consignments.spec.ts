import { specifyView } from '#testing';
import { consignments } from './consignments.js';

const given = specifyView(consignments);
const T = (day: number) => `2025-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const of = { consignmentId: 'c1', donor: 'USA' };
const from = { pledgeId: 'pda', allocationId: 'a' };
const guns = { lineId: '1', ...from, item: 'howitzer', quantity: '4' };
const shells = { lineId: '2', ...from, item: 'shell', category: 'ammunition', quantity: '100', origin: 'DEU' };
const moved = [guns, { lineId: '2', ...from, item: 'shell', quantity: '100' }];
const planned = {
  type: 'ConsignmentPlanned',
  data: {
    ...{ ...of, recipient: 'UKR', manifest: [guns, shells], route: 'by Rzeszów' },
    ...{ hubId: 'rzeszow', day: '2025-03-04' },
    mode: 'rail',
  },
  occurredAt: T(1),
} as const;
const granted = {
  type: 'ConsentGranted',
  data: { ...of, nation: 'DEU', items: ['shell'] },
  occurredAt: T(2),
} as const;
const dispatched = { type: 'ConsignmentDispatched', data: { ...of, lines: moved }, occurredAt: T(3) } as const;
const arrived = {
  type: 'ArrivedAtHub',
  data: { ...of, hubId: 'rzeszow', counts: [{ ...guns, quantity: '3' }] },
  occurredAt: T(4),
} as const;
const discrepancy = { ...of, discrepancyId: 'atHub/1', stage: 'atHub', lineId: '1', item: 'howitzer' } as const;
const found = {
  type: 'DiscrepancyFound',
  data: { ...discrepancy, expected: '4', found: '3' },
  occurredAt: T(4),
} as const;
const resolved = {
  type: 'DiscrepancyResolved',
  data: { ...discrepancy, from: '3', to: '4', reason: 'recounted' },
  occurredAt: T(5),
} as const;
const handedOver = {
  type: 'HandedOver',
  data: { ...of, recipient: 'UKR', lines: moved },
  occurredAt: T(6),
} as const;
const hold = { ...of, holdId: 'pause', from: T(3) };
const held = {
  type: 'ConsignmentHeld',
  data: { ...hold, stages: ['dispatch', 'handOver'] },
  occurredAt: T(3),
} as const;
const freed = { type: 'ConsignmentFreed', data: { ...hold, until: T(11) }, occurredAt: T(11) } as const;
const row = {
  ...{ donor: 'USA', recipient: 'UKR', held: false, heldBy: [], breached: [] },
  status: 'planned',
  ...{ pledges: ['pda'], allocations: ['pda/a'], items: ['howitzer', 'shell'], categories: ['ammunition'], lines: 2 },
  ...{ route: 'by Rzeszów', mode: 'rail', hub: 'rzeszow', day: '2025-03-04', consentAwaited: ['DEU'], serials: 0 },
  ...{ discrepancies: 0, unresolved: 0, lost: null, reason: null, disputed: null },
  ...{ plannedAt: T(1), dispatchedAt: null, atHubAt: null, handedOverAt: null, receivedAt: null, reported: false },
} as const;
const gone = { ...row, status: 'dispatched', consentAwaited: [], dispatchedAt: T(3) } as const;
const there = { ...gone, status: 'atHub', atHubAt: T(4) } as const;

describe('a consignment', () => {
  it('is shown with what it carries, and out of what', () => {
    given(planned).then('c1', row);
  });
  it('is shown at each stage that it comes to, and since when', () => {
    given(planned, { type: 'ConsignmentReady', data: of, occurredAt: T(2) }).then('c1', { ...row, status: 'ready' });
    given(planned, granted, dispatched).then('c1', gone);
    given(planned, granted, dispatched, arrived).then('c1', there);
    const over = { ...there, status: 'handedOver', handedOverAt: T(6) } as const;
    given(planned, granted, dispatched, arrived, handedOver).then('c1', over);
    given(planned, granted, dispatched, arrived, handedOver, {
      type: 'ReceiptConfirmed',
      data: { ...of, recipient: 'UKR', lines: moved },
      occurredAt: T(8),
    }).then('c1', { ...over, status: 'received', receivedAt: T(8) });
  });
  it('is shown with the reason for which it was called off', () => {
    given(planned, {
      type: 'ConsignmentCancelled',
      data: { ...of, reason: 'bridge closed', allocations: [from], hubId: 'rzeszow' },
      occurredAt: T(2),
    }).then('c1', { ...row, status: 'cancelled', reason: 'bridge closed', day: null });
  });
  it('waits again for the consent of a nation that refuses it', () => {
    given(planned, granted).then('c1', { ...row, consentAwaited: [] });
    given(planned, granted, {
      type: 'ConsentRefused',
      data: { ...of, nation: 'DEU', items: ['shell'], reason: 'an election' },
      occurredAt: T(3),
    }).then('c1', row);
  });
  it('counts its serial numbers', () => {
    const serials = (...numbers: string[]) => [{ lineId: '1', item: 'howitzer', serials: numbers }];
    const recorded = {
      type: 'SerialsRecorded',
      data: { ...of, lines: serials('A1', 'A2', 'A3') },
      occurredAt: T(2),
    } as const;
    given(planned, recorded).then('c1', { ...row, serials: 3 });
    given(planned, recorded, {
      type: 'SerialsStruck',
      data: { ...of, lines: serials('A2'), reason: 'misread' },
      occurredAt: T(3),
    }).then('c1', { ...row, serials: 2 });
  });
  it('counts its discrepancies, and those that nobody has settled', () => {
    const before = [planned, granted, dispatched, arrived, found] as const;
    given(...before).then('c1', { ...there, discrepancies: 1, unresolved: 1 });
    given(...before, resolved).then('c1', { ...there, discrepancies: 1, unresolved: 0 });
  });
  it('is shown as lost in part, or as a whole, or not after all', () => {
    const lost = (quantity: string, whole?: object) =>
      ({
        type: 'LossReported',
        data: { ...of, lines: [{ ...guns, quantity }], reason: 'a fire', complete: false, ...whole },
        occurredAt: T(5),
      }) as const;
    const before = [planned, granted, dispatched] as const;
    given(...before, lost('1')).then('c1', { ...gone, lost: 'part', reason: 'a fire' });
    given(...before, lost('4', { complete: true, hubId: 'rzeszow' })).then('c1', {
      ...gone,
      ...{ lost: 'whole', reason: 'a fire', day: null },
    });
    given(...before, lost('1'), lost('0')).then('c1', { ...gone, lost: null, reason: 'a fire' });
  });
  it('is shown as disputed until the receipt is confirmed', () => {
    const over = { ...gone, status: 'handedOver', handedOverAt: T(6) } as const;
    const disputed = {
      type: 'ReceiptDisputed',
      data: { ...of, recipient: 'UKR', reason: 'nothing came' },
      occurredAt: T(7),
    } as const;
    given(planned, granted, dispatched, handedOver, disputed).then('c1', { ...over, disputed: 'nothing came' });
    given(planned, granted, dispatched, handedOver, disputed, {
      type: 'ReceiptConfirmed',
      data: { ...of, recipient: 'UKR', lines: moved },
      occurredAt: T(8),
    }).then('c1', { ...over, status: 'received', receivedAt: T(8) });
  });
  it('is shown as held by the holds that stop it, until each is lifted', () => {
    const other = { ...held, data: { ...held.data, holdId: 'review' } };
    given(planned, held).then('c1', { ...row, held: true, heldBy: ['pause'] });
    given(planned, other, held).then('c1', { ...row, held: true, heldBy: ['pause', 'review'] });
    given(planned, other, held, freed).then('c1', { ...row, held: true, heldBy: ['review'] });
    given(planned, held, freed).then('c1', row);
  });
  it('is shown as moved under a hold that was not known of', () => {
    given(planned, granted, dispatched, {
      type: 'HoldBreached',
      data: { ...hold, stage: 'dispatch' },
      occurredAt: T(3),
    }).then('c1', { ...gone, breached: ['pause'] });
  });
  it('has the day at its hub that was booked last, or none', () => {
    const moved = {
      type: 'ConsignmentRescheduled',
      data: { ...of, hubId: 'rzeszow', from: '2025-03-04', to: '2025-03-07' },
      occurredAt: T(2),
    } as const;
    const freed = { ...moved, data: { ...of, hubId: 'rzeszow', from: '2025-03-07' }, occurredAt: T(3) };
    given(planned, moved).then('c1', { ...row, day: '2025-03-07' });
    given(planned, moved, freed).then('c1', { ...row, day: null });
  });
  it('is what its events say before it was planned, and as reported where a historian says them', () => {
    given({ ...dispatched, reported: true }).then('c1', {
      ...row,
      status: 'dispatched',
      ...{ recipient: null, pledges: [], allocations: [], items: [], categories: [], lines: 0 },
      ...{ route: null, mode: null, hub: null, day: null, consentAwaited: [] },
      ...{ plannedAt: null, dispatchedAt: T(3), reported: true },
    });
  });
});

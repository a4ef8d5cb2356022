import { specifyView } from '#testing';
import { consignmentLines } from './consignment-lines.js';

const given = specifyView(consignmentLines);
const T = (day: number) => `2025-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const of = { consignmentId: 'c1', donor: 'USA' };
const from = { pledgeId: 'pda', allocationId: 'a' };
const guns = { lineId: '1', ...from, item: 'howitzer', quantity: '4' };
const shells = {
  ...{ lineId: '2', ...from, item: 'shell', quantity: '100' },
  ...{ category: 'ammunition', unit: 'piece', origin: 'DEU', monitored: true },
};
const some = (quantity: string) => [{ ...guns, quantity }];
const planned = {
  type: 'ConsignmentPlanned',
  data: { ...of, recipient: 'UKR', manifest: [guns, shells] },
  occurredAt: T(1),
} as const;
const dispatched = { type: 'ConsignmentDispatched', data: { ...of, lines: some('4') }, occurredAt: T(2) } as const;
const arrived = { type: 'ArrivedAtHub', data: { ...of, counts: some('3') }, occurredAt: T(4) } as const;
const handedOver = {
  type: 'HandedOver',
  data: { ...of, recipient: 'UKR', lines: some('3') },
  occurredAt: T(6),
} as const;
const received = {
  type: 'ReceiptConfirmed',
  data: { ...of, recipient: 'UKR', lines: some('2') },
  occurredAt: T(7),
} as const;
const settled = (stage: 'atHub' | 'handedOver' | 'received', to: string) =>
  ({
    type: 'DiscrepancyResolved',
    data: {
      ...{ ...of, discrepancyId: `${stage}/1`, stage, lineId: '1', item: 'howitzer' },
      ...{ from: '3', to, reason: 'recounted' },
    },
    occurredAt: T(8),
  }) as const;
const row = {
  ...{ consignment: 'c1', line: '1', donor: 'USA', pledge: 'pda', allocation: 'a', item: 'howitzer' },
  ...{ category: null, unit: null, origin: null, monitored: false, planned: '4', dispatched: null, lost: null },
  ...{ atHub: null, handedOver: null, received: null, serials: 0 },
};

describe('a line of a consignment', () => {
  it('is shown with what was planned of it, out of which allocation', () => {
    given(planned).then('c1/1', row);
    given(planned).then('c1/2', {
      ...{ ...row, line: '2', item: 'shell', planned: '100' },
      ...{ category: 'ammunition', unit: 'piece', origin: 'DEU', monitored: true },
    });
  });
  it('is shown as far as it came', () => {
    given(planned, dispatched).then('c1/1', { ...row, dispatched: '4' });
    given(planned, dispatched, arrived).then('c1/1', { ...row, dispatched: '4', atHub: '3' });
    const over = { ...row, dispatched: '4', atHub: '3', handedOver: '3' };
    given(planned, dispatched, arrived, handedOver).then('c1/1', over);
    given(planned, dispatched, arrived, handedOver, received).then('c1/1', { ...over, received: '2' });
  });
  it('is shown with what is lost of it in total', () => {
    const lost = (quantity: string, day: number) =>
      ({
        type: 'LossReported',
        data: { ...of, lines: some(quantity), reason: 'a fire', complete: false },
        occurredAt: T(day),
      }) as const;
    given(planned, dispatched, lost('1', 3), lost('2', 4)).then('c1/1', { ...row, dispatched: '4', lost: '2' });
  });
  it('is shown with the count that was settled on, where one was counted', () => {
    given(planned, arrived, settled('atHub', '4')).then('c1/1', { ...row, atHub: '4' });
    given(planned, received, settled('received', '3')).then('c1/1', { ...row, received: '3' });
    given(planned, handedOver, settled('handedOver', '4')).then('c1/1', { ...row, handedOver: '3' });
  });
  it('counts its serial numbers', () => {
    const serials = (...numbers: string[]) => [{ lineId: '1', item: 'howitzer', serials: numbers }];
    const recorded = {
      type: 'SerialsRecorded',
      data: { ...of, lines: serials('A1', 'A2') },
      occurredAt: T(2),
    } as const;
    given(planned, recorded).then('c1/1', { ...row, serials: 2 });
    given(planned, recorded, {
      type: 'SerialsStruck',
      data: { ...of, lines: serials('A1'), reason: 'misread' },
      occurredAt: T(3),
    }).then('c1/1', { ...row, serials: 1 });
  });
  it('is what its events say before it was planned', () => {
    given(dispatched).then('c1/1', { ...row, pledge: null, allocation: null, planned: null, dispatched: '4' });
  });
});

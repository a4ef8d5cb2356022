import { specifyPolicy } from '#testing';
import { holdConsignments } from './hold-consignments.js';

const given = specifyPolicy(holdConsignments);
const T = (day: number) => `2025-03-${String(day).padStart(2, '0')}T09:00:00.000Z`;
const hold = { donor: 'USA', holdId: 'pause', stages: ['dispatch', 'handOver'] as const, from: T(3) };
const row = (key: string, more: object = {}) => ({
  ...{ key, donor: 'USA', items: ['howitzer', 'shell'], categories: ['ammunition'], heldBy: [], handedOverAt: null },
  ...more,
});
const asked = <Type extends string>(type: Type, consignmentId: string) => ({
  type,
  data: { consignmentId, holdId: 'pause' },
});

describe('a hold', () => {
  const placed = { type: 'HoldPlaced', data: hold } as const;
  it('is noted on each of its donor’s consignments', () => {
    given(placed)
      .reading('consignments', row('c1'), row('c2', { status: 'planned' }), row('c3', { donor: 'DEU' }))
      .then(asked('HoldConsignment', 'c1'), asked('HoldConsignment', 'c2'));
  });
  it('is noted on no consignment that was handed over before it began, and on one handed over under it', () => {
    given(placed)
      .reading('consignments', row('before', { handedOverAt: T(2) }), row('under', { handedOverAt: T(4) }))
      .then(asked('HoldConsignment', 'under'));
  });
  it('is noted on those with items or categories that it is about', () => {
    const drones = row('drones', { items: ['drone'], categories: [] });
    given({ type: 'HoldPlaced', data: { ...hold, items: ['howitzer'] } })
      .reading('consignments', row('c1'), drones)
      .then(asked('HoldConsignment', 'c1'));
    given({ type: 'HoldPlaced', data: { ...hold, items: ['ammunition'] } })
      .reading('consignments', row('c1'), drones)
      .then(asked('HoldConsignment', 'c1'));
  });
  it('that is lifted frees what it held, and nothing else', () => {
    given({ type: 'HoldLifted', data: { ...hold, until: T(11) } })
      .reading('consignments', row('c1', { heldBy: ['pause', 'review'] }), row('c2', { heldBy: ['review'] }), row('c3'))
      .then(asked('FreeConsignment', 'c1'));
  });
});

describe('a consignment planned while a hold is placed', () => {
  const guns = { lineId: '1', pledgeId: 'p', allocationId: 'a', item: 'howitzer', quantity: '4' };
  const manifest = [guns, { ...guns, lineId: '2', item: 'shell', category: 'ammunition' }];
  const planned = {
    type: 'ConsignmentPlanned',
    data: { consignmentId: 'c1', donor: 'USA', recipient: 'UKR', manifest },
  } as const;
  const standing = { donor: 'USA', hold: 'pause', status: 'placed', items: null };

  it('is held by each of its donor’s holds in force that is about it', () => {
    given(planned)
      .reading(
        'holds',
        { ...standing, key: 'USA/pause' },
        { ...standing, key: 'USA/drones', hold: 'drones', items: ['drone'] },
        { ...standing, key: 'USA/lifted', hold: 'lifted', status: 'lifted' },
        { ...standing, key: 'DEU/pause', donor: 'DEU' },
      )
      .then(asked('HoldConsignment', 'c1'));
    given(planned)
      .reading('holds', { ...standing, key: 'USA/pause', items: ['ammunition'] })
      .then(asked('HoldConsignment', 'c1'));
  });
});

describe('a consignment held while its hold is lifted', () => {
  const held = { type: 'ConsignmentHeld', data: { ...hold, consignmentId: 'c1' } } as const;
  const standing = { key: 'USA/pause', donor: 'USA', hold: 'pause', status: 'placed' };

  it('is freed', () => {
    given(held)
      .reading('holds', { ...standing, status: 'lifted' })
      .then(asked('FreeConsignment', 'c1'));
    given(held).reading('holds', standing).then();
  });
});

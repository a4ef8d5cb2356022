import { specify, type Told } from '#testing';
import { Hold, type HoldEvent } from './hold.js';

const FROM = '2025-03-03T18:00:00.000Z';
const UNTIL = '2025-03-11T18:00:00.000Z';
const NOW = '2025-03-12T09:00:00.000Z';
const donor = 'USA';
const given = specify(Hold, { by: donor, at: NOW });

type Past = Told<HoldEvent>;
const whole = { donor, holdId: 'pause', stages: ['dispatch' as const, 'handOver' as const] };
const placed: Past = { type: 'HoldPlaced', data: { ...whole, from: FROM }, occurredAt: FROM };
const lifted: Past = { type: 'HoldLifted', data: { ...whole, from: FROM, until: UNTIL }, occurredAt: UNTIL };
const place = { donor, holdId: 'pause' };

describe('a hold (R14)', () => {
  it('is placed by a donor on its own deliveries, from a time on', () =>
    given()
      .when('PlaceHold', place, { occurredAt: FROM })
      .then({ type: 'HoldPlaced', data: { ...whole, from: FROM } }));
  it('is of some items and of one step, and may have been found out', () =>
    given()
      .when(
        'PlaceHold',
        { ...place, items: ['Patriot'], stages: ['handOver'], discovered: true, reason: 'stocks' },
        { occurredAt: FROM },
      )
      .then({
        type: 'HoldPlaced',
        data: {
          ...{ donor, holdId: 'pause', items: ['Patriot'], stages: ['handOver'] },
          ...{ discovered: true, reason: 'stocks', from: FROM },
        },
      }));
  it('is placed on nobody else’s', () =>
    given().when('PlaceHold', place, { by: 'DEU' }).thenRejected('NotTheDonor', { donor }));
  it('is placed once (R34)', () => given(placed).when('PlaceHold', place).thenNothing());
  it('is not placed otherwise under the same name', () =>
    given(placed)
      .when('PlaceHold', { ...place, items: ['Patriot'] })
      .thenRejected('HoldExists', { holdId: 'pause', from: FROM, until: undefined }));
  it('is placed anew under another name', () =>
    given(placed, lifted)
      .when('PlaceHold', place)
      .thenRejected('HoldExists', { holdId: 'pause', from: FROM, until: UNTIL }));
  it('stands beside another', () =>
    given(placed)
      .when('PlaceHold', { ...place, holdId: 'review' }, { occurredAt: FROM })
      .then({ type: 'HoldPlaced', data: { ...whole, holdId: 'review', from: FROM } }));
  it('is lifted', () =>
    given(placed)
      .when('LiftHold', { donor, holdId: 'pause' }, { occurredAt: UNTIL })
      .then({ type: 'HoldLifted', data: lifted.data }));
  it('is lifted by its owner alone', () =>
    given(placed)
      .when('LiftHold', { donor, holdId: 'pause' }, { by: 'UKR' })
      .thenRejected('NotHoldOwner', { owner: donor }));
  it('is lifted once (R34)', () => given(placed, lifted).when('LiftHold', { donor, holdId: 'pause' }).thenNothing());
  it('is lifted after it has begun', () =>
    given(placed)
      .when('LiftHold', { donor, holdId: 'pause' }, { occurredAt: '2025-03-01T00:00:00.000Z' })
      .thenRejected('HoldNotBegun', { holdId: 'pause', from: FROM }));
  it('is lifted where there is one', () =>
    given().when('LiftHold', { donor, holdId: 'pause' }).thenRejected('NoSuchHold', { donor, holdId: 'pause' }));
});

import { specifyView, type Told } from '#testing';
import type { HoldLifted, HoldPlaced } from '#domain';
import { holds } from './holds.js';

const given = specifyView(holds);
const FROM = '2025-03-03T18:00:00.000Z';
const UNTIL = '2025-03-11T18:00:00.000Z';
const scope = { donor: 'USA', holdId: 'pause', stages: ['dispatch', 'handOver'] as const, from: FROM };
const placed: Told<HoldPlaced> = { type: 'HoldPlaced', data: { ...scope, reason: 'a review' }, occurredAt: FROM };
const lifted: Told<HoldLifted> = { type: 'HoldLifted', data: { ...scope, until: UNTIL }, occurredAt: UNTIL };
const row = {
  ...{ donor: 'USA', hold: 'pause', status: 'placed' as const, items: null, stages: ['dispatch', 'handOver'] },
  ...{ from: FROM, until: null, discovered: false, reported: false, reason: 'a review' },
};

describe('a hold', () => {
  it('stands from its time on', () => {
    given(placed).then('USA/pause', row);
  });
  it('of some items, that was found out and reported, says so', () => {
    given({ ...placed, data: { ...placed.data, items: ['Patriot'], discovered: true }, reported: true }).then(
      'USA/pause',
      { ...row, items: ['Patriot'], discovered: true, reported: true },
    );
  });
  it('is lifted', () => {
    given(placed, lifted).then('USA/pause', { ...row, status: 'lifted', until: UNTIL });
  });
  it('that was lifted is known without its beginning', () => {
    given(lifted).then('USA/pause', { ...row, status: 'lifted', until: UNTIL, reason: null });
  });
});

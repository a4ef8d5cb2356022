import { specifyView } from '#testing';
import { allocatedGoods } from './allocated-goods.js';

const given = specifyView(allocatedGoods);
const allocated = {
  type: 'PledgeAllocated' as const,
  data: {
    ...{ pledgeId: 'p', donor: 'DEU', kind: 'military' as const, allocationId: 'a', claims: [] },
    lines: [
      { item: 'tank', category: 'tanks', quantity: '3' },
      { item: 'A/B gun', quantity: '2', unit: 'piece' },
      { item: 'tank', quantity: '1.5' },
      { item: 'shell', quantityUnknown: 'withheld' as const },
      { item: 'training', quantityUnknown: 'notApplicable' as const },
    ],
  },
};
const row = { pledge: 'p', allocation: 'a', donor: 'DEU', category: null, unit: null, allocatedAtLeast: false };

describe('allocated goods', () => {
  it('are as much of an item as all its lines hold', () => {
    given(allocated).then('p/a/tank', { ...row, item: 'tank', category: 'tanks', allocated: '4.5' });
  });
  it('are of an item of whatever name', () => {
    given(allocated).then('p/a/A/B gun', { ...row, item: 'A/B gun', unit: 'piece', allocated: '2' });
  });
  it('are at least what is known', () => {
    given(allocated).then('p/a/shell', { ...row, item: 'shell', allocated: '0', allocatedAtLeast: true });
  });
  it('are none where they are not counted', () => {
    given(allocated).then('p/a/training', { ...row, item: 'training', allocated: '0' });
  });
});

import type { PledgeAllocated } from '#domain';
import { boolean, quantity, text, view } from '#eventsourcing';
import { moved } from './decimals.js';

type AllocatedGoodsRow = {
  readonly pledge: string;
  readonly allocation: string;
  readonly item: string;
  readonly donor: string;
  readonly category: string | null;
  readonly unit: string | null;
  readonly allocated: string;
  readonly allocatedAtLeast: boolean;
};

type Data = PledgeAllocated['data'];

const keyOf = ({ pledgeId, allocationId }: Data, item: string) => `${pledgeId}/${allocationId}/${item}`;

/**
 * The goods of allocations, by `pledge/allocation/item`: how much of an item was allocated, as far as it is known, with `allocatedAtLeast` where
 * it is not. Whether an allocation stands still is said by `allocations`.
 */
export const allocatedGoods = view<AllocatedGoodsRow, PledgeAllocated>('allocated-goods', {
  columns: {
    pledge: text('The pledge.'),
    allocation: text('The allocation of the pledge.'),
    item: text('What is allocated.'),
    donor: text('The party that gives it.', 'party'),
    category: text("The category of the item, in the source's words."),
    unit: text('What quantities are counted in.'),
    allocated: quantity('How much is allocated, as far as it is known.'),
    allocatedAtLeast: boolean('Whether how much is not known of a part of it.'),
  },
  key: ({ data }) => [...new Set(data.lines.map(({ item }) => keyOf(data, item)))],
  on: {
    PledgeAllocated: (_, { data }, key) => {
      const own = data.lines.filter(({ item }) => keyOf(data, item) === key);
      return {
        ...{ pledge: data.pledgeId, allocation: data.allocationId, item: key.slice(keyOf(data, '').length) },
        donor: data.donor,
        category: own.find(({ category }) => category !== undefined)?.category ?? null,
        unit: own.find(({ unit }) => unit !== undefined)?.unit ?? null,
        allocated: own.reduce((total, line) => moved(total, { from: '0', to: line.quantity ?? '0' }), '0'),
        allocatedAtLeast: own.some((line) => line.quantity === undefined && line.quantityUnknown !== 'notApplicable'),
      };
    },
  },
});

import type {
  ConditionMet,
  PledgeCommitted,
  PledgeDecreased,
  PledgeLinked,
  PledgeMade,
  PledgeMerged,
  PledgeRevalued,
  PledgeWithdrawn,
} from '#domain';
import { boolean, quantity, text, timestamp, view, type Recorded } from '#eventsourcing';
import { moved } from './decimals.js';

type PledgedGoodsRow = {
  readonly pledge: string;
  readonly item: string;
  readonly donor: string;
  readonly category: string | null;
  readonly unit: string | null;
  readonly pledged: string;
  readonly pledgedAtLeast: boolean;
  readonly committed: string;
  readonly since: string;
};

type Binding =
  PledgeCommitted | PledgeDecreased | PledgeWithdrawn | PledgeRevalued | PledgeLinked | PledgeMerged | ConditionMet;

const keyOf = (pledgeId: string, { item }: { readonly item: string }) => `${pledgeId}/${item}`;

/** The row after an event that moves what the donor is bound to; before it was made, nothing is known to be pledged. */
function bound(row: PledgedGoodsRow | undefined, { data, occurredAt }: Recorded<Binding>, key: string) {
  const { pledgeId: pledge, donor, goods = [] } = data;
  const one = goods.find((each) => keyOf(pledge, each) === key);
  const { item, unit = null, to: committed } = one ?? { item: key.slice(pledge.length + 1), to: '0' };
  return {
    pledged: '0',
    pledgedAtLeast: false,
    category: null,
    ...row,
    pledge,
    item,
    donor,
    unit: row?.unit ?? unit,
    committed,
    since: occurredAt,
  };
}

/**
 * The goods of pledges, by `pledge/item`: what of an item was pledged, as far as it is known, with `pledgedAtLeast` where it is not, and how much of it the donor is bound to since
 * when; none of it while a condition is not met, nor where the pledge draws on another (R9, R30).
 */
export const pledgedGoods = view<PledgedGoodsRow, PledgeMade | Binding>('pledged-goods', {
  columns: {
    pledge: text('The pledge.'),
    item: text('What is pledged.'),
    donor: text('The party that gives it.', 'party'),
    category: text("The category of the item, in the source's words."),
    unit: text('What quantities are counted in.'),
    pledged: quantity('How much is pledged, as far as it is known.'),
    pledgedAtLeast: boolean('Whether how much is not known of a part of it.'),
    committed: quantity('How much of it the donor is bound to.'),
    since: timestamp('Since when it is so.'),
  },
  key: ({ type, data }) => {
    const named = type === 'PledgeMade' ? (data as PledgeMade['data']).lines : ((data as Binding['data']).goods ?? []);
    return [...new Set(named.map((one) => keyOf(data.pledgeId, one)))];
  },
  on: {
    PledgeMade: (row, { data: { pledgeId: pledge, donor, lines }, occurredAt }, key) => {
      const own = lines.filter((line) => keyOf(pledge, line) === key);
      const pledged = own.reduce((total, line) => moved(total, { from: '0', to: line.quantity ?? '0' }), '0');
      const pledgedAtLeast = own.some(
        (line) => line.quantity === undefined && line.quantityUnknown !== 'notApplicable',
      );
      const unit = own.find((line) => line.unit !== undefined)?.unit ?? null;
      const category = own.find((line) => line.category !== undefined)?.category ?? null;
      const item = key.slice(pledge.length + 1);
      return {
        committed: '0',
        since: occurredAt,
        ...row,
        pledge,
        item,
        donor,
        category,
        unit,
        pledged,
        pledgedAtLeast,
      };
    },
    PledgeCommitted: bound,
    PledgeDecreased: bound,
    PledgeWithdrawn: bound,
    PledgeRevalued: bound,
    PledgeLinked: bound,
    PledgeMerged: bound,
    ConditionMet: bound,
  },
});

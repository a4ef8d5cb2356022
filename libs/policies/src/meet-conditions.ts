import { Big } from 'big.js';
import type { ConditionMet, MeetCondition, Plain, PledgeCommitted, PledgeMade, PledgeRevalued } from '#domain';
import { policy, type Command, type Inquiry, type Intent } from '#eventsourcing';

type Rising = PledgeMade | PledgeCommitted | PledgeRevalued | ConditionMet;
type Asked = Command<'MeetCondition', Plain<MeetCondition>>;

/** A condition that waits for what others are committed to. */
interface Waiting {
  readonly pledgeId: string;
  readonly donor: string;
  readonly item: string;
  readonly quantity: string;
  readonly until: string;
  readonly since: string;
}

/** Goods of a pledge that its donor is bound to. */
interface Bound {
  readonly pledge: string;
  readonly donor: string;
  readonly item: string;
  readonly committed: string;
  readonly since: string;
}

/** A conditional pledge is met once others are committed to enough, be it before it was made; it is met when they came to be so (R30). */
export const meetConditions = policy<Rising, Asked>('meet-conditions', {
  PledgeMade: ({ data: { pledgeId, donor, condition }, occurredAt: since }) =>
    condition?.threshold ? count([{ ...condition.threshold, pledgeId, donor, until: condition.until, since }]) : [],
  PledgeCommitted: risen,
  PledgeRevalued: risen,
  ConditionMet: risen,
});

function risen({ data: { goods = [] } }: { readonly data: Exclude<Rising, PledgeMade>['data'] }) {
  const items = goods.flatMap(({ item, from, to }) => (new Big(to).gt(from) ? item : []));
  if (items.length === 0) return [];
  const waiting: Inquiry<Asked> = {
    view: 'conditions',
    where: { item: items, status: 'open' },
    then: (rows) => count(rows.map((row) => ({ ...row, pledgeId: row.key }) as never)),
  };
  return waiting;
}

function count(waiting: readonly Waiting[]): readonly Intent<Asked>[] | Inquiry<Asked> {
  if (waiting.length === 0) return [];
  return {
    view: 'pledged-goods',
    where: { item: [...new Set(waiting.map(({ item }) => item))] },
    then: (rows) => waiting.flatMap((one) => met(one, rows as never)),
  };
}

/** What others are bound to in the order in which it came, up to what reached the threshold; nothing where it did not in time. */
function met(waiting: Waiting, goods: readonly Bound[]): readonly Intent<Asked>[] {
  const { pledgeId, donor, item, quantity, until } = waiting;
  const others = goods
    .filter((one) => one.item === item && one.donor !== donor && new Big(one.committed).gt(0))
    .toSorted((a, b) => (a.since < b.since ? -1 : Number(a.since > b.since)));
  let reached = new Big(0);
  const enough = others.findIndex(({ committed }) => (reached = reached.plus(committed)).gte(quantity));
  const counted = others.slice(0, enough + 1);
  const last = counted.at(-1)?.since ?? waiting.since;
  const occurredAt = last > waiting.since ? last : waiting.since;
  if (enough < 0 || occurredAt.slice(0, until.length) > until) return [];
  const each = counted.map((one) => ({ pledgeId: one.pledge, donor: one.donor, quantity: one.committed }));
  return [{ type: 'MeetCondition', as: donor, data: { pledgeId, counted: each }, occurredAt }];
}

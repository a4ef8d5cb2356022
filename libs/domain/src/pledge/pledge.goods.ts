import { compare, leastOf, share, sum } from '../values/decimal.js';
import type { Figure } from '../values/money.js';
import type { Pledge } from './pledge.state.js';

/** How much of an item a donor is bound to by a pledge, before and after an event; what is not known counts as nothing. */
export interface BoundGoods {
  readonly item: string;
  readonly unit?: string;
  readonly from: string;
  readonly to: string;
}

/** What a change of a pledge moves of the goods that its donor is bound to; `undefined` where it moves none. */
export function boundGoods(pledge: Pledge, change: Partial<Pledge>): readonly BoundGoods[] | undefined {
  const after = { ...pledge, ...change };
  const lines = new Map(pledge.lines.map((line) => [line.item, line]));
  const moved = [...lines.values()].flatMap(({ item, unit }) => {
    const [from, to] = [boundTo(pledge, item), boundTo(after, item)];
    return from === to ? [] : [{ item, ...(unit !== undefined && { unit }), from, to }];
  });
  return moved.length > 0 ? moved : undefined;
}

/** What the goods of a pledge are worth after it was valued anew: money changes, and the goods do not. */
export function revaluedGoods({ worth, total }: Pledge, to: string): Figure {
  const known = worth.amount !== undefined && total.amount !== undefined && compare(total.amount, '0') > 0;
  return { amount: known ? share(worth.amount, to, total.amount) : to };
}

/** Of what was said of an item, the share that is committed of the money it was said for: all of it where that is not known. */
function boundTo(pledge: Pledge, item: string): string {
  const { committed, worth, lines } = pledge;
  if (!counts(pledge) || !committed || (committed.amount !== undefined && compare(committed.amount, '0') === 0))
    return '0';
  const said = sum(lines.flatMap((line) => (line.item === item ? (line.quantity ?? []) : [])));
  if (committed.amount === undefined || worth.amount === undefined) return said;
  return leastOf(said, share(said, committed.amount, worth.amount));
}

/** Whether a pledge adds anything to what is given: not where it draws on another, nor before its condition is met (R9, R30). */
function counts({ status, drawsOn, condition }: Pledge): boolean {
  return status !== 'merged' && status !== 'lapsed' && drawsOn === undefined && (condition?.met ?? true);
}

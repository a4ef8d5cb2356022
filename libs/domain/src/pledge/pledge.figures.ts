import { ensure } from '#eventsourcing';
import { compareCents, remainder } from '../values/decimal.js';
import type { Figure, Money } from '../values/money.js';
import type { Rules } from '../values/rules.js';
import type { Pledge } from './pledge.state.js';

/** States that no more is committed than is pledged, where both are known (R2). */
export function holdCommitted(
  law: Rules,
  {
    committed,
    made,
    already,
    currency,
  }: { committed: Figure; made: Figure; already: Figure; currency: string | undefined },
): void {
  if (committed.amount === undefined || made.amount === undefined) return;
  const remaining = remainder(made.amount, already.amount ?? '0');
  const facts = { made: made.amount, committed: committed.amount, remaining, currency };
  law.hold(compareCents(committed.amount, made.amount) <= 0, 'R2', 'OverCommitment', facts);
}

/** States that no more is allocated than is committed, where that is known (R2); `already` is what remains is counted from. */
export function holdAllocated(
  law: Rules,
  {
    committed,
    allocated,
    already,
    currency,
  }: { committed: Figure; allocated: string; already: string; currency: string | undefined },
): void {
  if (committed.amount === undefined) return;
  const facts = { committed: committed.amount, allocated, remaining: remainder(committed.amount, already), currency };
  law.hold(compareCents(allocated, committed.amount) <= 0, 'R2', 'OverAllocation', facts);
}

/** States that a total is not below what was handed over (R10). */
export function holdAbove(law: Rules, total: Figure, delivered: string, currency: string | undefined): void {
  const above = total.amount === undefined || compareCents(total.amount, delivered) >= 0;
  law.hold(above, 'R10', 'AlreadyDelivered', { delivered, currency });
}

/** States that a new total is not said for a time before the one that stands: what stands would be counted twice. */
export function ensureLatest({ since }: Pledge, total: 'total' | 'committed', occurredAt: string): void {
  const from = since[total];
  ensure(from === undefined || from <= occurredAt, 'LaterTotalStands', { since: from });
}

/** Whether a total that is asked for holds already; `OtherCurrency` where it is not in the pledge's. */
export function alreadyIs(
  { currency }: Pledge,
  held: Figure | undefined,
  to: Figure,
  money: Money | undefined,
): boolean {
  const same = money?.currency === undefined || currency === undefined || money.currency === currency;
  ensure(same, 'OtherCurrency', { currency });
  return held !== undefined && sameFigure(held, to);
}

/** Whether two figures are the same, at the cent. */
function sameFigure(a: Figure, b: Figure): boolean {
  if (a.amount === undefined || b.amount === undefined) return a.unknown === b.unknown;
  return compareCents(a.amount, b.amount) === 0;
}

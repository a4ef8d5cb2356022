import { dayOf } from '../values/days.js';
import { compare, remainder, sum } from '../values/decimal.js';
import { loadOf } from '../values/load.js';
import type { Matched, Required } from '../values/matching.js';
import type { Rules } from '../values/rules.js';
import type { Requirement } from './requirement.state.js';

/** What is matched of an item (R4). */
export function matchedOf({ reservations }: Requirement, item: string): string {
  return loadOf(
    [...reservations.values()].flatMap(({ lines }) => lines),
    item,
  );
}

/** What may be matched of an item in all: its quantity and the tolerance, nothing where the quantity is 0 (R4). */
export function limitOf(lines: readonly Required[], item: string): string {
  const counted = lines.filter((line) => line.item === item && compare(line.quantity, '0') > 0);
  return sum(counted.flatMap(({ quantity, tolerance = '0' }) => [quantity, tolerance]));
}

/** States that lines may be matched at a time: what is validated, in time, and not matched already (R4, R5). */
export function holdMatchable(
  law: Rules,
  requirement: Requirement,
  lines: readonly Matched[],
  occurredAt: string,
): void {
  const { status, until } = requirement;
  law.hold(status === 'validated' || status === 'expired', 'R5', 'RequirementNotValidated', { status });
  const stale = status === 'expired' || (until !== undefined && dayOf(occurredAt) > until);
  law.hold(!stale, 'R5', 'RequirementStale', { until });
  const named = [...new Set(lines.map(({ item }) => item))];
  const items = requirement.lines.map(({ item }) => item);
  for (const item of named) law.hold(items.includes(item), 'R4', 'NoSuchItem', { item, items });
  const remaining = named.map((item) => ({
    item,
    asked: loadOf(lines, item),
    remaining: remainder(limitOf(requirement.validated, item), matchedOf(requirement, item)),
  }));
  law.hold(
    remaining.every((line) => compare(line.asked, line.remaining) <= 0),
    'R4',
    'OverFulfilment',
    { lines: remaining },
  );
}

/** States that a requirement's lines leave room for what is matched (R4). */
export function holdMatched(law: Rules, requirement: Requirement, lines: readonly Required[]): void {
  const items = [...requirement.reservations.values()].flatMap((one) => one.lines.map(({ item }) => item));
  for (const item of new Set(items)) {
    const matched = matchedOf(requirement, item);
    const limit = limitOf(lines, item);
    law.hold(compare(matched, limit) <= 0, 'R4', 'OverFulfilment', { item, matched, limit });
  }
}

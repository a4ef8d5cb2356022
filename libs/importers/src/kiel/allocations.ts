import { Big } from 'big.js';
import type { Money } from '../words.js';
import type { Entry } from './entry.js';
import { asId } from './naming.js';

/** A package as it was announced on a day. */
export interface Package {
  readonly allocationId: string;
  readonly day: string;
  readonly entries: readonly [Entry, ...Entry[]];
  readonly amount?: Money;
}

/** The packages of an activity in the order of the file; one that was announced on several days is one for each, the later ones named by their day. */
export function allocations(entries: readonly Entry[]): readonly Package[] {
  const days = new Map<string, string>();
  const groups = Map.groupBy(
    entries.filter((entry) => entry.package !== undefined),
    (entry) => {
      const name = entry.package ?? '';
      const first = days.get(name);
      if (first === undefined || entry.told.day < first) days.set(name, entry.told.day);
      return `${name} ${entry.told.day}`;
    },
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [packageOf([first, ...others], days.get(first.package ?? '') === first.told.day)] : [],
  );
}

function packageOf(entries: readonly [Entry, ...Entry[]], isFirst: boolean): Package {
  const { package: name = '', told } = entries[0];
  const funded = entries.flatMap(({ allocated, basis }) => (allocated ? [{ ...allocated, basis }] : []));
  const [money] = funded;
  const total = funded.reduce((sum, { decimal }) => sum.plus(decimal), new Big(0));
  return {
    allocationId: isFirst ? asId(name) : `${asId(name)}-${told.day}`,
    day: told.day,
    entries,
    ...(money && { amount: { amount: total.toFixed(), currency: money.currency, basis: money.basis } }),
  };
}

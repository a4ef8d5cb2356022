import { Big } from 'big.js';
import type { Money } from '../words.js';
import type { Entry } from './entry.js';

/** What an activity is committed to in total from a day on. */
export interface Commitment {
  readonly day: string;
  readonly amount: Money;
  /** The rows that the total rests on, those of the day, and those of them that are part of no package. */
  readonly from: readonly Entry[];
  readonly ofDay: readonly Entry[];
  readonly home: readonly Entry[];
}

/** The totals that an activity is committed to, day by day where they differ to the cent, and their currency. */
export function commitments(entries: readonly Entry[]): {
  readonly currency: string | undefined;
  readonly totals: readonly Commitment[];
} {
  const committed = entries
    .filter((entry) => entry.committed !== undefined)
    .toSorted((a, b) => (a.told.day < b.told.day ? -1 : a.told.day > b.told.day ? 1 : 0));
  const currency = committed[0]?.committed?.currency;
  const totals: Commitment[] = [];
  let total = new Big(0);
  for (const [day, ofDay] of Map.groupBy(committed, ({ told }) => told.day)) {
    const before = total;
    total = ofDay.reduce((sum, entry) => sum.plus(entry.committed?.decimal ?? 0), total);
    if (totals.length > 0 && total.round(2).eq(before.round(2))) continue;
    const amount: Money = { amount: total.toFixed(), currency: currency ?? '', basis: ofDay[0]?.basis ?? 'claimed' };
    const from = committed.filter(({ told }) => told.day <= day);
    totals.push({ day, amount, from, ofDay, home: ofDay.filter((entry) => entry.package === undefined) });
  }
  return { currency, totals };
}

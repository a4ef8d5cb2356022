import { Big } from 'big.js';

/** An amount in its own currency beside what the file makes of it in euros, in the row where both stand. */
export interface Conversion {
  readonly row: number;
  readonly currency: string;
  readonly original: string;
  readonly euros: string;
}

/** The file's rates: units of a currency for one euro; and the conversions that were made by another rate. */
export interface ImpliedRates {
  readonly rates: ReadonlyMap<string, string>;
  readonly others: readonly (Conversion & { readonly rate: string })[];
}

interface Interval {
  readonly low: Big;
  readonly high: Big;
}

/** What a sheet's own arithmetic (doubles) may be off, as a share of the amount. */
const NOISE = new Big('1e-13');
const MOST_DECIMALS = 18;
const LARGEST = new Big('1e12');

/**
 * The one rate by which each currency was converted: the shortest decimal that gives back the file's euros, to every digit it shows of them.
 * Where a currency was converted by several, the one of most conversions counts.
 */
export function impliedRates(conversions: readonly Conversion[]): ImpliedRates {
  const rates = new Map([['EUR', '1']]);
  const others: ImpliedRates['others'][number][] = [];
  const usable = conversions.filter(isUsable);
  for (const [currency, ofCurrency] of Map.groupBy(usable, (conversion) => conversion.currency)) {
    const groups = grouped(ofCurrency, currency === 'EUR' ? [{ low: new Big(1), high: new Big(1) }] : []);
    const chosen = currency === 'EUR' ? groups[0] : groups.toSorted((a, b) => b.of.length - a.of.length)[0];
    if (!chosen) continue;
    rates.set(currency, shortest(chosen));
    for (const group of groups) {
      if (group !== chosen) others.push(...group.of.map((one) => ({ ...one, rate: shortest(group) })));
    }
  }
  return { rates, others: others.toSorted((a, b) => a.row - b.row) };
}

/** Nothing is nothing at any rate, and euros that are euros need not be asked. */
function isUsable({ currency, original, euros }: Conversion): boolean {
  return !(currency === 'EUR' && original === euros) && new Big(original).gt(0) && new Big(euros).gt(0);
}

/** Puts conversions together that one rate explains. */
function grouped(conversions: readonly Conversion[], known: readonly Interval[]): (Interval & { of: Conversion[] })[] {
  const groups = known.map((interval) => ({ ...interval, of: [] as Conversion[] }));
  for (const conversion of conversions) {
    const interval = intervalOf(conversion);
    const group = groups.find(({ low, high }) => low.lte(interval.high) && interval.low.lte(high));
    if (group) {
      group.low = interval.low.gt(group.low) ? interval.low : group.low;
      group.high = interval.high.lt(group.high) ? interval.high : group.high;
      group.of.push(conversion);
    } else groups.push({ ...interval, of: [conversion] });
  }
  return groups;
}

/** Euros shown with k decimals stand for what is less than half of the last of them away. */
function intervalOf({ original, euros }: Conversion): Interval {
  const shown = new Big(euros);
  const decimals = /\.(\d+)$/.exec(euros)?.[1]?.length ?? 0;
  const off = new Big(10).pow(-decimals).div(2).plus(shown.times(NOISE));
  const least = shown.minus(off);
  const high = least.gt(0) ? new Big(original).div(least) : LARGEST;
  return { low: new Big(original).div(shown.plus(off)), high };
}

function shortest({ low, high }: Interval): string {
  const middle = low.plus(high).div(2);
  for (let decimals = 0; decimals < MOST_DECIMALS; decimals++) {
    const candidate = middle.round(decimals, Big.roundHalfUp);
    if (candidate.gt(0) && candidate.gte(low) && candidate.lte(high)) return candidate.toFixed();
  }
  return middle.round(MOST_DECIMALS, Big.roundHalfUp).toFixed();
}

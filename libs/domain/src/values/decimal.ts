import { Big } from 'big.js';

/** The exact sum of decimals. */
export function sum(decimals: Iterable<string>): string {
  let total = new Big(0);
  for (const decimal of decimals) total = total.plus(decimal);
  return total.toFixed();
}

/** The exact difference. */
export function minus(a: string, b: string): string {
  return new Big(a).minus(b).toFixed();
}

/** Compares amounts of money at the cent, as they are paid: negative, zero or positive. */
export function compareCents(a: string, b: string): number {
  return new Big(a).round(2).cmp(new Big(b).round(2));
}

/** Compares decimals exactly: negative, zero or positive. */
export function compare(a: string, b: string): number {
  return new Big(a).cmp(b);
}

/** The smaller of two amounts, at the cent. */
export function least(a: string, b: string): string {
  return compareCents(a, b) <= 0 ? a : b;
}

/** The smaller of two decimals. */
export function leastOf(a: string, b: string): string {
  return compare(a, b) <= 0 ? a : b;
}

/** What remains of `whole` after `part`, 0 at least. */
export function remainder(whole: string, part: string): string {
  const rest = new Big(whole).minus(part);
  return (rest.lt(0) ? new Big(0) : rest).toFixed();
}

/** An amount in another currency, to a billionth, so that sums do not gather cents; rates are units of a currency for one of the base. */
export function convert(amount: string, from: string, to: string): string {
  return new Big(amount).times(to).div(from).round(9).toFixed();
}

/** The share of `amount` that `part` is of `whole`, to a billionth; all of it where the whole is 0. */
export function share(amount: string, part: string, whole: string): string {
  return new Big(whole).eq(0) ? amount : new Big(amount).times(part).div(whole).round(9).toFixed();
}

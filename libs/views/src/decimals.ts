import { Big } from 'big.js';

/** A decimal after a change of another from one value to another. */
export function moved(decimal: string, { from, to }: { readonly from: string; readonly to: string }): string {
  return new Big(decimal).plus(to).minus(from).toFixed();
}

/** What is left of a whole without a part of it; less than nothing where the part is greater. */
export function left(whole: string, part: string): string {
  return new Big(whole).minus(part).toFixed();
}

import { Big } from 'big.js';

/** A decimal after a change of another from one value to another. */
export function moved(decimal: string, { from, to }: { readonly from: string; readonly to: string }): string {
  return new Big(decimal).plus(to).minus(from).toFixed();
}

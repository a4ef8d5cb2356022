import type { Plain } from './plain.js';
import { minus, sum } from './decimal.js';
import { IsQuantity, IsText } from './words.js';

/** So much of an item; loads of the same item are one sum. */
export class Load {
  @IsText(500) item!: string;
  @IsQuantity() quantity!: string;
}

/** A load in an event. */
export type Loaded = Plain<Load>;

/** How much of an item there is in all. */
export function loadOf(loads: readonly Loaded[], item: string): string {
  return sum(loads.flatMap((load) => (load.item === item ? load.quantity : [])));
}

/** One load for each item, in the order in which they are first named, as much as `quantity` says of it; none where that is 0. */
export function loadsOf(
  loads: readonly { readonly item: string }[],
  quantity: (item: string) => string,
): readonly Loaded[] {
  const items = [...new Set(loads.map(({ item }) => item))];
  return items.map((item) => ({ item, quantity: quantity(item) })).filter((load) => minus(load.quantity, '0') !== '0');
}

import { IsBasis, type Basis } from '../values/money.js';
import { ItemPrice } from '../values/price.js';
import { IsCurrency, IsDay, IsId, IsText, ListOf, Optional } from '../values/words.js';

/** Publishes a named list of prices, which never changes afterwards. */
export class PublishPrices {
  @IsId() pricesId!: string;
  @Optional() @IsCurrency() currency?: string;
  /** What every price of the list rests on. */
  @Optional() @IsBasis() basis?: Basis;
  /** The day the prices are of. */
  @IsDay() on!: string;
  @ListOf(() => ItemPrice, 2000, 1) prices!: ItemPrice[];
  @Optional() @IsText(1000) source?: string;
}

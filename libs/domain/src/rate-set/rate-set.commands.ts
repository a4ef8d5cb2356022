import { CurrencyRate } from '../values/rate.js';
import { IsCurrency, IsDay, IsId, IsText, ListOf } from '../values/words.js';

/** Publishes a named set of exchange rates, which never changes afterwards. */
export class PublishRates {
  @IsId() ratesId!: string;
  @IsCurrency() base!: string;
  /** The day the rates are of. */
  @IsDay() on!: string;
  @ListOf(() => CurrencyRate, 200, 1) rates!: CurrencyRate[];
  @IsText(1000) source!: string;
}

import { IsCurrency, IsRate } from './words.js';

/** How many units of a currency one unit of the base is. */
export class CurrencyRate {
  @IsCurrency() currency!: string;
  @IsRate() rate!: string;
}

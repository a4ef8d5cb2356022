import type { Plain } from './plain.js';
import { IsQuantity, IsText, Optional } from './words.js';

/** What one of an item costs. */
export class ItemPrice {
  @IsText(500) item!: string;
  @IsQuantity() price!: string;
  /** What the price is for; a piece if it is not said. */
  @Optional() @IsText(50) unit?: string;
}

/** A price in an event. */
export type Price = Plain<ItemPrice>;

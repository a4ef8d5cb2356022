import { Matches } from 'class-validator';
import { IsText } from './words.js';

/** One of the facts that come with a breach. */
export class BreachFact {
  @Matches(/^[a-zA-Z][a-zA-Z0-9]{0,49}$/, { message: '$property must be a name such as remaining' }) name!: string;
  @IsText(500) value!: string;
}

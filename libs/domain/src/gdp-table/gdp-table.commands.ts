import { IsInt, Max, Min } from 'class-validator';
import { PartyGdp } from '../values/gdp.js';
import { IsCurrency, IsDay, IsId, IsText, ListOf } from '../values/words.js';

/** Publishes a named table of gross domestic products, which never changes afterwards. */
export class PublishGdp {
  @IsId() gdpId!: string;
  /** The year that was produced in. */
  @IsInt() @Min(1900) @Max(2199) year!: number;
  @IsCurrency() currency!: string;
  /** The day of the state of the figures, which sources revise. */
  @IsDay() on!: string;
  @ListOf(() => PartyGdp, 500, 1) figures!: PartyGdp[];
  @IsText(1000) source!: string;
}

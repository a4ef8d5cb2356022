import { IsInt, Matches, Max, Min } from 'class-validator';
import { BreachFact } from '../values/breach-fact.js';
import { all, IsId, IsText, ListOf, Optional } from '../values/words.js';

const IsCount = () => all(IsInt(), Min(0), Max(100_000_000));

/** Opens the import of a file, or opens it anew for another file under the same release. */
export class StartImport {
  @IsId() importId!: string;
  @IsText(100) source!: string;
  @IsText(100) release!: string;
  @IsText(500) file!: string;
  @Matches(/^[0-9a-f]{64}$/, { message: '$property must be a SHA-256 in lower-case hex' }) sha256!: string;
  @IsCount() rows!: number;
}

/** Records that a row of the file breaks a rule; the row itself is kept (R32). */
export class RecordBreach {
  @IsId() importId!: string;
  @IsCount() row!: number;
  /** Such as `R2`. */
  @Matches(/^[A-Z]\d{1,3}$/, { message: '$property must be a rule such as R2' }) rule!: string;
  /** The code a live command would be refused with, such as `OverAllocation`. */
  @Matches(/^[A-Z][A-Za-z]{0,99}$/, { message: '$property must be a code such as OverAllocation' }) code!: string;
  @Optional() @ListOf(() => BreachFact, 50) facts?: BreachFact[];
  /** The stream that holds what the row says. */
  @IsText(200) stream!: string;
  @IsText(2000) detail!: string;
}

/** Closes an import with what it came to, counted in rows. */
export class FinishImport {
  @IsId() importId!: string;
  @IsCount() rows!: number;
  @IsCount() added!: number;
  @IsCount() unchanged!: number;
  @IsCount() breaches!: number;
  @IsCount() rejects!: number;
}

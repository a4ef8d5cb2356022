import { IsIn } from 'class-validator';
import { IsDay, IsId, IsText, Optional } from '../values/words.js';

const EVIDENCE = ['found', 'memory', 'inferred'] as const;

/** How it is known that somebody said so: found in a public source, from memory, or inferred. */
export type Evidence = (typeof EVIDENCE)[number];

/** Records who said a figure, or another fact, when, and when it was learnt (R7). */
export class RecordClaim {
  /** What it is about, such as `udcg.meeting.1`. */
  @IsId() subject!: string;
  /** What is said of it, such as `date`. */
  @IsId() field!: string;
  /** What was said, in the words of the source. */
  @IsText(1000) value!: string;
  @Optional() @IsText(1000) source?: string;
  @Optional() @IsDay() said?: string;
  @Optional() @IsDay() learnt?: string;
  @Optional() @IsIn(EVIDENCE) evidence?: Evidence;
  @Optional() @IsText(1000) note?: string;
}

/** Says which of the values that were claimed is used, and why; every claim stays. */
export class ResolveConflict {
  @IsId() subject!: string;
  @IsId() field!: string;
  /** The value that is used, as it was claimed. */
  @IsText(1000) chosen!: string;
  @Optional() @IsText(1000) reason?: string;
}

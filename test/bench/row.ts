/** How a benchmark is run: `quick` in a fraction of the time, to see that it works rather than to quote it. */
export interface BenchOptions {
  readonly quick: boolean;
}

/** One figure of a benchmark, and where there is one its ratio to a floor measured in the same run. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What `ratio` compares with, in words; a ratio of 1 is as fast as the floor. */
  readonly floor?: string;
  readonly ratio?: number;
}

/** What every file here exports: its figures, measured one after the other. */
export type Bench = (options: BenchOptions) => Promise<readonly BenchRow[]>;

/** The value in the middle, or between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = NaN, high = NaN] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low + high) / 2;
}

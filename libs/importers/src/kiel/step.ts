import type { Intention } from '../words.js';
import type { Entry } from './entry.js';

/** What an activity is planned with; rates are units of a currency for one euro. */
export interface Setting {
  readonly release: string;
  /** The last day that the file covers. */
  readonly lastDay: string;
  readonly rates: ReadonlyMap<string, string>;
  /** Whether the file tells of packages. */
  readonly hasPackages: boolean;
}

/** A command before it is addressed: what it rests on, which rows it is home to, and what tells it from its like in the stream. */
export interface Step {
  readonly intent: Intention;
  readonly day: string;
  readonly mark: string;
  readonly from: readonly Entry[];
  readonly home: readonly Entry[];
}

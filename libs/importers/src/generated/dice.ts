import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that falls the same way for the same seed. */
export interface Dice {
  /** A whole number from one to another, both included. */
  readonly between: (from: number, to: number) => number;
  /** Whether something happens that happens so often, from 0 to 1. */
  readonly chance: (share: number) => boolean;
  readonly pick: <T>(of: readonly T[]) => T;
}

/** Dice of a seed, any whole number. */
export function diceOf(seed: number): Dice {
  const random = xoroshiro128plus(seed);
  const between = (from: number, to: number) => uniformInt(random, from, to);
  return {
    between,
    chance: (share) => between(1, 10_000) <= share * 10_000,
    pick: (of) => {
      const one = of[between(0, of.length - 1)];
      if (one === undefined) throw new RangeError('there is nothing to pick from');
      return one;
    },
  };
}

import { setImmediate } from 'node:timers/promises';

const SLICE_MS = 8;

/** Gives way to whatever else waits, after every few milliseconds of work between two calls. */
export type Pace = () => Promise<void>;

/** A pace that begins now. */
export function pacing(): Pace {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await setImmediate();
    since = performance.now();
  };
}

/** Maps a list at a pace, dropping nothing. */
export async function paced<T, R>(items: Iterable<T>, pace: Pace, map: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) {
    results.push(map(item));
    await pace();
  }
  return results;
}

import type { Writable } from 'node:stream';

/** Does a step of the start, and says on a line what was done and how long it took. */
export type Step = <T>(what: string, work: () => T | Promise<T>) => Promise<T>;

/** Steps whose lines go to a stream. */
export function stepsOn(out: Writable): Step {
  return async (what, work) => {
    const began = performance.now();
    const result = await work();
    out.write(`${what.padEnd(60)} ${String(Math.round(performance.now() - began)).padStart(6)} ms\n`);
    return result;
  };
}

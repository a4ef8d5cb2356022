import type { Writable } from 'node:stream';
import { withoutSecrets } from '../log/without-secrets.js';

/** Does a step of the start, and says on a line what is being done and, once it is, how long it took. */
export type Step = <T>(what: string, work: () => T | Promise<T>) => Promise<T>;

/** Steps whose lines go to a stream. */
export function stepsOn(out: Writable): Step {
  return async (what, work) => {
    const began = performance.now();
    out.write(`${withoutSecrets(what).padEnd(60)} `);
    try {
      const result = await work();
      out.write(`${String(Math.round(performance.now() - began)).padStart(6)} ms\n`);
      return result;
    } catch (error) {
      out.write('failed\n');
      throw error;
    }
  };
}

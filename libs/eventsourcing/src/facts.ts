import { streamOf, type FactQuery, type Facts } from './decider.js';
import type { Ledger } from './folds.js';

/** Reads what a rule needs to know of other streams, following each chain to its end or to a stream that it met before. */
export async function gather(ledger: Ledger, queries: readonly FactQuery[]): Promise<Facts> {
  const states = new Map<string, unknown>();
  for (const { from, id, next } of queries) {
    const met = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !met.has(at);) {
      met.add(at);
      const stream = streamOf(from, at);
      if (!states.has(stream)) {
        const fold = await ledger.folds.read<unknown>(ledger.store, from, stream);
        states.set(stream, fold.revision < 0 ? undefined : fold.state);
      }
      const state = states.get(stream);
      at = state === undefined ? undefined : next?.(state as never);
    }
  }
  return factsOf(states);
}

/** Facts out of folded states by stream name, as `gather` reads them; also what specs give. */
export function factsOf(states: ReadonlyMap<string, unknown>): Facts {
  return { of: <S>(law: { stream: string; initial: S }, id: string) => states.get(streamOf(law, id)) as S | undefined };
}

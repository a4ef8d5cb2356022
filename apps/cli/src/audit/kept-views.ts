import type { LedgerClient } from '../ledger-client.js';

/** A view as the running ledger has it at a position. */
export interface KeptView {
  readonly name: string;
  readonly hash: string;
  readonly position: string;
  readonly digest: string;
}

/** The views of the running ledger, as they were at a position. */
export interface KeptViews {
  /** How far the ledger has come. */
  readonly reached: bigint;
  readonly views: readonly KeptView[];
}

/** Asks the running ledger what its views come to at a position, and waits half a minute for it to come so far. */
export async function keptViews(ledger: LedgerClient, position: bigint): Promise<KeptViews> {
  const answer = await ledger.read(`/operations/digests?knownAt=${position}`, {
    'read-after': String(position),
    prefer: 'wait=30',
  });
  const { views } = (await answer.json()) as { views: readonly KeptView[] };
  return { reached: BigInt(answer.headers.get('log-position') ?? 0), views };
}

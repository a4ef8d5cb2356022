import type { Digests, ViewDigest } from '#read-side';
import type { VerifiedLog } from '#stores';
import type { KeptView } from './kept-views.js';

/** Something that is not as it must be: an event of the log, a view, or the log as a whole. */
export interface Finding {
  readonly position?: string;
  readonly stream?: string;
  readonly revision?: number;
  readonly view?: string;
  readonly what: string;
}

/** A view as it was folded anew, and as the running ledger has it; `null` where either has none, or no ledger was asked. */
export interface ComparedView {
  readonly name: string;
  readonly anew: Omit<KeptView, 'name'> | null;
  readonly ledger: Omit<KeptView, 'name'> | null;
}

/** What was found in the log itself, which is to have a digest if one is given. */
export function inLog({ findings, position, digest, unreadable }: VerifiedLog, expected = digest): readonly Finding[] {
  const at = String(position);
  return [
    ...findings.map((finding) => ({ ...finding, position: String(finding.position) })),
    ...(unreadable === undefined
      ? []
      : [{ position: at, what: `the log cannot be read after this position: ${unreadable}` }]),
    ...(digest === expected ? [] : [{ position: at, what: `the SHA-256 up to here was ${expected} when it was kept` }]),
  ];
}

/** The views side by side. */
export function sideBySide(anew: readonly ViewDigest[], kept: readonly KeptView[]): readonly ComparedView[] {
  const ours = new Map(anew.map(({ name, position, ...view }) => [name, { ...view, position: String(position) }]));
  const theirs = new Map(kept.map(({ name, ...view }) => [name, view]));
  const names = new Set([...ours.keys(), ...theirs.keys()]);
  return [...names].map((name) => ({ name, anew: ours.get(name) ?? null, ledger: theirs.get(name) ?? null }));
}

/** What was found in the views: those that stop when they are folded anew, and those that the ledger has otherwise, where it was asked. */
export function inViews(
  { failures }: Digests,
  views: readonly ComparedView[],
  isCompared: boolean,
): readonly Finding[] {
  const stopped = failures.map(({ view, position, type, message }) => ({
    ...{ view, position: String(position) },
    what: `folded anew it stops at this ${type}: ${message}`,
  }));
  const different = isCompared ? views.flatMap((view) => differenceOf(view) ?? []) : [];
  return [...stopped, ...different];
}

function differenceOf({ name: view, anew, ledger }: ComparedView): Finding | undefined {
  if (!ledger) return { view, what: 'the ledger has no such view' };
  if (!anew) return { view, what: 'the ledger alone has such a view: this program is of another version' };
  if (anew.digest === ledger.digest) return undefined;
  if (anew.hash !== ledger.hash)
    return { view, what: 'the ledger folds it by other code: compare with a program of its version' };
  const { position } = ledger;
  if (position !== anew.position) return { view, position, what: 'the ledger has come no further than this position' };
  return { view, position, what: 'the ledger has other rows than the log makes' };
}

import type { Condition, RowAnswer } from '#read-side';
import { Problem } from '../problems/problem.js';
import { notUnderstood, valuesOf, type Query } from '../reads/query.js';

/** What pledges are asked for by that no source brought. */
const OF_NONE = 'none';

/** A release of a source that was imported; it is asked for as `source-release`, as in questions. */
interface Release {
  readonly source: string;
  readonly release: string;
}

/** The releases whose pledges are published. */
export interface Releases {
  /** What the rows of their pledges have in common. */
  readonly where: readonly Condition[];
  readonly has: (row: { readonly source: string | null; readonly release: string | null }) => boolean;
}

const nameOf = ({ source, release }: Release) => `${source}-${release}`;

/**
 * The releases that an address asks for, out of the rows of all imports; everything where it names none. Throws `QueryNotUnderstood` for
 * one that there is not, and `ReleasesOverlap` for two of one source, which tell the same promises (R31): who publishes chooses one.
 */
export function releasesOf(query: Query, imports: readonly RowAnswer[]): Releases {
  const known = imports.flatMap(({ row: { source, release } }): readonly Release[] =>
    typeof source === 'string' && typeof release === 'string' ? [{ source, release }] : [],
  );
  const names = [...new Set(known.map(nameOf)), OF_NONE];
  const asked = valuesOf(query, 'release').flatMap((text) => text.split(','));
  const unknown = asked.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw notUnderstood('release', `There is no release ${JSON.stringify(unknown)}`, { takes: names });
  const wanted = asked.length === 0 ? names : asked;
  const chosen = known.filter((one) => wanted.includes(nameOf(one)));
  for (const [source, own] of Map.groupBy(chosen, (one) => one.source))
    ensureOne(source, [...new Set(own.map(nameOf))]);
  const hasOwn = wanted.includes(OF_NONE);
  const releases = [...chosen.map(({ release }) => release), ...(hasOwn ? [null] : [])];
  return {
    where: asked.length === 0 ? [] : [{ column: 'release', in: releases }],
    has: (row) =>
      row.release === null
        ? hasOwn
        : asked.length === 0 || chosen.some(({ source, release }) => source === row.source && release === row.release),
  };
}

function ensureOne(source: string, releases: readonly string[]): void {
  if (releases.length < 2) return;
  throw new Problem(
    'ReleasesOverlap',
    `${releases.join(' and ')} are releases of ${source}, which tell the same promises: name one of them in release, with ${OF_NONE} for what no source brought.`,
    { source, releases },
  );
}

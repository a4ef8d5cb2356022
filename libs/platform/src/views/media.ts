import { Problem } from '../problems/problem.js';

/** The forms that a list is sent in; the first is what is sent to who takes any. */
export const MEDIA = ['application/json', 'text/csv', 'application/x-ndjson'] as const;

/** A form that a list is sent in. */
export type Medium = (typeof MEDIA)[number];

/** The form that a request's Accept likes best; throws `NotAcceptable` where it takes none of them. */
export function mediumFor(accept: string | undefined): Medium {
  if (accept === undefined || accept.trim() === '') return MEDIA[0];
  const ranges = accept.split(',').map(rangeOf);
  const [best] = MEDIA.map((medium) => ({ medium, quality: qualityOf(medium, ranges) }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  if (best) return best.medium;
  throw new Problem('NotAcceptable', `A list comes as ${MEDIA.join(', ')}, and Accept takes none of them.`, {
    accepts: MEDIA,
  });
}

interface Range {
  readonly type: string;
  readonly quality: number;
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = parameters.map((parameter) => /^q=([01](?:\.\d{0,3})?)$/.exec(parameter)?.[1]).find(Boolean);
  return { type, quality: quality === undefined ? 1 : Number(quality) };
}

/** That of the most specific range which the medium is in. */
function qualityOf(medium: Medium, ranges: readonly Range[]): number {
  const names = [medium, `${medium.split('/')[0] ?? ''}/*`, '*/*'];
  const found = names.map((name) => ranges.find(({ type }) => type === name)).find((range) => range !== undefined);
  return found?.quality ?? 0;
}

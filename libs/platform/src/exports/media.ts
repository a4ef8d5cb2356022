import { Problem } from '../problems/problem.js';
import { notUnderstood, valueOf, type Query } from '../reads/query.js';

/** The forms that what is read is sent in; the first is what is sent to who takes any. */
export const MEDIA = [
  'application/json',
  'text/csv',
  'application/x-ndjson',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;

/** A form that what is read is sent in. */
export type Medium = (typeof MEDIA)[number];

/** The forms that can be asked for in an address, for who cannot set a header, by the ending of the file's name. */
export const DOWNLOADS = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Readonly<Record<string, Medium>>;
type Ending = keyof typeof DOWNLOADS;

/** The form that `download` in the address asks for, or else the request's Accept; throws `QueryNotUnderstood` or `NotAcceptable`. */
export function mediumOf(accept: string | undefined, query: Query): Medium {
  const ending = valueOf(query, 'download');
  if (ending === undefined) return mediumFor(accept);
  if (Object.hasOwn(DOWNLOADS, ending)) return DOWNLOADS[ending as Ending];
  const endings = Object.keys(DOWNLOADS);
  throw notUnderstood('download', `download must be one of ${endings.join(', ')}, not ${JSON.stringify(ending)}`);
}

/** The ending of the name of a file in this form; none for what is not kept as a file. */
export function endingOf(medium: Medium): string | undefined {
  return Object.entries(DOWNLOADS).find(([, of]) => of === medium)?.[0];
}

/** The form that a request's Accept likes best; throws `NotAcceptable` where it takes none of them. */
export function mediumFor(accept: string | undefined): Medium {
  if (accept === undefined || accept.trim() === '') return MEDIA[0];
  const ranges = accept.split(',').map(rangeOf);
  const [best] = MEDIA.map((medium) => ({ medium, quality: qualityOf(medium, ranges) }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  if (best) return best.medium;
  throw new Problem('NotAcceptable', `This comes as ${MEDIA.join(', ')}, and Accept takes none of them.`, {
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

import type { Comparison, ReadSide, RowChange } from '#read-side';
import { timesOfAnswer } from '../reads/answer.js';
import { LARGEST_PAGE, notUnderstood } from '../reads/query.js';
import { differingBehind, type Place, type ReadPage } from './behind.js';
import { rowChangeBody, type RowChangeBody } from './rows.js';

/** A row by which a figure differs, as it is sent: what it adds at each moment, null where it is not behind the figure or that is not known. */
export interface CauseBody extends RowChangeBody {
  readonly adds: { readonly before: string | null; readonly after: string | null };
}

/** Which figure of which question to explain the difference of, and how many rows to answer, from which place on. */
export interface CausesAsked {
  readonly question: string;
  readonly parameters: object;
  readonly label: string;
  readonly limit: number | undefined;
  readonly cursor: string | undefined;
}

const START: Place = { before: null, after: null, key: null };

/**
 * The rows behind a figure that make it another at one moment than at the other, each with the events by which it differs, as a diff of
 * their view has them: none where the row is the same and counts otherwise, by other rates or as another release takes its place.
 */
export async function causesOf(
  readSide: ReadSide,
  { from, to }: Comparison,
  { question, parameters, label, limit = 100, cursor }: CausesAsked,
): Promise<{ readonly view: string; readonly rows: readonly CauseBody[]; readonly next?: string }> {
  const moments = { from: timesOfAnswer(from), to: timesOfAnswer(to) };
  const reading =
    (moment: keyof typeof moments): ReadPage =>
    (page) =>
      readSide.explain(question, parameters, label, { ...moments[moment], limit: LARGEST_PAGE, cursor: page });
  const found = await differingBehind(
    { before: reading('from'), after: reading('to') },
    cursor === undefined ? START : placeOf(cursor),
    limit,
  );
  const events = await eventsOf(
    readSide,
    found.view,
    moments,
    found.rows.map(({ key }) => key),
  );
  return {
    view: found.view,
    rows: found.rows.map(({ key, before, after }) => ({
      ...rowChangeBody({ key, before, after, events: events.get(key) ?? [] }),
      adds: { before: before?.adds ?? null, after: after?.adds ?? null },
    })),
    ...(found.next && { next: Buffer.from(JSON.stringify(found.next)).toString('base64url') }),
  };
}

/** The events by which rows of a view differ, by key. */
async function eventsOf(
  readSide: ReadSide,
  view: string,
  moments: Pick<Parameters<ReadSide['diff']>[1], 'from' | 'to'>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, RowChange['events']>> {
  if (keys.length === 0) return new Map();
  const { rows } = await readSide.diff(view, { ...moments, where: [{ column: 'key', in: keys }], limit: keys.length });
  return new Map(rows.map(({ key, events }) => [key, events]));
}

function placeOf(cursor: string): Place {
  try {
    const place = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as Place;
    if ([place.before, place.after, place.key].every((part) => part === null || typeof part === 'string')) return place;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  throw notUnderstood('cursor', 'cursor is not one that a page here ended with');
}

import type { AnyView, Column as Declared } from '#eventsourcing';
import type { At, RowAnswer } from '#read-side';
import type { Query } from '../reads/query.js';
import { rowBody } from '../views/rows.js';
import { aboutTimes, fileName } from './about.js';
import { mapped, type Column, type Export } from './export.js';
import { named } from './named.js';

/** Where a row came from, after its own columns. */
const ORIGIN = [
  { name: 'stream', kind: 'text', about: 'The stream of the event that made the row what it is.' },
  { name: 'revision', kind: 'integer', about: 'The revision of the stream at that event, which is the next If-Match.' },
  { name: 'eventId', kind: 'text', about: 'The event that made the row what it is.' },
  { name: 'validFrom', kind: 'timestamp', about: 'Since when the row is true in the world.' },
] as const satisfies readonly Column[];
const KEY: Column = { name: 'key', kind: 'text', about: 'What the row goes by.' };

/** Rows of a view as an export: the first page, and those after it where they are wanted. */
export function viewExport(
  view: AnyView,
  query: Query,
  first: At,
  pages: () => AsyncIterable<{ readonly rows: readonly RowAnswer[] }>,
): Export {
  return {
    name: fileName(view.name, first),
    about: [['view', view.name], ...aboutTimes(['views', view.name], query, first)],
    inParts: false,
    tables: [
      named({
        name: view.name,
        columns: columnsOfRows(view),
        batches: () => mapped(pages(), ({ rows }) => rows.map((row) => cellsOf(view, row))),
      }),
    ],
    lines: () => mapped(pages(), ({ rows }) => rows.map(rowBody)),
  };
}

/** The columns that rows of a view are sent in. */
export function columnsOfRows(view: AnyView): readonly Column[] {
  const own = Object.entries<Declared>(view.columns).map(([name, column]): Column => ({ name, ...column }));
  return [KEY, ...own, ...ORIGIN];
}

/** The values of a row for these columns. */
export function cellsOf({ columns }: AnyView, answer: RowAnswer): readonly unknown[] {
  const own = Object.keys(columns).map((name) => (Object.hasOwn(answer.row, name) ? answer.row[name] : null));
  return [answer.key, ...own, ...ORIGIN.map(({ name }) => answer[name])];
}

import type { AnyQuestion, AnyView } from '#eventsourcing';
import type { Explanation } from '#read-side';
import { explainedRow } from '../questions/answers.js';
import type { Query } from '../reads/query.js';
import { aboutTimes, fileName } from './about.js';
import { mapped, type Export } from './export.js';
import { named } from './named.js';
import { cellsOf, columnsOfRows } from './view-export.js';

/** The rows behind a figure as an export: what each of them adds, and the events behind it. */
export function explanationExport(
  { name }: AnyQuestion,
  query: Query,
  view: AnyView,
  first: Explanation,
  pages: () => AsyncIterable<Explanation>,
): Export {
  return {
    name: fileName(name, first),
    about: [
      ['question', name],
      ['explain', String(query.explain)],
      ['view', view.name],
      ['sum', first.sum],
      ['count', String(first.count)],
      ...aboutTimes(['questions', name], query, first),
    ],
    inParts: false,
    tables: [
      named({
        name: view.name,
        columns: [
          { name: 'adds', kind: 'money', about: 'What the row adds to the figure, if that is known.' },
          ...columnsOfRows(view),
          { name: 'events', kind: 'text[]', about: 'The events that made the row what it is.' },
        ],
        batches: () =>
          mapped(pages(), ({ rows }) =>
            rows.map((row) => [row.adds, ...cellsOf(view, row), row.events.map(({ id }) => id)]),
          ),
      }),
    ],
    lines: () => mapped(pages(), ({ rows }) => rows.map(explainedRow)),
  };
}

import type { AnyView, Column } from '#eventsourcing';
import { inQuery } from './read-operation.js';
import { filterExample } from './read-schemas.js';
import type { Json } from './schemas.js';

/** How filters are written. */
export const FILTERED =
  'Filtered by any column: `donor=DEU,USA` or `donor=DEU&donor=USA` for any of these, `committed=null` for rows without a value; ' +
  'a value with a comma, or the word null itself, goes in double quotes.';

/** The parameters that rows of a view are filtered by: its key and every column but those of JSON. */
export function filterParameters({ columns }: AnyView): Json[] {
  const filters = Object.entries<Column>(columns).filter(([, { kind }]) => kind !== 'json');
  return [
    inQuery('key', 'Rows of these keys.'),
    ...filters.map(([name, { kind }]) =>
      inQuery(name, `Rows by their ${name} (${kind}).`, { type: 'string' }, filterExample(kind)),
    ),
  ];
}

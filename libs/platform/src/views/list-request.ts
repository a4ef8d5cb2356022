import type { AnyView } from '#eventsourcing';
import type { Condition, ListRequest } from '#read-side';
import { limitOf, notUnderstood, onlyTakes, valueOf, valuesOf, type Query } from '../reads/query.js';
import { TIMES, timesOf } from '../reads/times.js';

/** The parameters of every list that are no columns. */
export const LIST_PARAMETERS = [...TIMES, 'sort', 'limit', 'cursor', 'download'] as const;

/** What a list asks for; throws `QueryNotUnderstood` naming the columns that there are. */
export function listRequest(view: AnyView, query: Query): ListRequest {
  const columns = columnNames(view);
  onlyTakes(query, [...columns, ...LIST_PARAMETERS]);
  const limit = limitOf(query);
  return {
    ...timesOf(query),
    where: conditionsOf(view, query),
    sort: sortOf(columns, valueOf(query, 'sort')),
    ...(limit !== undefined && { limit }),
    cursor: valueOf(query, 'cursor'),
  };
}

/** The conditions on columns that an address names. */
export function conditionsOf(view: AnyView, query: Query): readonly Condition[] {
  return columnNames(view)
    .filter((column) => Object.hasOwn(query, column))
    .map((column) => condition(column, query));
}

/** What a list can be filtered and sorted by: the key, and the view's columns in the order declared. */
export function columnNames(view: AnyView): readonly string[] {
  return ['key', ...Object.keys(view.columns)];
}

/** Throws where a column has the name of a parameter: nobody could filter by it. */
export function ensureFilterable(view: AnyView): void {
  const taken = ['key', ...LIST_PARAMETERS].find((name) => Object.hasOwn(view.columns, name));
  if (taken !== undefined)
    throw new Error(`the view ${view.name} has a column ${taken}, which is a parameter of lists`);
}

function condition(column: string, query: Query): Condition {
  return { column, in: valuesOf(query, column).flatMap((value) => alternatives(column, value)) };
}

/** Any of `a,b`; `null` is no value; in double quotes, doubled within, a comma and the word null are what they are. */
function alternatives(column: string, text: string): (string | null)[] {
  if (!text.includes('"')) return text.split(',').map((part) => (part === 'null' ? null : part));
  const parts: (string | null)[] = [];
  for (let rest: string | undefined = text; rest !== undefined;) {
    const [whole, quoted, bare]: string[] = /^(?:"((?:[^"]|"")*)"|([^",]*))(?=,|$)/.exec(rest) ?? [];
    if (whole === undefined)
      throw notUnderstood(column, `${column} has a double quote in the wrong place; write "a ""b"", c"`);
    parts.push(quoted !== undefined ? quoted.replaceAll('""', '"') : bare === 'null' ? null : (bare ?? ''));
    rest = rest.length > whole.length ? rest.slice(whole.length + 1) : undefined;
  }
  return parts;
}

function sortOf(columns: readonly string[], text: string | undefined): NonNullable<ListRequest['sort']> {
  if (text === undefined) return [];
  const sort = text.split(',').map((part) => ({ column: part.replace(/^-/, ''), descending: part.startsWith('-') }));
  const unknown = sort.find(({ column }) => !columns.includes(column));
  if (unknown)
    throw notUnderstood('sort', `There is no column ${JSON.stringify(unknown.column)} to sort by`, { takes: columns });
  const twice = sort.find(({ column }, index) => sort.findIndex((other) => other.column === column) < index);
  if (twice) throw notUnderstood('sort', `sort names the column ${twice.column} twice`);
  return sort;
}

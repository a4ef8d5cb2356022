import type { AnyView, Column } from '#eventsourcing';
import { FILTERED, filterParameters } from './filters.js';
import type { OpenApiPart } from './part.js';
import { fileContent, inPath, inQuery, readOperation, shared } from './read-operation.js';
import { columnsSchema, withTimes } from './read-schemas.js';
import type { Json } from './schemas.js';

const tag = 'views';
const fresh = shared('AsOf', 'KnownAt', 'ReadAfter', 'PreferWait');
const next = { type: 'string', format: 'uri-reference', description: 'The next page.' };
const versions = { type: 'string', format: 'uri-reference', description: 'Every version of the row.' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

/** The paths of every view: its rows, one of them, and the history of one. */
export function viewsPart(views: readonly AnyView[]): OpenApiPart {
  return {
    tags: [{ name: tag, description: 'Tables folded from the log, in both times.' }],
    paths: {
      '/views': { get: all() },
      ...Object.fromEntries(
        views.flatMap((view): [string, Json][] => [
          [`/views/${view.name}`, { get: list(view) }],
          [`/views/${view.name}/{key}`, { get: one(view) }],
          [`/views/${view.name}/{key}/history`, { get: history(view) }],
        ]),
      ),
    },
    components: { schemas: Object.fromEntries(views.map((view) => [schemaName(view), columnsSchema(view)])) },
  };
}

function schemaName({ name }: AnyView): string {
  return `View.${name}`;
}

function all(): Json {
  const view = { type: 'object', required: ['name', 'columns', 'rows'] };
  const schema = { type: 'object', required: ['views'], properties: { views: { type: 'array', items: view } } };
  return readOperation({
    tag,
    operationId: 'views',
    summary: 'The views there are',
    parameters: [],
    answer: 'Every view, with its columns and their kinds.',
    content: {
      'application/json': {
        schema,
        example: { views: [{ name: 'pledges', columns: { donor: 'text' }, rows: '/views/pledges' }] },
      },
    },
  });
}

function list(view: AnyView): Json {
  const columns = Object.entries<Column>(view.columns);
  const row = { allOf: [ref('Row'), { type: 'object', properties: { row: ref(schemaName(view)) } }] };
  const sortable = [
    'key',
    ...columns.filter(([, { kind }]) => kind !== 'json' && kind !== 'text[]').map(([name]) => name),
  ];
  return readOperation({
    tag,
    operationId: `${view.name}.list`,
    summary: `Rows of ${view.name}`,
    description: FILTERED,
    parameters: [
      ...filterParameters(view),
      inQuery(
        'sort',
        `In which order: ${sortable.join(', ')}, each with a minus for the other way round; missing values come last.`,
        {
          type: 'string',
        },
      ),
      ...shared('Limit', 'Cursor', 'Download'),
      ...fresh,
    ],
    answer: 'A page of rows; as a file all of them, unless a limit is given.',
    content: {
      'application/json': {
        schema: withTimes(['view', 'rows'], { view: { const: view.name }, rows: { type: 'array', items: row }, next }),
      },
      ...fileContent,
    },
    problems: [404, 406],
  });
}

function one(view: AnyView): Json {
  return readOperation({
    tag,
    operationId: `${view.name}.row`,
    summary: `One row of ${view.name}`,
    parameters: [inPath('key', 'The key of the row.', 'p-1'), ...fresh],
    answer: 'The row; ETag is the revision of its stream, the next If-Match.',
    content: {
      'application/json': {
        schema: {
          allOf: [
            ref('Row'),
            withTimes(['view', 'history'], {
              view: { const: view.name },
              row: ref(schemaName(view)),
              history: versions,
            }),
          ],
        },
      },
    },
    problems: [404],
  });
}

function history(view: AnyView): Json {
  return readOperation({
    tag,
    operationId: `${view.name}.history`,
    summary: `History of a row of ${view.name}`,
    parameters: [inPath('key', 'The key of the row.', 'p-1'), ...fresh],
    answer: 'Every version of the row, oldest knowledge first; asOf plays no part.',
    content: {
      'application/json': {
        schema: withTimes(['view', 'key', 'versions'], {
          view: { const: view.name },
          key: { type: 'string' },
          versions: { type: 'array', items: ref('Version') },
        }),
      },
    },
    problems: [404],
  });
}

import type { AnyView } from '#eventsourcing';
import { FILTERED } from '../openapi/filters.js';
import { columnsSchema } from '../openapi/read-schemas.js';
import type { Json } from '../openapi/schemas.js';
import { after, FEED, messageOf, operationOf, refersTo } from './sent.js';

const text = { type: 'string' } as const;
const position = { type: 'string', pattern: '^\\d+$' } as const;

/** The channel of a view: its rows as they change. */
export function viewChannel(views: readonly AnyView[]): Json {
  return {
    address: FEED,
    title: 'A view as it changes',
    description:
      'For each event that changed rows of the view, those rows before and after, as they are to be in the end (`asOf=9999-12-31`). List the ' +
      'view at that time first and follow `after` the Known-At of that list. Its first message has an id and no data: where the feed stands. ' +
      'A view that stops says so and ends its feed; once it is folded anew, it is there again.',
    servers: [{ $ref: '#/servers/ledger' }],
    messages: refersTo(namesOf(views)),
  };
}

/** What is sent there, and what it may be asked for by. */
export function viewOperation(views: readonly AnyView[]): Json {
  return operationOf(
    'view',
    namesOf(views),
    `Sends the changes of a view. ${FILTERED}`,
    { view: { type: 'string', enum: views.map(({ name }) => name), description: 'Which view.' }, after },
    ['view'],
  );
}

/** The messages of views: the changes of each, and that one has stopped. */
export function viewMessages(views: readonly AnyView[]): Json {
  return {
    ...Object.fromEntries(views.map((view) => [nameOf(view), changesOf(view)])),
    stopped: {
      name: 'stopped',
      title: 'The view has stopped at an event, and nothing comes of it until it is folded anew',
      headers: { type: 'object', required: ['event'], properties: { event: { const: 'stopped' } } },
      payload: {
        type: 'object',
        required: ['view', 'position', 'eventId', 'type'],
        properties: { view: text, position, eventId: { ...text, format: 'uuid' }, type: text },
      },
    },
  };
}

/** The schemas of the columns of views. */
export function rowSchemas(views: readonly AnyView[]): Json {
  return Object.fromEntries(views.map((view) => [`View.${view.name}`, columnsSchema(view)]));
}

function changesOf(view: AnyView): Json {
  const row = {
    oneOf: [
      { type: 'null' },
      {
        allOf: [
          { $ref: '#/components/schemas/Row' },
          { type: 'object', properties: { row: { $ref: `#/components/schemas/View.${view.name}` } } },
        ],
      },
    ],
  };
  return messageOf({
    name: nameOf(view),
    title: `Rows of ${view.name} that an event changed`,
    payload: {
      type: 'object',
      required: ['view', 'position', 'event', 'rows'],
      properties: {
        view: { const: view.name },
        position,
        event: { $ref: '#/components/schemas/EventHead' },
        rows: {
          type: 'array',
          minItems: 1,
          items: {
            type: 'object',
            required: ['key', 'change', 'before', 'after'],
            properties: { key: text, change: { enum: ['added', 'changed', 'removed'] }, before: row, after: row },
          },
        },
      },
    },
  });
}

function namesOf(views: readonly AnyView[]): readonly string[] {
  return [...views.map(nameOf), 'stopped'];
}

function nameOf({ name }: AnyView): string {
  return `changes.${name}`;
}

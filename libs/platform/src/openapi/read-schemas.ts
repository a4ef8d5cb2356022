import type { AnyView, Column, ColumnKind } from '#eventsourcing';
import type { Json } from './schemas.js';

const text = { type: 'string' } as const;
const time = { type: 'string', format: 'date-time' } as const;
const position = { type: 'string', pattern: '^\\d+$', description: 'A position in the log.' } as const;
const decimal = { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' } as const;

const byKind: Readonly<Record<ColumnKind, { readonly schema: Json; readonly example: unknown }>> = {
  text: { schema: text, example: 'DEU' },
  'text[]': { schema: { type: 'array', items: text }, example: ['DEU'] },
  money: { schema: decimal, example: '1250000.50' },
  quantity: { schema: decimal, example: '12' },
  integer: { schema: { type: 'integer' }, example: 1 },
  boolean: { schema: { type: 'boolean' }, example: true },
  timestamp: { schema: time, example: '2024-07-10T00:00:00.000Z' },
  json: { schema: { description: 'Any JSON.' }, example: null },
};

/** A value of this kind, or null where it may be; JSON may be anything. */
export function valueSchema(kind: ColumnKind, nullable: boolean): Json {
  const { schema } = byKind[kind];
  return nullable && schema.type !== undefined ? { ...schema, type: [schema.type, 'null'] } : schema;
}

/** The columns of a view as the schema of an object, with an example. */
export function columnsSchema({ columns }: AnyView): Json {
  const declared = Object.entries<Column>(columns);
  return {
    type: 'object',
    required: Object.keys(columns),
    properties: Object.fromEntries(
      declared.map(([column, { kind, about }]) => [
        column,
        { ...valueSchema(kind, true), ...(about !== undefined && { description: about }) },
      ]),
    ),
    example: Object.fromEntries(declared.map(([column, { kind }]) => [column, byKind[kind].example])),
  };
}

/** What a filter by a column of this kind may look like. */
export function filterExample(kind: ColumnKind): unknown {
  return kind === 'json' ? undefined : [byKind[kind].example].flat()[0];
}

const at: Json = {
  type: 'object',
  description: 'The times of an answer: asked again with this `asOf` and `knownAt.position`, the same comes for ever.',
  required: ['asOf', 'knownAt', 'position'],
  properties: {
    asOf: { ...time, description: "The world's time." },
    knownAt: {
      type: 'object',
      required: ['position', 'time'],
      properties: { position, time: { ...time, type: ['string', 'null'] } },
    },
    position: { ...position, description: 'The last position taken into account.' },
    stopped: {
      type: 'array',
      description: 'The views read that have stopped: what came after this event is not in the answer.',
      items: {
        type: 'object',
        required: ['view', 'position', 'eventId', 'type'],
        properties: { view: text, position, eventId: text, type: text },
      },
    },
  },
};

const row: Json = {
  type: 'object',
  description: 'A row, with the event that made it and the stream of that event.',
  required: ['key', 'stream', 'revision', 'eventId', 'validFrom', 'row'],
  properties: {
    key: text,
    stream: text,
    revision: { type: 'integer', minimum: 0, description: 'The next If-Match of the stream.' },
    eventId: { type: 'string', format: 'uuid' },
    validFrom: { ...time, description: 'Since when it is true in the world.' },
    row: { type: 'object' },
  },
};

const eventHead: Json = {
  type: 'object',
  required: ['position', 'id', 'type', 'stream', 'revision', 'at', 'occurredAt', 'metadata'],
  properties: {
    position,
    id: { type: 'string', format: 'uuid' },
    type: text,
    stream: text,
    revision: { type: 'integer', minimum: 0 },
    at: { ...time, description: 'When the ledger recorded it.' },
    occurredAt: { ...time, description: 'When it was true in the world.' },
    metadata: { type: 'object', description: 'Who did it, by which command, and where it was imported from.' },
  },
};

const recorded: Json = {
  description: 'An event as it was stored.',
  allOf: [
    { $ref: '#/components/schemas/EventHead' },
    { type: 'object', required: ['data'], properties: { data: { type: 'object' } } },
  ],
};

const cloudEvent: Json = {
  type: 'object',
  description: 'An event in the envelope of CloudEvents 1.0 (JSON event format).',
  required: ['specversion', 'id', 'source', 'type', 'subject', 'time', 'sequence', 'recordedat', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', format: 'uuid' },
    source: { type: 'string', format: 'uri-reference', description: 'The address of the stream.' },
    type: { ...text, pattern: '^steadfast\\.' },
    subject: { ...text, description: 'The stream.' },
    time: { ...time, description: 'When it was true in the world.' },
    datacontenttype: { const: 'application/json' },
    sequence: position,
    revision: { type: 'integer', minimum: 0 },
    recordedat: { ...time, description: 'When the ledger recorded it.' },
    party: { ...text, description: 'The party it is by.' },
    data: { type: 'object' },
  },
};

const version: Json = {
  type: 'object',
  description: 'What one event made of a row: true from `validFrom` to `validTo`, known from `knownFrom` to `knownTo`.',
  required: ['validFrom', 'validTo', 'knownFrom', 'knownTo', 'row', 'event'],
  properties: {
    validFrom: time,
    validTo: { ...time, type: ['string', 'null'], description: 'Null: until further notice.' },
    knownFrom: position,
    knownTo: { ...position, type: ['string', 'null'], description: 'Null: this is what is known.' },
    row: { type: ['object', 'null'], description: 'Null: from then on there is no row.' },
    event: { $ref: '#/components/schemas/EventHead' },
    correction: {
      type: 'object',
      description: 'Where the event is the approval of a correction: of which event, and why.',
      required: ['correctionId', 'eventId', 'reason'],
      properties: { correctionId: text, eventId: text, reason: text },
    },
  },
};

/** The schemas that all reads share. */
export const readSchemas: Readonly<Record<string, Json>> = {
  At: at,
  Row: row,
  Version: version,
  EventHead: eventHead,
  Event: recorded,
  CloudEvent: cloudEvent,
};

/** An object with the times of its answer. */
export function withTimes(required: readonly string[], properties: Json): Json {
  return { allOf: [{ $ref: '#/components/schemas/At' }, { type: 'object', required, properties }] };
}

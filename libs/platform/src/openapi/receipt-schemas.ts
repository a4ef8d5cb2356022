import type { Json } from './schemas.js';

const text = { type: 'string' } as const;
const time = { type: 'string', format: 'date-time' } as const;
const position = { type: 'string', pattern: '^\\d+$', description: 'A position in the log.' } as const;
const header = (name: string, required: boolean, description: string, schema: Json = text) => ({
  name,
  in: 'header',
  required,
  description,
  schema,
});

/** A receipt, as `ReceiptBody` has it. */
export const receipt: Json = {
  type: 'object',
  required: ['stream', 'revision', 'position'],
  properties: {
    stream: text,
    revision: {
      type: 'integer',
      minimum: -1,
      description: 'Where the stream stands: the next If-Match; -1 where there is none.',
    },
    position,
    dryRun: { const: true, description: 'Nothing was appended.' },
    events: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'type', 'data', 'occurredAt'],
        properties: { id: { type: 'string', format: 'uuid' }, type: text, data: { type: 'object' }, occurredAt: time },
      },
    },
  },
};

/** A command of a batch. */
export const batchItem: Json = {
  type: 'object',
  required: ['type', 'data'],
  additionalProperties: false,
  properties: {
    type: { ...text, description: 'The name of the command.' },
    data: { type: 'object', description: "The command's fields, as at its own path." },
    idempotencyKey: text,
    occurredAt: text,
    actingFor: text,
    ifMatch: { type: ['integer', 'string'], description: 'A revision, or * where the stream is to exist.' },
  },
};

/** What became of a command of a batch, as `BatchAnswer` has it. */
export const batchAnswer: Json = {
  type: 'object',
  required: ['status'],
  properties: {
    status: { type: 'integer', description: 'What the command would have been answered with alone.' },
    replayed: { const: true },
    receipt: { $ref: '#/components/schemas/Receipt' },
    problem: { $ref: '#/components/schemas/Problem' },
  },
};

/** What a command takes beside its body. */
export const commandParameters: Readonly<Record<string, Json>> = {
  IdempotencyKey: {
    ...header('Idempotency-Key', true, "The request's identity for ever: 1 to 255 visible characters, quoted or not."),
    example: '7b1f3f0e-6f0a-4c0e-9a51-0d6d8f2f9a10',
  },
  IfMatch: header(
    'If-Match',
    false,
    'The revision at which the stream must stand, such as "3", or * where it is to exist.',
  ),
  OccurredAt: header('Occurred-At', false, 'When it was true in the world, if not now: a date, or a time with zone.'),
  ActingFor: header('Acting-For', false, 'The party that a historian speaks for; the fact then counts as reported.'),
  Prefer: header('Prefer', false, '`return=minimal` for a receipt without the events.'),
  Traceparent: header('traceparent', false, 'W3C Trace Context, kept with the events.'),
  DryRun: {
    name: 'dryRun',
    in: 'query',
    required: false,
    description: 'Decide and answer, but append nothing.',
    schema: { type: 'boolean', default: false },
  },
};

/** What comes with a receipt. */
export const answerHeaders: Readonly<Record<string, Json>> = {
  ETag: { description: 'The revision of the stream, in double quotes.', schema: text },
  'Log-Position': { description: 'The position of the last event: the next Read-After.', schema: position },
  'Idempotency-Replayed': {
    description: 'This is the receipt of an earlier request under the same key.',
    schema: { const: 'true' },
  },
  'Preference-Applied': { description: 'The preference that was followed.', schema: text },
};

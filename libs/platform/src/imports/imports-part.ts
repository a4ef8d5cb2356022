import { importers } from '#importers';
import { problemResponse } from '../openapi/common-part.js';
import type { OpenApiPart } from '../openapi/part.js';
import type { Json } from '../openapi/schemas.js';

const text = { type: 'string' } as const;
const count = { type: 'integer', minimum: 0 } as const;
const time = { type: 'string', format: 'date-time' } as const;

const reject = {
  type: 'object',
  description: 'A row that could not be read, and why.',
  required: ['row', 'column', 'value', 'reason'],
  properties: { row: count, column: text, value: text, reason: text },
};

const result = {
  type: 'object',
  description: 'What an import came to, counted in rows: rows = added + unchanged + rejects.',
  required: ['rows', 'added', 'unchanged', 'breaches', 'rejects'],
  properties: {
    ...{ rows: count, added: count, unchanged: count, breaches: count },
    rejects: { type: 'array', items: { $ref: '#/components/schemas/Reject' } },
  },
};

const operation = {
  type: 'object',
  description: 'How far an import is.',
  required: ['id', 'kind', 'format', 'release', 'file', 'status', 'done', 'total', 'rate', 'startedAt'],
  properties: {
    ...{ id: text, kind: { const: 'import' }, format: text, release: text, file: text },
    status: { type: 'string', enum: ['running', 'done', 'failed'] },
    done: { ...count, description: 'Rows that are dealt with.' },
    total: { ...count, description: 'Rows of the file.' },
    rate: { ...count, description: 'Rows a second since it began.' },
    ...{ startedAt: time, endedAt: time },
    result: { $ref: '#/components/schemas/ImportResult' },
    problem: { $ref: '#/components/schemas/Problem' },
  },
};

const id = { name: 'id', in: 'path', required: true, schema: text };

/** Imports and operations, as OpenAPI describes them. */
export function importsPart(): OpenApiPart {
  return {
    tags: [{ name: 'imports', description: 'Files in foreign formats, and how far their import is.' }],
    paths: {
      '/imports/{format}': { post: take() },
      '/operations/{id}': { get: read('operation', 'How far an import is', 'application/json') },
      '/operations/{id}/events': {
        get: read('operationEvents', 'How far an import is, as it goes on', 'text/event-stream'),
      },
    },
    components: { schemas: { Reject: reject, ImportResult: result, Operation: operation } },
  };
}

function take(): Json {
  const formats = Object.entries(importers).map(([name, { about }]) => `\`${name}\`: ${about}`);
  return {
    tags: ['imports'],
    operationId: 'importFile',
    summary: 'Import a file',
    description: `For the role historian. ${formats.join(' ')}`,
    security: [{ token: [] }],
    parameters: [
      { name: 'format', in: 'path', required: true, schema: { type: 'string', enum: Object.keys(importers) } },
      {
        name: 'release',
        in: 'query',
        required: true,
        schema: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._]{0,19}$' },
      },
      { name: 'allowRejects', in: 'query', schema: { type: 'boolean', default: false } },
      {
        name: 'on',
        in: 'query',
        description: 'The last day that the release covers, where the file does not say it or errs.',
        schema: { type: 'string', format: 'date' },
      },
      { name: 'file', in: 'query', description: "The file's name, which is kept.", schema: text },
    ],
    requestBody: {
      required: true,
      content: { 'text/csv': { schema: text }, 'application/octet-stream': { schema: { type: 'string' } } },
    },
    responses: {
      202: {
        description: 'The import has begun; `Location` says where it is followed.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Operation' } } },
      },
      ...Object.fromEntries([400, 401, 403, 404, 409, 413, 415].map((status) => [status, problemResponse(status)])),
    },
  };
}

function read(operationId: string, summary: string, mediaType: string): Json {
  const schema = mediaType === 'application/json' ? { $ref: '#/components/schemas/Operation' } : text;
  return {
    ...{ tags: ['imports'], operationId, summary, parameters: [id] },
    responses: { 200: { description: summary, content: { [mediaType]: { schema } } }, 404: problemResponse(404) },
  };
}

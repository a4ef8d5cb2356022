import { MAY_REBUILD } from '../operations/view-operations.controller.js';
import { problemResponse } from './common-part.js';
import type { OpenApiPart } from './part.js';
import { inPath, readOperation } from './read-operation.js';
import type { Json } from './schemas.js';

const tag = 'operations';
const text = { type: 'string' } as const;
const position = { type: 'string', pattern: '^\\d+$' } as const;
const ref = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
const view = inPath('view', 'The name of the view.', 'pledges');

const rebuild = {
  type: 'object',
  description: 'The last rebuild that this process was asked for.',
  required: ['status', 'startedAt'],
  properties: { status: { enum: ['running', 'done', 'failed'] }, startedAt: text, endedAt: text, traceId: text },
};

const status = {
  type: 'object',
  required: ['name', 'status', 'position', 'hash'],
  properties: {
    name: text,
    status: { enum: ['live', 'building', 'failed'] },
    position,
    hash: { ...text, description: 'Of its columns and folds.' },
    failure: { type: 'object', description: 'The event that it stopped at, and why.' },
    building: { type: 'object', description: 'How far the one is that is to replace it.' },
    rebuild,
  },
};

const statuses = {
  type: 'object',
  required: ['position', 'storePosition', 'lag', 'unknownTypes', 'views'],
  properties: {
    position: { ...position, description: 'How far the views are.' },
    storePosition: { ...position, description: 'Where the log ends.' },
    lag: { type: 'integer', minimum: 0 },
    trouble: { ...text, description: 'Why projecting is interrupted, while it is tried again.' },
    unknownTypes: { type: 'object', additionalProperties: { type: 'integer' } },
    views: { type: 'array', items: { $ref: '#/components/schemas/ViewStatus' } },
  },
};

const health = {
  type: 'object',
  required: ['status', 'info', 'error', 'details'],
  properties: { status: { enum: ['ok', 'error'] }, info: {}, error: {}, details: {} },
  example: { status: 'ok', info: { store: { status: 'up' } }, error: {}, details: { store: { status: 'up' } } },
};

/** How the ledger fares: its views, its health, its metrics. */
export function operationsPart(): OpenApiPart {
  const read = { tag, parameters: [] as Json[] };
  return {
    tags: [{ name: tag, description: 'How the ledger fares.' }],
    paths: {
      '/operations/views': {
        get: readOperation({
          ...read,
          operationId: 'viewStatuses',
          summary: 'How the views fare',
          answer: 'Every view.',
          content: ref('ViewStatuses'),
        }),
      },
      '/operations/views/{view}': {
        get: readOperation({
          ...read,
          operationId: 'viewStatus',
          summary: 'How a view fares',
          parameters: [view],
          answer: 'The view.',
          content: ref('ViewStatus'),
          problems: [404],
        }),
      },
      '/operations/views/{view}/rebuild': { post: rebuildOperation() },
      '/metrics': {
        get: readOperation({
          ...read,
          operationId: 'metrics',
          summary: 'What is counted and timed',
          answer: 'For Prometheus.',
          content: { 'text/plain': { schema: text } },
        }),
      },
      ...Object.fromEntries(
        (['live', 'ready', 'startup'] as const).map((name) => [`/health/${name}`, { get: healthOperation(name) }]),
      ),
    },
    components: { schemas: { ViewStatus: status, ViewStatuses: statuses, Health: health } },
  };
}

function rebuildOperation(): Json {
  return {
    tags: [tag],
    operationId: 'rebuildView',
    summary: 'Fold a view anew',
    description: `For the roles ${MAY_REBUILD.join(', ')}. The view goes on answering meanwhile; asked for while one runs, it is that one.`,
    security: [{ token: [] }],
    parameters: [view],
    responses: {
      202: {
        description: 'It runs; Location says where to look.',
        headers: { Location: { schema: text } },
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['view', 'rebuild', 'status'],
              properties: { view: text, rebuild, status: text },
            },
          },
        },
      },
      ...Object.fromEntries([400, 401, 403, 404].map((code) => [code, problemResponse(code)])),
    },
  };
}

function healthOperation(name: 'live' | 'ready' | 'startup'): Json {
  const summary = {
    live: 'Whether the process lives',
    ready: 'Whether it can be sent requests',
    startup: 'Whether it has started',
  }[name];
  return {
    tags: [tag],
    operationId: `health.${name}`,
    summary,
    security: [],
    responses: {
      200: { description: 'Yes.', content: ref('Health') },
      503: { description: 'No; `error` says why.', content: ref('Health') },
    },
  };
}

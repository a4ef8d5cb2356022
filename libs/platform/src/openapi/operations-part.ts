import { OVERSEERS } from '../operations/overseers.js';
import { problemResponse } from './common-part.js';
import type { OpenApiPart } from './part.js';
import { inPath, readOperation, shared } from './read-operation.js';
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

const digests = {
  type: 'object',
  required: ['knownAt', 'position', 'views'],
  properties: {
    knownAt: {
      type: 'object',
      required: ['position', 'time'],
      properties: { position, time: { type: ['string', 'null'], format: 'date-time' } },
    },
    position: { ...position, description: 'The last position taken into account.' },
    stopped: { type: 'array', description: 'The views that have stopped, and at which event.', items: {} },
    views: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'hash', 'position', 'digest'],
        properties: {
          name: text,
          hash: { ...text, description: 'Of its columns and folds: by other code it may come to something else.' },
          position: { ...position, description: 'How far it has come, if that is less than was asked.' },
          digest: { ...text, pattern: '^[0-9a-f]{64}$', description: 'SHA-256 of all its versions.' },
        },
      },
    },
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
      '/operations/digests': {
        get: {
          ...readOperation({
            ...read,
            operationId: 'viewDigests',
            summary: 'What the views come to',
            description: `For the roles ${OVERSEERS.join(', ')}. The digest of every view as it was known at a position is the same for ever, in whichever database it is kept: whoever folds the log up to there anew must come to the same.`,
            parameters: shared('KnownAt', 'ReadAfter', 'PreferWait'),
            answer: 'Every view.',
            content: ref('ViewDigests'),
            problems: [403],
          }),
          security: [{ token: [] }],
        },
      },
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
    components: { schemas: { ViewStatus: status, ViewStatuses: statuses, ViewDigests: digests, Health: health } },
  };
}

function rebuildOperation(): Json {
  return {
    tags: [tag],
    operationId: 'rebuildView',
    summary: 'Fold a view anew',
    description: `For the roles ${OVERSEERS.join(', ')}. The view goes on answering meanwhile; asked for while one runs, it is that one.`,
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

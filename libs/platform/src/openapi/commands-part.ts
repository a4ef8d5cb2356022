import { streamOf } from '#eventsourcing';
import type { Aggregate } from '../commands/command-table.js';
import { MOST_COMMANDS } from '../commands/batch.js';
import { problemResponse } from './common-part.js';
import { exampleOf } from './example.js';
import type { OpenApiPart } from './part.js';
import { answerHeaders, batchItem, batchAnswer, commandParameters, receipt } from './receipt-schemas.js';
import { schemasOf, type Json } from './schemas.js';

const security = [{ token: [] }];
const refusals = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, problemResponse(status)]));

/** A path for every command that somebody can send, under the tag of its aggregate, and the path that takes many. */
export function commandsPart(aggregates: readonly Aggregate[]): OpenApiPart {
  const schemas = schemasOf(aggregates.flatMap(({ commands }) => Object.values(commands)));
  const commands = aggregates.flatMap((aggregate) =>
    Object.keys(aggregate.commands)
      .filter((type) => !isForPoliciesAlone(aggregate, type))
      .map((type) => [`/commands/${type}`, { post: command(aggregate, type, schemas) }]),
  );
  return {
    tags: [
      ...aggregates.map(({ law }) => ({
        name: law.stream,
        description: `Commands of the streams ${streamOf(law, '…')}.`,
      })),
      { name: 'commands', description: 'Many commands at once.' },
    ],
    paths: { ...(Object.fromEntries(commands) as Record<string, Json>), '/commands': { post: batch(aggregates) } },
    components: {
      schemas: { ...schemas, Receipt: receipt, BatchItem: batchItem, BatchAnswer: batchAnswer },
      parameters: commandParameters,
      headers: answerHeaders,
    },
  };
}

function isForPoliciesAlone({ law }: Aggregate, type: string): boolean {
  const roles: readonly string[] = law.may[type] ?? [];
  return roles.length > 0 && roles.every((role) => role === 'policy');
}

function command({ law }: Aggregate, type: string, schemas: Readonly<Record<string, Json>>): Json {
  const roles: readonly string[] = law.may[type] ?? [];
  const schema = { $ref: `#/components/schemas/${type}` };
  const success = (description: string) => ({
    description,
    headers: Object.fromEntries(
      Object.keys(answerHeaders).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
    ),
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Receipt' } } },
  });
  return {
    tags: [law.stream],
    operationId: type,
    summary: type,
    description: `For the roles ${roles.join(', ')}. Goes to the stream \`${streamOf(law, `{${law.id}}`)}\`.`,
    security,
    parameters: Object.keys(commandParameters).map((name) => ({ $ref: `#/components/parameters/${name}` })),
    requestBody: {
      required: true,
      content: { 'application/json': { schema, example: exampleOf(schema, schemas) } },
    },
    responses: {
      200: success('Nothing was left to do, or nothing was to be done (`dryRun`).'),
      201: success('What it caused; or, under the same key, had caused.'),
      ...refusals(400, 401, 403, 404, 409, 412, 413, 415, 422, 500, 503),
    },
  };
}

function batch(aggregates: readonly Aggregate[]): Json {
  const [type = ''] = Object.keys(aggregates[0]?.commands ?? {});
  const schemas = schemasOf(Object.values(aggregates[0]?.commands ?? {}));
  return {
    tags: ['commands'],
    operationId: 'takeMany',
    summary: 'Many commands at once',
    description:
      `Up to ${MOST_COMMANDS}. Those of one stream are taken in the order given; one that is refused stops no other. ` +
      'Each has its own key, or else that of the request, a slash and its index.',
    security,
    parameters: Object.keys(commandParameters)
      .filter((name) => name !== 'IfMatch')
      .map((name) => ({ $ref: `#/components/parameters/${name}` })),
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: { type: 'array', maxItems: MOST_COMMANDS, items: { $ref: '#/components/schemas/BatchItem' } },
          example: [{ type, data: exampleOf(schemas[type] ?? {}, schemas), idempotencyKey: 'one-of-many' }],
        },
      },
    },
    responses: {
      207: {
        description: 'A receipt or a problem for each, in the order given.',
        content: {
          'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/BatchAnswer' } } },
        },
      },
      ...refusals(400, 401, 413, 415, 500),
    },
  };
}

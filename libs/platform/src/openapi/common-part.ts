import { explanations } from '../problems/explanations.js';
import type { OpenApiPart } from './part.js';
import type { Json } from './schemas.js';

const text = { type: 'string' } as const;

const problem = {
  type: 'object',
  description: 'RFC 9457. Further members are the facts of the case: what remains, which field is wrong.',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { ...text, description: 'The page of this kind of problem.', format: 'uri-reference' },
    title: text,
    status: { type: 'integer' },
    detail: { ...text, description: 'What was wrong, where, and what to do.' },
    code: { ...text, description: 'Part of the contract.' },
    facts: { type: 'object', description: 'What the law says is needed to go on, such as how much remains.' },
  },
};

/** A reference to the response of a status, as `commonPart` defines them for every status a problem can have. */
export function problemResponse(status: number): Json {
  return { $ref: `#/components/responses/Problem${status}` };
}

/** What all paths share: the shape of problems, their responses, and how one is signed in; also the pages of problems. */
export function commonPart(): OpenApiPart {
  return {
    tags: [{ name: 'problems', description: 'What each problem means and what to do.' }],
    paths: { '/problems/{code}': { get: page() } },
    components: {
      schemas: { Problem: problem },
      responses: responses(),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function responses(): Json {
  const byStatus = Object.groupBy(Object.entries(explanations), ([, { status }]) => status);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, rows = []]) => [`Problem${status}`, response(rows.map(([code]) => code))]),
  );
}

function response(codes: readonly string[]): Json {
  const schema = {
    allOf: [{ $ref: '#/components/schemas/Problem' }, { type: 'object', properties: { code: { enum: codes } } }],
  };
  return {
    description: codes.map((code) => `\`${code}\`: ${explanations[code]?.title ?? code}`).join('; '),
    content: { 'application/problem+json': { schema } },
  };
}

function page(): Json {
  return {
    tags: ['problems'],
    operationId: 'problemPage',
    summary: 'The page of a problem',
    security: [],
    parameters: [
      { name: 'code', in: 'path', required: true, schema: { type: 'string', enum: Object.keys(explanations) } },
    ],
    responses: {
      200: { description: 'What the problem means and what to do.', content: { 'text/html': { schema: text } } },
      404: problemResponse(404),
    },
  };
}

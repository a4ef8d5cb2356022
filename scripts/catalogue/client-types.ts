import openapiTS, { type OpenAPI3 } from 'openapi-typescript';
import { openApiOf, type Described } from '#platform';
import { printed } from './print-types.ts';

type Json = Readonly<Record<string, unknown>>;

const HEAD = `// Written by \`npm run catalogue\` from the document of the API; not to be edited.
/* eslint-disable */`;

/** `libs/client/src/ledger.generated.ts`: the document of the API as types, with what a program needs to ask and to read. */
export async function clientTypes(described: Described): Promise<string> {
  const document = forPrograms(openApiOf(described, '0')) as unknown as OpenAPI3;
  const types = await openapiTS(document, { emptyObjectsUnknown: true });
  return `${HEAD}\n${printed(types)}`;
}

/**
 * Of a document what a program needs: requests, what comes as JSON where they succeed, and one shape for all that can go wrong. The
 * headers are the client's own to send and to read.
 */
function forPrograms({ openapi, info, paths, components }: Json): Json {
  const { schemas, parameters } = components as Record<string, Json>;
  const given = Object.entries(parameters ?? {}).filter(([, parameter]) => (parameter as Json).in !== 'header');
  const names = new Set(given.map(([name]) => `#/components/parameters/${name}`));
  const isGiven = ({ $ref, in: place }: Json) => ($ref === undefined ? place !== 'header' : names.has(String($ref)));
  return withoutIllustrations({
    openapi,
    info,
    paths: mapped(paths as Json, (item) => mapped(item, (operation) => essence(operation as Json, isGiven))),
    components: { schemas, parameters: mapped(Object.fromEntries(given), unsaid), responses: { Problem: problem } },
  }) as Json;
}

const problem = {
  description: 'What went wrong.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

function essence({ parameters, requestBody, responses }: Json, isGiven: (parameter: Json) => boolean): Json {
  const [succeeds] = Object.entries(responses as Json).filter(([status]) => status.startsWith('2'));
  return {
    ...(Array.isArray(parameters) && { parameters: (parameters as readonly Json[]).filter(isGiven).map(unsaid) }),
    ...(requestBody !== undefined && { requestBody }),
    responses: { '2XX': asJson((succeeds?.[1] ?? {}) as Json), default: { $ref: '#/components/responses/Problem' } },
  };
}

function asJson({ content = {} }: Json): Json {
  const json = (content as Json)['application/json'];
  return { description: '', ...(json !== undefined && { content: { 'application/json': json } }) };
}

/** A parameter without its sentence, which would stand at every path. */
function unsaid(parameter: Json): Json {
  return Object.fromEntries(Object.entries(parameter).filter(([name]) => name !== 'description'));
}

/** The same without examples, formats and patterns, of which types would make comments. */
function withoutIllustrations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIllustrations);
  if (typeof value !== 'object' || value === null) return value;
  return mapped(
    Object.fromEntries(Object.entries(value).filter(([name, part]) => !isIllustration(name, part))),
    withoutIllustrations,
  );
}

/** A field of such a name has a schema; an example that is an object belongs to a schema too. */
function isIllustration(name: string, part: unknown): boolean {
  return name === 'example' || ((name === 'format' || name === 'pattern') && typeof part === 'string');
}

function mapped(values: Json, change: (value: Json) => unknown): Json {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value as Json)]));
}

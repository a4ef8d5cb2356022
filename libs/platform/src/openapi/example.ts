import type { Json } from './schemas.js';

type Schemas = Readonly<Record<string, Json>>;

/** Words that most fields take; the first that fits is the example. */
const WORDS = [
  'Stated in public',
  'example-1',
  '1250000.50',
  '2024-07-09',
  'DEU',
  'R2',
  '17',
  'a'.repeat(64),
  '2024-07-09T10:00:00Z',
];

const byType: Readonly<Record<string, (schema: Json, schemas: Schemas, field: string) => unknown>> = {
  object: objectOf,
  array: ({ minItems = 1, items = {} }, schemas, field) =>
    Array.from({ length: Math.max(1, Number(minItems)) }, () => exampleOf(items as Json, schemas, field)),
  integer: ({ minimum = 1 }) => Math.max(1, Number(minimum)),
  number: ({ minimum = 1 }) => Math.max(1, Number(minimum)),
  boolean: () => true,
  string: textOf,
};

/** A value that a schema takes, with what it requires and no more; throws where there is none that it knows. */
export function exampleOf(schema: Json, schemas: Schemas, field = ''): unknown {
  const { $ref, enum: values, type } = schema;
  if (typeof $ref === 'string') return exampleOf(schemas[$ref.slice($ref.lastIndexOf('/') + 1)] ?? {}, schemas, field);
  if (Array.isArray(values)) return values[0] as unknown;
  const make = byType[String(type)];
  if (!make) throw new Error(`no example for ${field}, whose schema is ${JSON.stringify(schema)}`);
  return make(schema, schemas, field);
}

function objectOf({ properties = {}, required = [] }: Json, schemas: Schemas): Json {
  const fields = properties as Schemas;
  return Object.fromEntries(
    (required as readonly string[]).map((name) => [name, exampleOf(fields[name] ?? {}, schemas, name)]),
  );
}

function textOf({ pattern = '', minLength = 0, maxLength = Infinity }: Json, _: Schemas, field: string): string {
  const matches = new RegExp(String(pattern), 'u');
  const found = [...namedAfter(field), ...WORDS].find(
    (text) => matches.test(text) && text.length >= Number(minLength) && text.length <= Number(maxLength),
  );
  if (found === undefined) throw new Error(`no example for ${field}, which is to match ${String(pattern)}`);
  return found;
}

/** An id is called after what it identifies; currencies look like parties and are not. */
function namedAfter(field: string): string[] {
  const thing = /^(\w+)Id$/.exec(field)?.[1];
  return thing === undefined ? (/^(currency|base)$/.test(field) ? ['EUR'] : []) : [`${thing}-1`];
}

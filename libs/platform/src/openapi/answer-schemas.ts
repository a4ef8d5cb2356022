import { isPart, type AnyQuestion, type Field, type Fields, type Value } from '#eventsourcing';
import { valueSchema, withTimes } from './read-schemas.js';
import type { Json } from './schemas.js';

/** The name of the schema of a question's answer. */
export function answerName({ name }: AnyQuestion): string {
  return `Answer.${name}`;
}

/** What a question answers, as it declares it, with both times; nothing else is in it. */
export function answerSchema({ about, fields }: AnyQuestion): Json {
  const { required, properties } = objectOf(fields);
  return { description: about, ...withTimes(required, properties), unevaluatedProperties: false };
}

function objectOf(fields: Fields) {
  const declared = Object.entries(fields);
  return {
    type: 'object',
    required: declared.flatMap(([name, { optional = false }]) => (optional ? [] : [name])),
    properties: Object.fromEntries(declared.map(([name, field]) => [name, fieldSchema(name, field)])),
    additionalProperties: false,
  };
}

function fieldSchema(name: string, field: Field): Json {
  if (!isPart(field)) return namedSchema(name, field);
  const { kind, about: description, fields, nullable = false } = field;
  if (kind === 'list') return { description, type: 'array', items: objectOf(fields) };
  return { description, ...objectOf(fields), ...(nullable && { type: ['object', 'null'] }) };
}

function namedSchema(name: string, { kind, about = '', unit, words, nullable = false }: Value): Json {
  return {
    ...valueSchema(kind, nullable),
    description: unit === undefined ? about : `${about} In ${unit}.`,
    ...(unit !== undefined && { 'x-unit': unit }),
    ...(words && { enum: nullable ? [...words, null] : words }),
    ...(name === 'explain' && { format: 'uri-reference' }),
  };
}

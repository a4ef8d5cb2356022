import 'reflect-metadata';
import specs from '@asyncapi/specs';
import { Ajv } from 'ajv';
import { aggregates } from '#domain';
import { views } from '#views';
import type { Json } from '../openapi/schemas.js';
import { asyncApiOf } from './asyncapi.js';

const document = asyncApiOf({ aggregates, views }, '1.2.3');

/** What the schema of AsyncAPI 3.0 says against a document. */
function objections(to: Json): readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  const isValid = ajv.compile(specs.schemasWithoutId['3.0.0'] as object);
  return isValid(to)
    ? []
    : (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

describe('the AsyncAPI document', () => {
  it('is valid by the schema of AsyncAPI 3.0', () => {
    expect(objections(document)).toEqual([]);
  });

  it.each([
    ['without a version of its own', { ...document, asyncapi: undefined }],
    ['with a channel that has a word too many', { ...document, channels: { log: { adress: '/feed' } } }],
    ['with an operation that neither sends nor receives', { ...document, operations: { x: { action: 'shout' } } }],
  ])('%s would not be', (_, other) => {
    expect(objections(JSON.parse(JSON.stringify(other)) as Json)).not.toEqual([]);
  });

  it('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    const at = (path: string) =>
      path.split('/').reduce<unknown>((part, name) => (part as Json | undefined)?.[name], document);
    expect([references.length > 100, references.filter((path) => at(path) === undefined)]).toEqual([true, []]);
  });

  it('has a message for each view, and the type of every event', () => {
    const { messages, schemas } = document.components as Readonly<Record<string, Readonly<Record<string, Json>>>>;
    expect(Object.keys(messages ?? {})).toEqual([
      ...['event', 'cloudEvent'],
      ...views.map(({ name }) => `changes.${name}`),
      'stopped',
    ]);
    expect(schemas?.EventType?.examples).toEqual(
      expect.arrayContaining(['PledgeMade', 'CorrectionApproved', 'HoldLifted']),
    );
  });
});

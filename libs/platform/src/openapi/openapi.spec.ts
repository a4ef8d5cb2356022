import 'reflect-metadata';
import { Validator } from '@seriousme/openapi-schema-validator';
import { aggregates } from '#domain';
import { questions, views } from '#views';
import { understand } from '../commands/understand.js';
import type { Aggregate } from '../commands/command-table.js';
import { openApiOf } from './openapi.js';
import type { Json } from './schemas.js';

const document = openApiOf({ aggregates, views, questions }, '1.2.3');
const commands = (aggregates as readonly Aggregate[]).flatMap(({ law, commands }) =>
  Object.entries(commands).map(([type, shape]) => ({ tag: law.stream, type, shape, may: law.may[type] ?? [] })),
);
/** Whether nobody but the ledger's own policies sends it. */
const isOwn = ({ may }: { may: readonly string[] }) => may.every((role) => role === 'policy');

/** What is at a path of names. */
function at(...names: readonly string[]): unknown {
  return names.reduce<unknown>((part, name) => (part as Json | undefined)?.[name], document);
}

describe('the OpenAPI document', () => {
  it('is valid by the schema of OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(document));
    expect({ valid, errors, version: validator.version }).toEqual({ valid: true, errors: undefined, version: '3.1' });
  });

  it('refers to nothing that is not there', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path);
    expect(references.filter((path) => at(...path.split('/')) === undefined)).toEqual([]);
  });

  it('knows no null of OpenAPI 3.0', () => {
    expect(JSON.stringify(document)).not.toContain('nullable');
  });

  it.each(commands.filter(isOwn))('has no path for $type, which is not sent from outside', ({ type }) => {
    expect(at('paths', `/commands/${type}`)).toBeUndefined();
  });

  it.each(commands.filter((command) => !isOwn(command)))(
    'has a path and a valid example for $type',
    ({ tag, type, shape }) => {
      const operation = ['paths', `/commands/${type}`, 'post'];
      expect(at(...operation, 'tags')).toEqual([tag]);
      const example = at(...operation, 'requestBody', 'content', 'application/json', 'example');
      expect(understand(shape, example)).toBeInstanceOf(shape);
    },
  );
});

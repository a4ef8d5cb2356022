import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationReference } from './reference.js';

describe('docs/configuration.md', () => {
  it('is what the configuration declares; if not: run npm run catalogue', () => {
    const document = readFileSync(join(__dirname, '../../../../docs/configuration.md'), 'utf8');
    expect(document).toBe(configurationReference());
  });
});

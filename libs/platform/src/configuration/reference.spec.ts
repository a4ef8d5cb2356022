import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configurationReference } from './reference.js';

/** A table's cells, whatever the width that its columns are set in. */
const cells = (markdown: string) =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|-]+$/.test(line))
    .map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/configuration.md', () => {
  it('lists every variable as the configuration declares it', () => {
    const document = readFileSync(join(__dirname, '../../../../docs/configuration.md'), 'utf8');
    expect(cells(document)).toEqual(cells(configurationReference()));
  });
});

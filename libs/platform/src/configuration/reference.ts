import { Configuration } from './configuration.js';
import { variablesOf } from './variable.js';

const ABOUT = `# Configuration

Written by \`npm run catalogue\` from the class that checks it: change that, and run it again.

Everything is set by environment variables and checked at the start: all that is wrong is named at once, and the program ends
with a non-zero exit. An empty variable is one that is not set. Nothing needs to be set for the embedded default.
`;

/** The reference of the configuration in Markdown, a row of its table for each environment variable. */
export function configurationReference(): string {
  const rows = variablesOf(Configuration).map(
    ({ name, expected, example }) => `| \`${name}\` | ${expected.replaceAll('<', '&lt;')} | \`${example}\` |`,
  );
  return [ABOUT, '| variable | holds | such as |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

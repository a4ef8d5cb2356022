import { Configuration } from './configuration.js';
import { variablesOf } from './variable.js';

/** The reference of the configuration as a Markdown table, a row for each environment variable. */
export function configurationReference(): string {
  const rows = variablesOf(Configuration).map(
    ({ name, expected, example }) => `| \`${name}\` | ${expected} | \`${example}\` |`,
  );
  return ['| variable | holds | such as |', '| --- | --- | --- |', ...rows].join('\n');
}

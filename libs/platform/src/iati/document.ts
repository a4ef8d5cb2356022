import type { At } from '#read-side';
import { escaped, XML } from '../exports/xml.js';
import { activityXml } from './activity.js';
import { element } from './element.js';
import type { Given } from './pledge-rows.js';
import type { Publisher } from './publisher.js';

/** What the ledger never publishes, whoever asks. */
const NEVER =
  'Left out of every activity: consignments, routes, hubs and serial numbers, requirements and matches, tasks and decisions, and persons. ' +
  'What is left out of one activity stands in its descriptions of type 4.';

/** Activities as a document of IATI 2.03, a page at a time; first a comment with `about`, its times and its address among it. */
export async function* documentOf(
  about: readonly (readonly [string, string])[],
  { knownAt }: At,
  pages: AsyncIterable<readonly Given[]>,
  publisher: Publisher,
): AsyncGenerator<string> {
  const lines = [...about.map(([name, value]) => `${name}: ${value}`), NEVER];
  const empty = element('iati-activities', { version: '2.03', 'generated-datetime': knownAt.time ?? undefined });
  yield `${XML}<!--\n${lines.map(inComment).join('\n')}\n-->\n${empty.replace('/>', '>')}\n`;
  for await (const page of pages) yield page.map((given) => `${activityXml(given, publisher)}\n`).join('');
  yield '</iati-activities>\n';
}

/** Two dashes would end a comment; in an address the second is written otherwise. */
function inComment(text: string): string {
  return escaped(text)
    .replaceAll('--', '-%2D')
    .replaceAll(/[\r\n]+/g, ' ');
}

import { Big } from 'big.js';
import { ledgerAddress, EXIT, tokenOf } from '../historian.js';
import { LedgerClient } from '../ledger-client.js';
import { shown } from '../progress.js';
import {
  Added,
  figuresAt,
  explanationOf,
  pagesFrom,
  type Explanation,
  type Figure,
  type RowBehind,
} from './explained.js';
import { eventLine } from './event-line.js';
import { figureLink } from './figure-link.js';
import { inLine, write } from './output.js';

/** Which ledger is asked, by whom, and how the answer is printed. */
export interface Asking {
  readonly url?: string;
  readonly token?: string;
  readonly json?: true;
}

/** Prints the rows and events behind a figure, and adds them up; answers how the program is to end. */
export async function explain(link: string, { url: given, token, json }: Asking): Promise<number> {
  const url = ledgerAddress(given);
  const figure = figureLink(link, url);
  const ledger = new LedgerClient(url, await tokenOf('auditor', token));
  const first = await explanationOf(ledger, figure);
  const figures = await figuresAt(ledger, figure, first);
  const added = new Added();
  const style = json ? asJson : asText;
  await write(style.head(first, figures));
  await shown('rows', first.count, async (progress) => {
    for await (const page of pagesFrom(ledger, first)) {
      for (const row of page.rows) {
        await write(style.row(row, added.rows === 0));
        added.add(row);
      }
      progress(added.rows);
    }
  });
  const stopped = (first.stopped ?? []).map(
    ({ view }) => `the view ${view} has stopped, and what came after is not in it`,
  );
  const findings = [...stopped, ...added.objections(first, figures)];
  await write(style.end(added, findings));
  return findings.length === 0 ? EXIT.done : EXIT.failed;
}

/** How an explanation is printed: what comes before its rows, each of them, and what comes after. */
interface Style {
  readonly head: (explanation: Explanation, figures: readonly Figure[]) => string;
  readonly row: (row: RowBehind, isFirst: boolean) => string;
  readonly end: (added: Added, findings: readonly string[]) => string;
}

const asJson: Style = {
  head: ({ question, explain, asOf, knownAt, stopped, view, sum, count }, figures) =>
    `${JSON.stringify({ question, explain, asOf, knownAt, stopped, view, sum, count, figures }).slice(0, -1)},"rows":[`,
  row: (row, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(row)}`,
  end: (_, findings) => `\n],"findings":${JSON.stringify(findings)}}\n`,
};

const asText: Style = {
  head: ({ question, explain, count, view, asOf, knownAt: { position } }, figures) =>
    [
      `${question}, ${inLine(explain)}: ${counted(count, 'row')} of ${view} as of ${asOf}, known at position ${position}`,
      ...figures.map((figure) => `the figure: ${fieldsOf(figure)}`),
      '',
    ].join('\n'),
  row: ({ adds, key, events }) =>
    [`${adds === null ? 'unknown' : plain(adds)}  ${inLine(key)}`, ...events.map(eventLine), ''].join('\n'),
  end: ({ sum, unknown }, findings) => {
    const but = unknown === 0 ? '' : `, without ${counted(unknown, 'row')} of which it is not known`;
    if (findings.length === 0) return `They add up to ${sum.toFixed()}${but}: that is the figure.\n`;
    return [...findings, `${findings.length} found.`, ''].join('\n');
  },
};

/** The values of a figure that hold no others. */
function fieldsOf(figure: Figure): string {
  const plain = Object.entries(figure).filter(([name, value]) => name !== 'explain' && typeof value !== 'object');
  return inLine(plain.map(([name, value]) => `${name} ${String(value)}`).join(', '));
}

/** A decimal without the zeros that only say how exactly it was worked out. */
function plain(decimal: string): string {
  return new Big(decimal).toFixed();
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`;
}

import { CannotStart } from '#platform/terminal';
import { EXIT, ledgerAddress, tokenOf } from '../historian.js';
import { LedgerClient } from '../ledger-client.js';
import type { Subject } from './address-of.js';
import { differencesIn, momentsOf, type Difference, type Differences, type Moments } from './differences.js';
import { eventLine } from './event-line.js';
import type { Asking } from './explain.js';
import { inLine, write } from './output.js';
import { subjectOf } from './subject.js';

/** Which two moments are compared: what the ledger knew, and the world's time, of each. */
export interface Comparing extends Asking {
  readonly from?: string;
  readonly to?: string;
  readonly asOf?: string;
  readonly fromAsOf?: string;
  readonly toAsOf?: string;
}

/** Prints what differs in views and questions, in all views where none is named; answers how the program is to end. */
export async function diff(named: readonly string[], options: Comparing): Promise<number> {
  const url = ledgerAddress(options.url);
  let moments = momentsAsked(options);
  const subjects = named.map((text) => subjectOf(text, url));
  const ledger = new LedgerClient(url, await tokenOf('auditor', options.token));
  if (subjects.length === 0) subjects.push(...(await viewsOf(ledger)));
  const printing = options.json ? new Json() : new Text();
  for (const subject of subjects) {
    for await (const page of differencesIn(ledger, subject, moments)) {
      // The moments of the first answer are those of all: the ledger goes on meanwhile.
      moments = momentsOf(page);
      await write(printing.page(subject, page));
    }
  }
  await write(printing.end());
  return printing.count === 0 && printing.stopped.size === 0 ? EXIT.done : EXIT.failed;
}

function momentsAsked({ from, to, asOf, fromAsOf, toAsOf }: Comparing): Moments {
  if (from === undefined && fromAsOf === undefined)
    throw new CannotStart(['Two moments are compared: give --from, which is what the ledger knew, or --from-as-of.']);
  return { asOf, 'from.asOf': fromAsOf, 'from.knownAt': from, 'to.asOf': toAsOf, 'to.knownAt': to };
}

async function viewsOf(ledger: LedgerClient): Promise<readonly Subject[]> {
  const { views } = (await (await ledger.read('/views')).json()) as { views: readonly { readonly name: string }[] };
  return views.map(({ name }) => ({ kind: 'views', name, parameters: new URLSearchParams() }));
}

/** How differences are printed, page by page, and what is known of them then. */
abstract class Printing {
  count = 0;
  readonly stopped = new Set<string>();
  protected isFirst = true;

  page(subject: Subject, page: Differences): string {
    for (const { view } of [...(page.from.stopped ?? []), ...(page.to.stopped ?? [])]) this.stopped.add(view);
    const head = this.isFirst ? this.head(page) : '';
    this.isFirst = false;
    const rows = page.rows.map((row) => this.row(subject, row, this.count++));
    return [head, ...rows].join('');
  }

  protected abstract head(page: Differences): string;
  protected abstract row(subject: Subject, row: Difference, index: number): string;
  abstract end(): string;
}

class Json extends Printing {
  protected head({ from, to }: Differences): string {
    return `${JSON.stringify({ from, to }).slice(0, -1)},"differences":[`;
  }

  protected row({ kind, name }: Subject, row: Difference, index: number): string {
    return `${index === 0 ? '' : ','}\n${JSON.stringify({ [kind === 'views' ? 'view' : 'question']: name, ...row })}`;
  }

  end(): string {
    return `\n],"stopped":${JSON.stringify([...this.stopped])}}\n`;
  }
}

class Text extends Printing {
  protected head({ from, to }: Differences): string {
    const said = [from, to].map(({ asOf, knownAt }) => `as of ${asOf}, known at position ${knownAt.position}`);
    return `from ${said.join('\nto   ')}\n`;
  }

  protected row({ name }: Subject, { key, at, change, events = [], ...row }: Difference): string {
    const where = `${name} ${key ?? (at ?? []).join(' / ')}`;
    return [inLine(`${change} ${where}${valuesOf({ change, ...row })}`), ...events.map(eventLine), ''].join('\n');
  }

  end(): string {
    const stopped = [...this.stopped].map((view) => `the view ${view} has stopped, and what came after is not in it\n`);
    const sum = this.count === 0 ? 'Nothing differs.' : `${this.count.toLocaleString('en')} differ.`;
    return [...stopped, `${sum}\n`].join('');
  }
}

/** What differs in what is there at both moments. */
function valuesOf({ before, after, columns, difference }: Difference): string {
  if (!before || !after) return '';
  const [was, is] = columns ? [before.row, after.row] : [before, after];
  const [left, right] = [was, is] as Readonly<Record<string, unknown>>[];
  const names = columns ?? Object.keys(right ?? {}).filter((name) => !isSame(left?.[name], right?.[name]));
  const said = names.map((name) => {
    const by = difference?.[name];
    return `${name} ${JSON.stringify(left?.[name])} to ${JSON.stringify(right?.[name])}${by === undefined ? '' : ` (by ${JSON.stringify(by)})`}`;
  });
  return `: ${said.join(', ')}`;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

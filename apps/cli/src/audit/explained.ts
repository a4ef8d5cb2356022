import { Big } from 'big.js';
import type { LedgerClient } from '../ledger-client.js';
import type { EventBehind } from './event-line.js';
import type { FigureLink } from './figure-link.js';
import { addressOf } from './address-of.js';

/** A row behind a figure, as the ledger sends it; `adds` is `null` where that is not known. */
export interface RowBehind {
  readonly key: string;
  readonly row: object;
  readonly adds: string | null;
  readonly events: readonly EventBehind[];
}

/** A page of what a figure is made of, as the ledger sends it. */
export interface Explanation {
  readonly question: string;
  readonly explain: string;
  readonly asOf: string;
  readonly knownAt: { readonly position: string; readonly time: string | null };
  readonly stopped?: readonly { readonly view: string }[];
  readonly view: string;
  readonly sum: string;
  readonly count: number;
  readonly rows: readonly RowBehind[];
  readonly next?: string;
}

/** What a figure is made of: the first page. */
export async function explanationOf(ledger: LedgerClient, { subject, label }: FigureLink): Promise<Explanation> {
  return at(ledger, addressOf(subject, { explain: label, limit: '1000' }));
}

/** The pages of what a figure is made of, from the first on, all at its times. */
export async function* pagesFrom(ledger: LedgerClient, first: Explanation): AsyncGenerator<Explanation> {
  yield first;
  for (let { next } = first; next !== undefined;) {
    const page = await at(ledger, next);
    yield page;
    next = page.next;
  }
}

async function at(ledger: LedgerClient, path: string): Promise<Explanation> {
  return (await (await ledger.read(path)).json()) as Explanation;
}

/** A figure of an answer: what goes by its label. */
export type Figure = Readonly<Record<string, unknown>>;

/** The figures of the answer that a link is out of which go by its label, at the times of what they are made of. */
export async function figuresAt(
  ledger: LedgerClient,
  { subject, label }: FigureLink,
  { asOf, knownAt }: Explanation,
): Promise<readonly Figure[]> {
  const answer = await ledger.read(addressOf(subject, { asOf, knownAt: knownAt.position }));
  return figuresIn(await answer.json(), label);
}

function figuresIn(value: unknown, label: string): Figure[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap((each) => figuresIn(each, label));
  const { explain } = value as Figure;
  const isIt = typeof explain === 'string' && new URL(explain, 'http://ledger').searchParams.get('explain') === label;
  return isIt ? [value as Figure, ...inner] : inner;
}

/** What a figure that is no amount says how many rows it is of; one that says none of them is a row itself, or counts in a word of its own. */
const COUNTS = ['exceptions', 'events', 'lines', 'allocations', 'pledges'];

/** What is rounded in a figure, and to how many places. */
const ROUNDED = { amount: 2, percent: 4 } as const;

/** What the rows of an explanation come to, added one by one. */
export class Added {
  sum = new Big(0);
  rows = 0;
  unknown = 0;
  readonly withoutEvents: string[] = [];

  add({ key, adds, events }: RowBehind): void {
    this.rows++;
    if (adds === null) this.unknown++;
    else this.sum = this.sum.plus(adds);
    if (events.length === 0) this.withoutEvents.push(key);
  }

  /** Why these rows are not what the figures say, if they are not. */
  objections({ sum, count }: Explanation, figures: readonly Figure[]): readonly string[] {
    const figure = figures.map((one) => this.#against(one)).filter((what) => what !== undefined);
    return [
      ...(this.sum.eq(sum) ? [] : [`the rows add up to ${this.sum.toFixed()}, and the ledger says ${sum}`]),
      ...(this.rows === count ? [] : [`there are ${this.rows} rows, and the ledger says ${count}`]),
      ...this.withoutEvents.map((key) => `the row ${key} has no event behind it`),
      ...(figures.length === 0 ? ['the answer has no figure of this label'] : figure),
    ];
  }

  #against(figure: Figure): string | undefined {
    for (const [name, places] of Object.entries(ROUNDED)) {
      const rounded = figure[name];
      if (typeof rounded !== 'string') continue;
      const sum = this.sum.toFixed(places);
      return sum === rounded ? undefined : `the figure is ${rounded}, and the rows add up to ${sum}`;
    }
    const { quantity } = figure;
    if (typeof quantity === 'string')
      return this.sum.eq(quantity)
        ? undefined
        : `the figure is ${quantity}, and the rows add up to ${this.sum.toFixed()}`;
    const counted = COUNTS.map((name) => figure[name]).find((value) => typeof value === 'number');
    const may = counted === undefined ? [1, ...Object.values(figure)] : [counted];
    if (may.includes(this.rows)) return undefined;
    return `the figure counts ${counted ?? 'another number of rows'}, and there are ${this.rows}`;
  }
}

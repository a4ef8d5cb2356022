import type { RecordedEvent } from '#eventsourcing';

const LONGEST_LINE = 240;
const LONGEST_PART = 100;
const MOST_LISTED = 3;
const MOST_PARTS = 4;
const DEEPEST = 3;

/** What is told before all else, in this order. */
const FIRST = ['title', 'party', 'parties', 'donor', 'kind', 'quantity', 'unit', 'item', 'lines', 'amount', 'from'];
/** What needs no name to be understood. */
const PLAIN = new Set(['title', 'party', 'parties', 'kind', 'quantity', 'unit', 'item', 'lines', 'amount', 'holder']);
/** What is for those who look closer. */
const UNTOLD = new Set(['claims', 'against', 'currency', 'sha256']);

type Fields = Readonly<Record<string, unknown>>;

/** An event in plain words on one line of at most 240 characters: what happened, and what its data tell, the most telling first. */
export function inWords({
  type,
  data,
  stream,
  metadata,
}: Pick<RecordedEvent, 'type' | 'data' | 'stream' | 'metadata'>) {
  const subject = (metadata as Partial<typeof metadata>).by?.subject;
  const told = Object.entries(data as Fields).filter(
    ([field, value]) =>
      !(field.endsWith('Id') && stream.endsWith(`-${String(value)}`)) && !(field === 'subject' && value === subject),
  );
  let line = clipped(capitalised(words(type)), LONGEST_PART);
  let joint = ': ';
  for (const part of partsOf(Object.fromEntries(told), (data as Fields).currency, 0)) {
    if (line.length + joint.length + part.length > LONGEST_LINE - 1) return `${line}…`;
    line += joint + part;
    joint = ', ';
  }
  return line;
}

function partsOf(fields: Fields, currency: unknown, depth: number): readonly string[] {
  const isChange = Object.hasOwn(fields, 'from') && Object.hasOwn(fields, 'to');
  return Object.entries(fields)
    .filter(
      ([field, value]) => !UNTOLD.has(field) && !(isChange && field === 'to') && (field === 'from' || isSaid(value)),
    )
    .toSorted(([a], [b]) => rank(a) - rank(b))
    .map(([field, value]) => {
      if (field === 'from' && isChange) return changed(fields, currency, depth);
      if (typeof value === 'boolean') return value ? words(field) : `not ${words(field)}`;
      const said = inWordsOf(value, currency, depth);
      return clipped(PLAIN.has(field) ? said : `${words(field)} ${said}`, LONGEST_PART);
    });
}

function changed({ from, to }: Fields, currency: unknown, depth: number): string {
  const side = (value: unknown) => (isSaid(value) ? inWordsOf(value, currency, depth) : 'none');
  return clipped(`${side(from)} → ${side(to)}`, LONGEST_PART);
}

function inWordsOf(value: unknown, currency: unknown, depth: number): string {
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth === DEEPEST) return '…';
  if (Array.isArray(value)) return listed(value.filter(isSaid), (one) => inWordsOf(one, currency, depth + 1));
  const fields = value as Fields;
  if (typeof fields.amount === 'string') return money(fields.amount, fields.currency ?? currency, fields.basis);
  if (typeof fields.unknown === 'string') return words(fields.unknown);
  const parts = partsOf(fields, currency, depth + 1);
  return parts.slice(0, MOST_PARTS).join(' ') + (parts.length > MOST_PARTS ? ' …' : '');
}

function listed(values: readonly unknown[], said: (value: unknown) => string): string {
  const more = values.length - MOST_LISTED;
  const shown = values.slice(0, MOST_LISTED).map(said);
  if (more > 0) return `${shown.join(', ')} and ${String(more)} more`;
  return [shown.slice(0, -1).join(', '), ...shown.slice(-1)].filter((part) => part !== '').join(' and ');
}

function money(amount: string, currency: unknown, basis: unknown): string {
  const [whole = '', fraction] = amount.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
  const of = typeof currency === 'string' ? ` ${currency}` : '';
  return clean(grouped + of + (typeof basis === 'string' ? ` (${basis})` : ''));
}

/** Times are told to the minute, at midnight as the day; what is more than a word stands in quotes. */
function text(value: string): string {
  const [, day, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*Z$/.exec(value) ?? [];
  if (day !== undefined) return minute === '00:00' ? day : `${day} ${String(minute)} UTC`;
  const said = clipped(clean(value), LONGEST_PART - 20);
  return said.includes(' ') ? `“${said}”` : said;
}

function isSaid(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

function rank(field: string): number {
  const index = FIRST.indexOf(field);
  return index < 0 ? FIRST.length : index;
}

/** The names that were put in words, of which a ledger has a few hundred. */
const SPOKEN = new Map<string, string>();
const MOST_SPOKEN = 2_000;

/** A name out of the code as it is spoken: `neededBy` as "needed by", `meetingId` as "meeting". */
function words(name: string): string {
  const known = SPOKEN.get(name);
  if (known !== undefined) return known;
  const said = spoken(name);
  if (SPOKEN.size < MOST_SPOKEN) SPOKEN.set(name, said);
  return said;
}

function spoken(name: string): string {
  return clean(name.replace(/(.)Id$/, '$1').replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')).toLowerCase();
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Short words of visible characters with one blank between them, as almost all that is said is. */
const CLEAN = /^(?:[!-~]+(?: [!-~]+)*)?$/;

function clean(said: string): string {
  if (said.length <= LONGEST_LINE && CLEAN.test(said)) return said;
  return said
    .slice(0, 4 * LONGEST_LINE)
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
}

function clipped(said: string, length: number): string {
  return said.length > length ? `${said.slice(0, length - 1).toWellFormed()}…` : said;
}

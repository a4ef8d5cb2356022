import { describeReal, realFile, rowsOf, tableOf } from './real-data.js';

const MAIN = 'kiel/kiel_r18_main_data.csv';
const MAIN_7 = 'kiel/kiel_r07_main_data.csv';
const RATES_7 = 'kiel/kiel_r07_exchange_rates.csv';
const PRICES_7 = 'kiel/kiel_r07_price_list.csv';
const CORRECTIONS_7 = 'kiel/kiel_r07_updates_and_corrections.csv';

/** The tracker's main data, release 18, where it lies beside the project. */
export const kielFile = realFile(MAIN);

/** The tracker's main data, release 7. */
export const kielFile7 = realFile(MAIN_7);

/** What release 7 published beside its main data, by the format that it is imported as. */
export const besides7 = {
  'kiel-rates': realFile(RATES_7),
  'kiel-prices': realFile(PRICES_7),
  'kiel-corrections': realFile(CORRECTIONS_7),
} as const;

/** Describes what holds of the real file: skipped where it is absent, and failing there in CI. */
export function describeKiel(subject: string, body: () => void): void {
  describeReal([MAIN], subject, body);
}

/** Describes what holds of the real files of releases 7 and 18, and of what was published beside the former, as `describeKiel` does. */
export function describeReleases(subject: string, body: () => void): void {
  describeReal([MAIN, MAIN_7, RATES_7, PRICES_7, CORRECTIONS_7], subject, body);
}

/** A row as an auditor with a spreadsheet would read it; none of the ledger's code has a part in it. */
export interface Audited {
  readonly row: number;
  readonly activity: string;
  readonly day: string;
  readonly donor: string;
  readonly kind: string;
  readonly committed: number;
  readonly isCommitted: boolean;
  readonly allocated: number;
}

/** The rows of the real file. */
export function audited(): readonly Audited[] {
  const codes = codesByName();
  return rowsOf(MAIN).map((row) => ({
    row: Number(row.xlsx_row),
    activity: row.ID ?? '',
    day: dayOf(row['Announcement Date'] ?? '', row.Month3 ?? ''),
    donor: codes.get(row.Countries ?? '') ?? `unknown: ${row.Countries ?? ''}`,
    kind: (row['Type of Aid General'] ?? '').trim().toLowerCase(),
    committed: Number(row['Converted Value in EUR']?.replace(/^\.$/, '0')),
    isCommitted: /\d/.test(row['Converted Value in EUR'] ?? ''),
    allocated: Number(row['Allocated Total in EUR']),
  }));
}

/** Euros, added up by a label. */
export function sums(rows: readonly Audited[], label: (row: Audited) => string): Readonly<Record<string, number>> {
  const by: Record<string, number> = {};
  for (const row of rows) by[label(row)] = (by[label(row)] ?? 0) + row.allocated;
  return by;
}

function codesByName(): ReadonlyMap<string, string> {
  const codes = new Map([
    ['European Investment Bank', 'EIB'],
    ['European Peace Facility', 'EPF'],
    ['Switzerland', 'CHE'],
    ['Taiwan', 'TWN'],
    ['India', 'IND'],
    ['China', 'CHN'],
  ]);
  for (const { code = '', name = '', aliases_in_data: aliases = '' } of rowsOf('curated/nations.csv'))
    for (const alias of [name, ...aliases.split('|')]) codes.set(alias, code === 'EUU' ? 'EU' : code);
  return codes;
}

const LAST_DAY = Date.UTC(2024, 5, 30);

/** The last date in the text, American unless that cannot be; of a month the last day; else what the month's number says. */
function dayOf(text: string, month: string): string {
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  let time = LAST_DAY;
  if (/^\d{4}-/.test(text)) time = Date.parse(`${text.slice(0, 10)}T00:00:00Z`);
  else if (numbers.length >= 3) {
    const [a = 0, b = 0, year = 0] = numbers.slice(-3);
    const [m, d] = a > 12 || text.includes('.') ? [b, a] : [a, b];
    time = Math.min(Date.UTC(year, m - 1, d), Date.UTC(year, m, 0));
  } else if (numbers.length === 2) {
    const [m = 0, year = 0] = numbers;
    time = Date.UTC(year < 100 ? year + 2000 : year, m, 0);
  } else if (Number(month) > 0) time = Date.UTC(2022, Number(month), 0);
  return new Date(time).toISOString().slice(0, 10);
}

/** A row of release 7, as `Audited`; what was handed over is in euros, undefined where the file does not value it. */
export interface Audited7 extends Omit<Audited, 'day' | 'isCommitted' | 'allocated'> {
  readonly delivered: number | undefined;
}

/** The rows of the real file of release 7; a commitment that it left in its own currency is converted by the rates published beside it. */
export function audited7(): readonly Audited7[] {
  const codes = codesByName();
  const rates = new Map(tableOf(RATES_7).map(([, , currency = '', rate]) => [currency, Number(rate)]));
  return rowsOf(MAIN_7).map((row) => {
    const [euros = '', total = ''] = [row['Converted Value in EUR'], row.Total];
    const converted = /\d/.test(total) ? Number(total) / (rates.get(row['Original Currency'] ?? '') ?? NaN) : 0;
    const delivered = row['Total monetary value delivered in EUR'] ?? '';
    return {
      row: Number(row.xlsx_row),
      activity: row.ID ?? '',
      donor: codes.get(row.countries ?? '') ?? `unknown: ${row.countries ?? ''}`,
      kind: (row['Type of Aid General'] ?? '').trim().toLowerCase(),
      committed: /\d/.test(euros) ? Number(euros) : converted,
      delivered: /\d/.test(delivered) ? Number(delivered) : undefined,
    };
  });
}

/** What the goods in release 7 are worth at the dollars of its price list, as a spreadsheet looks them up; none of the ledger's code has a part in it. */
export function valued7(): { readonly dollars: number; readonly rows: number } {
  const list = rowsOf(PRICES_7).filter(
    (row) => row.Currency?.trim() === 'USD' && /^[\d.]*\d/.test(row['Unit Price']?.trim() ?? ''),
  );
  const prices = new Map(list.map((row) => [row.Item?.trim().toLowerCase(), Number(row['Unit Price'])]));
  const values = rowsOf(MAIN_7).flatMap((row) => {
    const price = prices.get(row['Items (header blank in source)']?.trim().toLowerCase());
    // A sheet of another country made 15.000.00 of fifteen thousand.
    const units = row['No. of Units']?.trim().replace(/^(\d{1,2})\.000\.00$/, '$1000') ?? '';
    return price !== undefined && /^\d+(\.\d+)?$/.test(units) ? [price * Number(units)] : [];
  });
  return { dollars: values.reduce((sum, value) => sum + value, 0), rows: values.length };
}

/** How many priced goods, in whichever currency, and how many rows there are in the list of release 7, and how many rows its log of corrections has. */
export function counted7(): { readonly priced: number; readonly prices: number; readonly corrections: number } {
  const list = rowsOf(PRICES_7);
  const priced = list.filter(
    (row) => /^[\d.]*\d/.test(row['Unit Price']?.trim() ?? '') && /^[A-Z]{3}$/.test(row.Currency?.trim() ?? ''),
  );
  return {
    priced: new Set(priced.map((row) => `${row.Currency?.trim() ?? ''} ${row.Item?.trim() ?? ''}`)).size,
    prices: list.length,
    corrections: tableOf(CORRECTIONS_7).length,
  };
}

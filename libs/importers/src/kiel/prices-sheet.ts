import { NotThisFormat, type Importer, type Reading, type Reject } from '../plan.js';
import type { TableRow } from '../table.js';
import { cut } from './cell.js';
import { readNumber } from './number.js';
import { planSheet, sheetId, type Sheet, type Statement } from './sheet.js';

const NAME = 'prices';
const COLUMNS = { item: 'Item', price: 'Unit Price', currency: 'Currency' } as const;
const LONGEST_ITEM = 500;

/** The prices of goods that a release of the tracker publishes beside its main data. */
export const kielPrices: Importer = {
  about:
    'The prices of goods that the tracker publishes beside a release of its main data: a price list for each currency.',
  plan: (file, reading) =>
    planSheet(file, { name: NAME, columns: Object.values(COLUMNS), reading }, (rows) => pricesIn(rows, reading)),
};

/** A row that names a price. */
interface Priced {
  readonly row: TableRow;
  readonly item: string;
  readonly price: string;
  readonly currency: string;
}

function pricesIn(rows: readonly TableRow[], { release, on }: Reading): Sheet {
  if (on === undefined)
    throw new NotThisFormat('The sheet does not say of which day its prices are; say it with on, such as 2022-10-03.');
  const rejects: Reject[] = [];
  const priced = new Map<string, Priced>();
  const others: TableRow[] = [];
  for (const row of rows) {
    const read = pricedIn(row);
    if (read === undefined) others.push(row);
    else if ('reason' in read) rejects.push(read);
    else {
      const before = priced.get(`${read.currency} ${read.item}`);
      if (!before) priced.set(`${read.currency} ${read.item}`, read);
      else if (before.price === read.price) others.push(row);
      else
        rejects.push({
          row: row.row,
          column: COLUMNS.price,
          value: read.price,
          reason: `is another price than in row ${before.row.row}`,
        });
    }
  }
  const byCurrency = Map.groupBy(priced.values(), ({ currency }) => currency);
  return {
    said: [...byCurrency].map(([currency, list], index) =>
      listed(list, index === 0 ? others : [], { release, on, currency }),
    ),
    rejects,
  };
}

/** The price in a row, or why it cannot be read; `undefined` where the sheet knows none. */
function pricedIn(row: TableRow): Priced | Reject | undefined {
  const { decimal: price, wrong } = readNumber(row.cell(COLUMNS.price));
  const item = cut(row.cell(COLUMNS.item), LONGEST_ITEM);
  const currency = row.cell(COLUMNS.currency);
  const wants = (column: string, value: string, reason: string): Reject => ({ row: row.row, column, value, reason });
  if (wrong !== undefined) return wants(COLUMNS.price, row.cell(COLUMNS.price), wrong);
  if (price === undefined) return undefined;
  if (!/^[A-Z]{3}$/.test(currency)) return wants(COLUMNS.currency, currency, 'is no currency code');
  if (!/\w/.test(item)) return wants(COLUMNS.item, item, 'is missing although there is a price');
  return { row, item, price, currency };
}

/** A list of one currency; rows that name no price of their own are at home in the first. */
function listed(
  list: readonly Priced[],
  others: readonly TableRow[],
  { release, on, currency }: { readonly release: string; readonly on: string; readonly currency: string },
): Statement {
  const pricesId = `${sheetId(NAME, release)}-${currency}`;
  const home = [...list.map(({ row }) => row), ...others].toSorted((a, b) => a.row - b.row);
  const data = {
    ...{ pricesId, currency, basis: 'replacement' as const, on },
    prices: list.map(({ item, price }) => ({ item, price })),
    source: `Ukraine Support Tracker of the Kiel Institute, release ${release}: list of prices`,
  };
  return { intent: { type: 'PublishPrices', data }, day: on, target: pricesId, from: home, home };
}

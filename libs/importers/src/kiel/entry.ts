import type { Basis, Kind, Party } from '#domain';
import type { Reject } from '../plan.js';
import type { TableRow } from '../table.js';
import type { Line } from '../words.js';
import { cut, NOTHING, numberOf, textOf, Unreadable, type Column } from './cell.js';
import { columns } from './columns.js';
import { readDay, readMonthCount, UNTOLD, type Told } from './day.js';
import { partyOf } from './donors.js';
import { readExactly, readNumber } from './number.js';

/** What one row of the file says. */
export interface Entry {
  readonly row: number;
  readonly hash: string;
  /** The activity's id, and that of the package where the row is part of one. */
  readonly id: string;
  readonly package?: string;
  readonly donor: Party;
  readonly kind: Kind;
  readonly told: Told;
  readonly currency: string;
  readonly basis: Basis;
  readonly committed?: Amount;
  readonly allocated?: Amount;
  readonly line: Line;
  readonly explanation: string;
  readonly sources: readonly string[];
  readonly delivered: Delivered;
}

/** An amount in the row's currency; `original` and `euros` are the file's own text of it, and of what it makes of it in euros. */
export interface Amount {
  readonly decimal: string;
  readonly original: string;
  readonly euros?: string;
}

/** What the file says of a row's delivery: units, its value in euros for the package or activity, and its own estimate in dollars. */
export interface Delivered {
  readonly units?: string;
  readonly euros?: string;
  readonly estimate?: string;
  readonly basis: Basis;
  readonly sources: readonly string[];
}

/** An entry whose day is not told yet. */
export type Untold = Omit<Entry, 'told'> & { readonly told: Told | undefined };

const KINDS: Readonly<Record<string, Kind>> = {
  Military: 'military',
  Humanitarian: 'humanitarian',
  Financial: 'financial',
};
const SOURCES = ['source1', 'source2', 'source3', 'source4'] as const;
const LONGEST = { item: 500, itemType: 200, source: 1000, foreign: 60 } as const;
/** Reads a row, or says which value of it cannot be read and why. */
export function readEntry(row: TableRow): Untold | Reject {
  try {
    return entryOf(row);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const column = columns[error.column];
    return { row: row.row, column, value: row.cell(column), reason: error.reason };
  }
}

function entryOf(row: TableRow): Untold {
  const text = (column: Column) => textOf(row, column);
  const id = identity(text('id'), 'id');
  const packageId = identity(text('package'), 'package');
  const kind = text('kind');
  if (!Object.hasOwn(KINDS, kind)) throw new Unreadable('kind', 'is no kind of aid that is known');
  const donor = partyOf(text('donor'));
  if (donor === undefined) throw new Unreadable('donor', 'is no donor that is known');
  const committed = amountOf(row, 'committed', 'committedEuros');
  const allocated = amountOf(row, 'allocated', 'allocatedEuros');
  const currency = text('currency');
  if (!/^[A-Z]{3}$/.test(currency)) throw new Unreadable('currency', 'is no currency code');
  const inPackage = packageId !== '0';
  if (!inPackage && allocated) throw new Unreadable('package', 'is missing although something is allocated');
  return {
    ...{ row: row.row, hash: row.hash, id, donor, kind: KINDS[kind] ?? 'financial', currency },
    ...(inPackage && { package: packageId }),
    told: toldOf(text('announced'), text('month')),
    basis: basisOf(text('valueSource'), text('valuation')),
    ...(committed && { committed }),
    ...(allocated && { allocated }),
    line: lineOf(row),
    explanation: text('explanation'),
    sources: sourcesOf(row, SOURCES),
    delivered: deliveredOf(row),
  };
}

function identity(text: string, column: Column): string {
  if (NOTHING.has(text)) throw new Unreadable(column, 'is missing');
  if (text.length > LONGEST.foreign) throw new Unreadable(column, `is longer than ${LONGEST.foreign} characters`);
  return text;
}

function amountOf(row: TableRow, column: Column, inEuros: Column): Amount | undefined {
  const decimal = numberOf(row, column);
  numberOf(row, inEuros);
  const euros = readExactly(row.cell(columns[inEuros]));
  if (decimal === undefined && euros !== undefined)
    throw new Unreadable(column, 'is missing although the amount in euros is there');
  if (decimal === undefined) return undefined;
  return { decimal, original: row.cell(columns[column]), ...(euros !== undefined && { euros }) };
}

function toldOf(text: string, month: string): Told | undefined {
  const told = readDay(text);
  if (told === undefined) throw new Unreadable('announced', 'is no date that a rule reads');
  if (told !== UNTOLD) return told;
  const day = readMonthCount(month);
  return day === undefined ? undefined : { day, inexact: text };
}

/** The tracker values with prices of replacement where the source gave none. */
function basisOf(valueSource: string, valuation: string): Basis {
  if (/^book/i.test(valuation)) return 'book';
  return /^replacement/i.test(valuation) || /calculated with prices/i.test(valueSource) ? 'replacement' : 'claimed';
}

function lineOf(row: TableRow): Line {
  const [item, form, itemType] = [textOf(row, 'item'), textOf(row, 'form'), textOf(row, 'itemType')];
  const units = readNumber(textOf(row, 'units'));
  if (units.wrong !== undefined) throw new Unreadable('units', units.wrong);
  const goods = !NOTHING.has(item);
  const category = NOTHING.has(itemType) ? form : itemType;
  return {
    item: cut(goods ? item : form || 'not itemised', LONGEST.item),
    ...(category !== '' && { category: cut(category, LONGEST.itemType) }),
    ...(units.decimal === undefined
      ? { quantityUnknown: units.nothing === 'undisclosed' ? 'withheld' : goods ? 'notReported' : 'notApplicable' }
      : { quantity: units.decimal }),
  };
}

function sourcesOf(row: TableRow, of: readonly Column[]): readonly string[] {
  const texts = of.map((column) => textOf(row, column)).filter((text) => !NOTHING.has(text));
  return [...new Set(texts.map((text) => cut(text, LONGEST.source)))];
}

function deliveredOf(row: TableRow): Delivered {
  const euros = numberOf(row, 'deliveredEuros') === undefined ? undefined : row.cell(columns.deliveredEuros);
  const units = numberOf(row, 'unitsDelivered');
  const estimate = numberOf(row, 'estimateDelivered');
  return {
    ...(units !== undefined && { units }),
    ...(euros !== undefined && { euros }),
    ...(estimate !== undefined && { estimate }),
    basis: basisOf(textOf(row, 'deliveredValueSource'), ''),
    sources: sourcesOf(row, ['deliverySource']),
  };
}

import type { Basis, Kind, Party } from '#domain';
import type { Reject } from '../plan.js';
import type { TableRow } from '../table.js';
import type { Line } from '../words.js';
import { cellsOf, NOTHING, Unreadable, type Cells } from './cell.js';
import type { Column, Layout } from './columns.js';
import { readDay, readMonthCount, UNTOLD, type Told } from './day.js';
import { partyOf } from './donors.js';
import { basisOf, deliveredOf, lineOf, sourcesOf, type Delivered } from './goods.js';

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
  /** Missing only where no amount is known. */
  readonly currency?: string;
  readonly basis: Basis;
  readonly committed?: Amount;
  readonly allocated?: Amount;
  readonly line: Line;
  /** Whether the line names goods, and not only the form of the aid. */
  readonly isOfGoods: boolean;
  readonly explanation: string;
  readonly sources: readonly string[];
  readonly delivered: Delivered;
}

/** An amount; `original` and `euros` are the number as the file has it, and of what it makes of it in euros. */
export interface Amount {
  readonly decimal: string;
  readonly currency: string;
  readonly original: string;
  readonly euros?: string;
}

/** An entry whose day is not told yet. */
export type Untold = Omit<Entry, 'told'> & { readonly told: Told | undefined };

const KINDS: Readonly<Record<string, Kind>> = {
  Military: 'military',
  Humanitarian: 'humanitarian',
  Financial: 'financial',
};
const SOURCES = ['source1', 'source2', 'source3', 'source4'] as const;
/** What stands where a row is part of no package. */
const NO_PACKAGE = '0';
const LONGEST_ID = 60;

/** Reads a row, or says which value of it cannot be read and why. */
export function readEntry(row: TableRow, layout: Layout): Untold | Reject {
  try {
    return entryOf(row, layout);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const column = layout.columns[error.column] ?? error.column;
    return { row: row.row, column, value: row.cell(column), reason: error.reason };
  }
}

function entryOf(row: TableRow, layout: Layout): Untold {
  const cells = cellsOf(row, layout);
  const { text } = cells;
  const id = identity(text('id'), 'id');
  const packageId = layout.hasPackages ? identity(text('package'), 'package') : NO_PACKAGE;
  const kind = text('kind');
  if (!Object.hasOwn(KINDS, kind)) throw new Unreadable('kind', 'is no kind of aid that is known');
  const donor = partyOf(text('donor'));
  if (donor === undefined) throw new Unreadable('donor', 'is no donor that is known');
  const currency = text('currency');
  const committed = amountOf(cells, currency, ['committed', 'committedEuros']);
  const allocated = amountOf(cells, currency, ['allocated', 'allocatedEuros']);
  const isUnknown = NOTHING.has(currency) && !committed && !allocated;
  if (!isUnknown && !/^[A-Z]{3}$/.test(currency)) throw new Unreadable('currency', 'is no currency code');
  const inPackage = packageId !== NO_PACKAGE;
  if (!inPackage && allocated) throw new Unreadable('package', 'is missing although something is allocated');
  return {
    ...{ row: row.row, hash: row.hash, id, donor, kind: KINDS[kind] ?? 'financial' },
    ...(!isUnknown && { currency }),
    ...(inPackage && { package: packageId }),
    told: toldOf(text('announced'), text('month')),
    basis: basisOf(text('valueSource'), text('valuation')),
    ...(committed && { committed }),
    ...(allocated && { allocated }),
    line: lineOf(cells),
    isOfGoods: !NOTHING.has(text('item')),
    explanation: text('explanation'),
    sources: sourcesOf(cells, SOURCES),
    delivered: deliveredOf(cells),
  };
}

function identity(text: string, column: Column): string {
  if (NOTHING.has(text)) throw new Unreadable(column, 'is missing');
  if (text.length > LONGEST_ID) throw new Unreadable(column, `is longer than ${LONGEST_ID} characters`);
  return text;
}

function amountOf(
  { number, exactly }: Cells,
  currency: string,
  [column, inEuros]: readonly [Column, Column],
): Amount | undefined {
  const decimal = number(column);
  const original = exactly(column);
  const euros = exactly(inEuros);
  if (decimal === undefined && euros !== undefined)
    throw new Unreadable(column, 'is missing although the amount in euros is there');
  if (decimal === undefined || original === undefined) return undefined;
  return { decimal, currency, original, ...(euros !== undefined && { euros }) };
}

function toldOf(text: string, month: string): Told | undefined {
  const told = readDay(text);
  if (told === undefined) throw new Unreadable('announced', 'is no date that a rule reads');
  if (told !== UNTOLD) return told;
  const day = readMonthCount(month);
  return day === undefined ? undefined : { day, inexact: text };
}

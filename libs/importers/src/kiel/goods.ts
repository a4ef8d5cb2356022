import type { Basis } from '#domain';
import type { Line } from '../words.js';
import { cut, NOTHING, Unreadable, type Cells } from './cell.js';
import type { Column } from './columns.js';
import { readNumber } from './number.js';

/** What the file says of a row's delivery: units, its value in euros for the package or activity, and its own estimate in dollars. */
export interface Delivered {
  readonly units?: string;
  readonly euros?: string;
  readonly estimate?: string;
  readonly basis: Basis;
  readonly sources: readonly string[];
}

const LONGEST = { item: 500, itemType: 200, source: 1000 } as const;

/** The tracker values with prices of replacement where the source gave none. */
export function basisOf(valueSource: string, valuation: string): Basis {
  if (/^book/i.test(valuation)) return 'book';
  return /^replacement/i.test(valuation) || /calculated with prices/i.test(valueSource) ? 'replacement' : 'claimed';
}

/** What a row is of: its goods, or else the form of the aid. */
export function lineOf({ text }: Cells): Line {
  const [item, form, itemType] = [text('item'), text('form'), text('itemType')];
  const units = readNumber(text('units'));
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

/** The sources that these columns name, each once. */
export function sourcesOf({ text }: Cells, of: readonly Column[]): readonly string[] {
  const texts = of.map((column) => text(column)).filter((text) => !NOTHING.has(text));
  return [...new Set(texts.map((text) => cut(text, LONGEST.source)))];
}

/** What a row says of its delivery. */
export function deliveredOf(cells: Cells): Delivered {
  const { text, number, exactly } = cells;
  const euros = exactly('deliveredEuros');
  const units = number('unitsDelivered');
  const estimate = number('estimateDelivered');
  return {
    ...(units !== undefined && { units }),
    ...(euros !== undefined && { euros }),
    ...(estimate !== undefined && { estimate }),
    basis: basisOf(text('deliveredValueSource'), ''),
    sources: sourcesOf(cells, ['deliverySource']),
  };
}

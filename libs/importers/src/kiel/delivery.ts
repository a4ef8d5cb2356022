import { Big } from 'big.js';
import type { Basis } from '#domain';
import type { Claim, Line, Money } from '../words.js';
import type { Package } from './allocations.js';
import { claimsOf } from './claims.js';
import type { Entry } from './entry.js';

/** What was handed over of a package: without a value, all of it. */
export interface Delivery {
  readonly lines: readonly Line[];
  readonly value?: Money;
  readonly claims: readonly Claim[];
}

type Worth = { readonly value?: Money; readonly note: string };

/** How near two figures of a sheet are that mean the same. */
const SAME = new Big('1e-9');

/**
 * What the file says was handed over of a package, `undefined` where it says nothing. The ledger counts it in the package's own currency, so what the
 * file values in euros or dollars is turned back by the file's own rates; the claim keeps the file's figure.
 */
export function deliveryOf(one: Package, rates: ReadonlyMap<string, string>): Delivery | undefined {
  const { entries, amount } = one;
  const lines = entries.flatMap(({ line, delivered: { units } }): Line[] =>
    units === undefined ? [] : [{ item: line.item, quantity: units }],
  );
  const euros = total(entries, ({ delivered }) => delivered.euros);
  if (lines.length === 0 && euros === undefined) return undefined;
  const { value, note } = worthOf(one, euros, amount?.currency ?? entries[0].currency ?? '', rates);
  return { lines, ...(value && { value }), claims: noted(entries, note) };
}

function worthOf(
  { entries, amount }: Package,
  euros: Big | undefined,
  currency: string,
  rates: ReadonlyMap<string, string>,
): Worth {
  const own = rates.get(currency);
  if (euros !== undefined) {
    const note = `worth EUR ${euros.toFixed()} in the file`;
    const allocated = total(entries, (entry) => entry.allocated?.euros);
    if (amount && allocated && isSame(euros, allocated)) return { value: amount, note };
    const basis = entries.find(({ delivered }) => delivered.euros !== undefined)?.delivered.basis ?? 'claimed';
    if (own !== undefined) return { value: money(euros.times(own), currency, basis), note };
  }
  if (!amount) return { note: 'without a value in the file' };
  if (entries.every(isComplete)) return { note: 'all units of it in the file' };
  const dollars = total(entries, ({ delivered }) => delivered.estimate);
  const dollar = rates.get('USD');
  if (dollars !== undefined && (currency === 'USD' || (own !== undefined && dollar !== undefined))) {
    const estimate = currency === 'USD' ? dollars : dollars.times(own ?? 1).div(dollar ?? 1);
    return {
      value: money(estimate, currency, 'replacement'),
      note: `estimated at USD ${dollars.toFixed()} in the file`,
    };
  }
  return { value: money(new Big(0), currency, 'claimed'), note: 'in part, at no value in the file' };
}

function isComplete({ line, delivered: { units } }: Entry): boolean {
  return units !== undefined && line.quantity !== undefined && new Big(units).gte(line.quantity);
}

function isSame(a: Big, b: Big): boolean {
  return a.minus(b).abs().lte(b.times(SAME));
}

function total(entries: readonly Entry[], of: (entry: Entry) => string | undefined): Big | undefined {
  const figures = entries.flatMap((entry) => of(entry) ?? []);
  return figures.length === 0 ? undefined : figures.reduce((sum, figure) => sum.plus(figure), new Big(0));
}

function money(amount: Big, currency: string, basis: Basis): Money {
  return { amount: amount.round(2).toFixed(), currency, basis };
}

/** Its own sources where the file names them, else those of the package. */
function noted(entries: readonly Entry[], note: string): Claim[] {
  const own = [...new Set(entries.flatMap(({ delivered }) => delivered.sources))];
  const claims: Claim[] = own.length > 0 ? own.map((source) => ({ source })) : claimsOf(entries);
  return claims.slice(0, 50).map((claim) => ({ ...claim, note: [claim.note, note].filter(Boolean).join('; ') }));
}

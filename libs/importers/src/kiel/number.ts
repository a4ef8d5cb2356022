import { Big } from 'big.js';

/** The decimals that the ledger keeps of an amount or a quantity. */
const DECIMALS = 9;
/** What a sheet of another country's made of `1,000.00`. */
const THOUSANDS = /^\d{1,3}(\.\d{3})+\.\d\d$/;
const LARGEST = new Big('1e18');

/** A number in a cell: a decimal string, nothing that stands for one, or something that cannot be read, and why. */
export type Read =
  | { readonly decimal: string; readonly nothing?: never; readonly wrong?: never }
  | { readonly nothing: 'missing' | 'undisclosed'; readonly decimal?: never; readonly wrong?: never }
  | { readonly wrong: string; readonly decimal?: never; readonly nothing?: never };

/** Words for a number that is not told. */
const UNDISCLOSED = new Set(['undisclosed', 'dozens', 'partially']);
const MISSING = new Set(['', '.', 'not given', 'no value available', 'no price']);

/** Reads an amount or a quantity; what a sheet's arithmetic left behind the ninth decimal is rounded away. */
export function readNumber(said: string): Read {
  const text = plainly(said);
  if (UNDISCLOSED.has(text.toLowerCase())) return { nothing: 'undisclosed' };
  if (MISSING.has(text.toLowerCase())) return { nothing: 'missing' };
  if (text.startsWith('-')) return { wrong: 'is negative' };
  if (!/^\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(text)) return { wrong: 'is no number' };
  const number = new Big(text);
  if (number.gte(LARGEST)) return { wrong: 'is too large' };
  return { decimal: number.round(DECIMALS, Big.roundHalfUp).toFixed() };
}

/** Reads a number as the file has it, to all its decimals; `undefined` where it is none. */
export function readExactly(text: string): string | undefined {
  return readNumber(text).decimal === undefined ? undefined : plainly(text);
}

function plainly(text: string): string {
  return text.replace(THOUSANDS, (number) => number.replaceAll('.', '').replace(/\d\d$/, '.$&'));
}

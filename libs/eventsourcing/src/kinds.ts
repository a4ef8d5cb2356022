/** What kind of value JSON holds: a text that is written as a decimal, a day or a time is one. */
type Kind =
  | 'nothing'
  | 'a truth value'
  | 'a number'
  | 'a list'
  | 'a record'
  | 'a decimal'
  | 'a day'
  | 'a time'
  | 'an id'
  | 'text';

/** A part of a value that is of another kind than it was. */
export interface Misfit {
  readonly field: string;
  readonly expected: string;
}

const TEXTS: readonly (readonly [Kind, RegExp])[] = [
  ['a decimal', /^\d{1,18}(\.\d{1,18})?$/],
  ['a day', /^\d{4}-\d\d-\d\d$/],
  ['a time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/],
];
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
const LONGEST = 1_000;

/** Where a value has another shape than the one it is to stand for: a correction changes values, and folds rely on the shape of data. */
export function misfit(was: unknown, is: unknown, field: string): Misfit | undefined {
  const expected = kindOf(was, field);
  if (expected === 'a record') return isRecord(is) ? misfitIn(was as Fields, is, field) : { field, expected };
  if (expected === 'a list') return Array.isArray(is) ? misfitAmong(was as unknown[], is, field) : { field, expected };
  if (expected === 'a number') return isNumberLike(was, is) ? undefined : { field, expected: 'a whole number' };
  if (expected === 'text') return isText(was, is) ? undefined : { field, expected };
  return kindOf(is, field) === expected && isReal(is, expected) ? undefined : { field, expected };
}

type Fields = Readonly<Record<string, unknown>>;

function kindOf(value: unknown, field: string): Kind {
  if (typeof value === 'string') {
    if (field.endsWith('Id') && ID.test(value)) return 'an id';
    return TEXTS.find(([, pattern]) => pattern.test(value))?.[0] ?? 'text';
  }
  if (typeof value === 'boolean') return 'a truth value';
  if (typeof value === 'number') return 'a number';
  if (Array.isArray(value)) return 'a list';
  return isRecord(value) ? 'a record' : 'nothing';
}

function misfitIn(was: Fields, is: Fields, field: string): Misfit | undefined {
  const names = Object.keys(was);
  const strange = Object.keys(is).find((name) => !Object.hasOwn(was, name));
  if (strange !== undefined) return { field: `${field}.${strange}`, expected: 'nothing' };
  for (const name of names) {
    const found = misfit(was[name], Object.hasOwn(is, name) ? is[name] : undefined, `${field}.${name}`);
    if (found) return found;
  }
  return undefined;
}

/** An item of a list fits where it has the shape of any that was there. */
function misfitAmong(was: readonly unknown[], is: readonly unknown[], field: string): Misfit | undefined {
  for (const [index, item] of is.entries()) {
    const misfits = was.map((one) => misfit(one, item, `${field}[${index}]`));
    if (misfits.every((found) => found !== undefined))
      return misfits[0] ?? { field: `${field}[${index}]`, expected: 'nothing' };
  }
  return undefined;
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumberLike(was: unknown, is: unknown): boolean {
  return Number.isSafeInteger(is) && (Number(is) >= 0 || Number(was) < 0);
}

function isText(was: unknown, is: unknown): boolean {
  return typeof is === 'string' && is !== '' && is.length <= Math.max(LONGEST, String(was).length);
}

/** A day or time of the calendar; what is written otherwise needs no calendar. */
function isReal(value: unknown, kind: Kind): boolean {
  if (kind !== 'a day' && kind !== 'a time') return true;
  const time = Date.parse(String(value));
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(String(value).slice(0, 10));
}

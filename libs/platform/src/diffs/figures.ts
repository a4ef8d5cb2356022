import { Big } from 'big.js';
import { changeOf, type Change } from './rows.js';

/** A value of an answer that holds no others, or a list of such. */
type Plain = string | number | boolean | null | readonly unknown[];

/** A part of an answer: where it is, its values, and its label where it is a figure. */
interface Part {
  readonly at: readonly string[];
  readonly values: Readonly<Record<string, Plain>>;
  readonly label: string | undefined;
}

/** A part of an answer that is not the same at two moments. */
export interface PartChange {
  /** Names of fields, and of each element of a list its label. */
  readonly at: readonly string[];
  readonly change: Change;
  readonly before: Part['values'] | null;
  readonly after: Part['values'] | null;
  /** Of each number that differs, how much, exactly; null where the part is there at one moment only. */
  readonly difference: Readonly<Record<string, string | number>> | null;
  /** The label of the figure at each moment; missing where what differs is none. */
  readonly labels?: { readonly before: string | null; readonly after: string | null };
}

/** What differs between two answers to one question, part by part, in the order of the later one. */
export function differences(before: object, after: object): readonly PartChange[] {
  const [earlier, later] = [partsOf(before), partsOf(after)];
  const places = [...later.keys(), ...[...earlier.keys()].filter((place) => !later.has(place))];
  return places.flatMap((place) => {
    const [was, is] = [earlier.get(place) ?? null, later.get(place) ?? null];
    if (JSON.stringify(was?.values) === JSON.stringify(is?.values)) return [];
    const labels = { before: was?.label ?? null, after: is?.label ?? null };
    return {
      at: (is ?? was)?.at ?? [],
      change: changeOf(was, is),
      before: was?.values ?? null,
      after: is?.values ?? null,
      difference: was && is && between(was.values, is.values),
      ...((labels.before !== null || labels.after !== null) && { labels }),
    };
  });
}

/** Every object in an answer by its place in it. */
function partsOf(answer: object): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const walk = (value: object, at: readonly string[]) => {
    const fields = Object.entries(value).filter(([name, field]) => name !== 'explain' && field !== undefined);
    const plain = fields.filter((field): field is [string, Plain] => isPlain(field[1]));
    const { explain } = value as { explain?: unknown };
    const label = typeof explain === 'string' ? explain : undefined;
    if (plain.length > 0) parts.set(JSON.stringify(at), { at, values: Object.fromEntries(plain), label });
    for (const [name, field] of fields) {
      if (isPlain(field)) continue;
      if (!Array.isArray(field)) walk(field as object, [...at, name]);
      else for (const [own, each] of labelled(field as readonly object[])) walk(each, [...at, name, own]);
    }
  };
  walk(answer, []);
  return parts;
}

/** The elements of a list by the label of each: that of a figure, else its first text; one that is there twice is numbered. */
function labelled(elements: readonly object[]): readonly (readonly [label: string, element: object])[] {
  const seen = new Map<string, number>();
  return elements.map((element) => {
    const { explain } = element as { explain?: unknown };
    const texts = Object.values(element).filter((value) => typeof value === 'string');
    const label = typeof explain === 'string' ? explain : (texts[0] ?? '');
    const times = (seen.get(label) ?? 0) + 1;
    seen.set(label, times);
    return [times === 1 ? label : `${label} (${String(times)})`, element];
  });
}

function isPlain(value: unknown): value is Plain {
  if (Array.isArray(value)) return !value.some((each) => typeof each === 'object' && each !== null);
  return typeof value !== 'object' || value === null;
}

const DECIMAL = /^-?\d{1,100}(\.\d{1,100})?$/;

function between(before: Part['values'], after: Part['values']): Readonly<Record<string, string | number>> {
  const found = Object.entries(after).flatMap(([name, value]): [string, string | number][] => {
    const was = before[name];
    if (value === was) return [];
    if (typeof value === 'number' && typeof was === 'number') return [[name, new Big(value).minus(was).toNumber()]];
    if (typeof value !== 'string' || typeof was !== 'string' || !DECIMAL.test(value) || !DECIMAL.test(was)) return [];
    const digits = Math.max(...[value, was].map((text) => text.split('.')[1]?.length ?? 0));
    return [[name, new Big(value).minus(was).toFixed(digits)]];
  });
  return Object.fromEntries(found);
}

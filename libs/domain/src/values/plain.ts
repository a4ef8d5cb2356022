/** The shape of a value without its class; fields that may be `undefined` are optional instead. */
export type Plain<T> = T extends readonly (infer Item)[]
  ? readonly Plain<Item>[]
  : T extends object
    ? Flat<
        { readonly [K in keyof T as undefined extends T[K] ? never : K]: Plain<T[K]> } & {
          readonly [K in keyof T as undefined extends T[K] ? K : never]?: Plain<Exclude<T[K], undefined>>;
        }
      >
    : T;

type Flat<T> = { [K in keyof T]: T[K] };

/** A value as JSON holds it: plain objects, and no field that is `undefined`. */
export function plain<T>(value: T): Plain<T> {
  return copy(value) as Plain<T>;
}

/** Whether two values are the same JSON, in whatever order their fields stand. */
export function same(a: unknown, b: unknown): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [fieldsOf(a), fieldsOf(b)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => Object.hasOwn(b, key) && same(value, (b as Record<string, unknown>)[key]))
  );
}

function copy(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(copy);
  return Object.fromEntries(fieldsOf(value).map(([key, field]) => [key, copy(field)]));
}

function fieldsOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, field]) => field !== undefined);
}

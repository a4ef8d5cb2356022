import type { Event, Recorded, RecordedEvent } from './message.js';

/** What a column holds: `money` and `quantity` are exact decimals, `text[]` and `json` are values. Every column may be null. */
export type ColumnKind = 'text' | 'text[]' | 'money' | 'quantity' | 'integer' | 'boolean' | 'timestamp' | 'json';

/** What the values of a column are codes of: parties (ISO 3166-1 alpha-3 and organisations) or currencies (ISO 4217). */
export type Codes = 'party' | 'currency';

/** A column of a view: what it holds, one sentence for who reads it, and what its values are codes of, if they are. */
export interface Column {
  readonly kind: ColumnKind;
  readonly about?: string | undefined;
  readonly codes?: Codes | undefined;
}

/** The column kinds, as a view declares them. */
export const text = (about?: string, codes?: Codes): Column => ({ kind: 'text', about, codes });
export const textArray = (about?: string, codes?: Codes): Column => ({ kind: 'text[]', about, codes });
export const money = (about?: string): Column => ({ kind: 'money', about });
export const quantity = (about?: string): Column => ({ kind: 'quantity', about });
export const integer = (about?: string): Column => ({ kind: 'integer', about });
export const boolean = (about?: string): Column => ({ kind: 'boolean', about });
export const timestamp = (about?: string): Column => ({ kind: 'timestamp', about });
export const json = (about?: string): Column => ({ kind: 'json', about });

/** A row's values: decimals and timestamps as strings, so that nothing is lost on the way. */
export type Row = Readonly<Record<string, unknown>>;

/** A view: a table of rows by key, and the fold that makes them. One row is one thing, never a sum. */
export interface View<R extends Row = Row, E extends Event = Event> {
  readonly name: string;
  readonly columns: Readonly<Record<keyof R & string, Column>>;
  /**
   * The columns by which questions choose a few of very many rows: each costs every row that is written. A column with others beside it is one
   * by which rows are counted, and tells these without the row being looked at.
   */
  readonly indexed?: readonly (readonly [column: keyof R & string, ...beside: (keyof R & string)[]])[];
  /** The keys of the rows an event bears on. A row whose key is the id of an event begins with that event. */
  readonly key: (event: Recorded<E>) => string | readonly string[];
  /** A row per event: the row as it is from then on; `undefined` where there is none. */
  readonly on: {
    readonly [Type in E['type']]: (row: R | undefined, event: Recorded<E, Type>, key: string) => R | undefined;
  };
  /** The row for any other event, whatever its type; where it is missing, no other is read. */
  readonly any?: (row: R | undefined, event: RecordedEvent, key: string) => R | undefined;
}

/** A view whose rows and events are not looked into. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- folds are contravariant in their events: only `any` holds every view
export type AnyView = View<any, any>;

/** Declares a view; a missing column or row does not compile. */
export function view<R extends Row, E extends Event>(name: string, definition: Omit<View<R, E>, 'name'>): View<R, E> {
  return { name, ...definition };
}

/** How a view folds events of a type; `undefined` where it does not read them. */
export function foldOf<R extends Row, E extends Event>({ on, any }: View<R, E>, type: string): View<R, E>['any'] {
  const named = Object.hasOwn(on, type) ? on[type as E['type']] : undefined;
  return (named as View<R, E>['any']) ?? any;
}

/** Whether a view has a row for events of this type by name. */
export function names({ on }: AnyView, { type }: RecordedEvent): boolean {
  return Object.hasOwn(on, type);
}

import type { Event, Recorded, RecordedEvent } from './message.js';

/** What a column holds: `money` and `quantity` are exact decimals, `text[]` and `json` are values. Every column may be null. */
export type ColumnKind = 'text' | 'text[]' | 'money' | 'quantity' | 'integer' | 'boolean' | 'timestamp' | 'json';

/** The column kinds, as a view declares them. */
export const text = () => 'text' as const;
export const textArray = () => 'text[]' as const;
export const money = () => 'money' as const;
export const quantity = () => 'quantity' as const;
export const integer = () => 'integer' as const;
export const boolean = () => 'boolean' as const;
export const timestamp = () => 'timestamp' as const;
export const json = () => 'json' as const;

/** A row's values: decimals and timestamps as strings, so that nothing is lost on the way. */
export type Row = Readonly<Record<string, unknown>>;

/** A view: a table of rows by key, and the fold that makes them. One row is one thing, never a sum. */
export interface View<R extends Row = Row, E extends Event = Event> {
  readonly name: string;
  readonly columns: Readonly<Record<keyof R & string, ColumnKind>>;
  /** The keys of the rows an event bears on. */
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

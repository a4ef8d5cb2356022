import type { Fields } from './fields.js';
import type { Sql } from './sql.js';
import type { AnyView, Row } from './view.js';

/** The times that a question is asked at: an instant of the world, and a position of the log. */
export interface AskedAt {
  readonly asOf: string;
  readonly knownAt: bigint;
}

/** What a question reads: views as they were at the times asked for, each a parenthesised SELECT of `key`, the
 * view's columns, and `valid_from`, since when a row is what it is. */
export interface Tables extends AskedAt {
  /** The rows that were true at `asOf`, as known at `knownAt`; at other times where those are given. */
  visible(view: AnyView, at?: Partial<AskedAt>): Sql;
  /** The rows as they are to be in the end, as known at `knownAt`, whatever `asOf` is: for what is chosen by name, such as a rate set. */
  latest(view: AnyView, at?: Partial<AskedAt>): Sql;
  /**
   * The rows that are visible at `knownAt` (`is_now`), were at an earlier position (`is_then`), or both; those that were to be true later in the
   * end by what was known then (`was_later`); and those that are behind what is visible now by an event since: `part` is the position of that
   * event, null where there is none, `told_by` its type, and `is_imported` whether it was. Only where `may_differ` holds can a row be another.
   */
  compared(view: AnyView, since: bigint): Sql;
  /** The event at a position, given as SQL over what stands before it in a lateral join: its `id`. */
  eventAt(position: Sql): Sql;
  /** What the question had looked up before, where it did; it is asked without in what stands behind a figure. */
  readonly learnt?: readonly Row[];
}

/** The rows of a view that a figure is made of, as pieces of SQL over its columns and `key`, whose table goes by the name `behind`. */
export interface Behind {
  readonly view: AnyView;
  readonly where: Sql;
  /** What a row adds to the figure, exactly; null where that is not known. Where it is missing, each row counts 1. */
  readonly adds?: Sql;
  /** The rows are those of `latest`, whatever `asOf` is, as the figure is made of what is chosen by name. */
  readonly latest?: true;
}

/** A question: one SQL statement over views, and the answer made of its rows. Decimals, int8 and times come as strings. */
export interface Question<P extends object = object, R extends Row = Row, A extends object = object> {
  readonly name: string;
  /** One sentence for the catalogue and the API's page. */
  readonly about: string;
  /** What its answer has beside both times, each field told in one sentence: what is not declared here is not published. */
  readonly fields: Fields;
  /** The class of its parameters, validated at the door. */
  readonly parameters: new () => P;
  readonly reads: readonly AnyView[];
  /** What is looked up first, in no time, so that the statement need not say what turns out not to be: its rows are `learnt` of the tables. */
  readonly learn?: (parameters: P, tables: Tables) => Sql;
  readonly ask: (parameters: P, tables: Tables) => Sql;
  /** A figure in it is an object whose `explain` is the label it goes by. Throws `BadQuestion` where there is no honest answer. */
  readonly answer: (rows: readonly R[], parameters: P) => A;
  /** What stands behind the figure of a label; `undefined` where the answer can have no such figure. */
  readonly explain?: (parameters: P, label: string, tables: Tables) => Behind | undefined;
}

/** A question whose parameters and answer are not looked into. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- questions are contravariant in their parameters: only `any` holds every question
export type AnyQuestion = Question<any, any, any>;

/** Declares a question. */
export function question<P extends object, R extends Row, A extends object>(
  name: string,
  definition: Omit<Question<P, R, A>, 'name'>,
): Question<P, R, A> {
  return { name, ...definition };
}

/** What was asked cannot be answered as it stands: `code` says why (part of the public contract), `facts` name what is wrong. */
export class BadQuestion extends Error {
  override readonly name = 'BadQuestion';

  constructor(
    readonly code: string,
    message: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

import type { components, paths } from './ledger.generated.js';

type Schemas = components['schemas'];

/** The names that stand last in the paths below a prefix. */
type Named<Prefix extends string> = {
  [Path in keyof paths]: Path extends `${Prefix}${infer Name}`
    ? Name extends `${string}/${string}`
      ? never
      : Name
    : never;
}[keyof paths];

/** What is given may be read only. */
type Given<Value> = Value extends (infer Part)[]
  ? readonly Given<Part>[]
  : Value extends object
    ? { readonly [Name in keyof Value]: Given<Value[Name]> }
    : Value;

type Asking<Path> = Path extends keyof paths
  ? paths[Path] extends { get: { parameters: { query?: infer Query } } }
    ? Given<Omit<NonNullable<Query>, 'download' | 'explain'>>
    : never
  : never;

type Answering<Path> = Path extends keyof paths
  ? paths[Path] extends { get: { responses: { '2XX': { content: { 'application/json': infer Body } } } } }
    ? Body
    : never
  : never;

/** The name of a command, such as `MakePledge`. */
export type CommandType = Named<'/commands/'>;
/** The fields of a command. */
export type Fields<Type extends CommandType> = Given<
  paths[`/commands/${Type}`]['post']['requestBody']['content']['application/json']
>;
/** What came of a command: where its stream and the log stand, and its events. */
export type Receipt = Schemas['Receipt'];
/** A command among many, `data` being its fields. */
export type BatchItem = {
  [Type in CommandType]: Omit<Schemas['BatchItem'], 'type' | 'data'> & { type: Type; data: Fields<Type> };
}[CommandType];
/** What became of a command among many: a receipt or a problem, with the status that it would have had alone. */
export type BatchAnswer = Schemas['BatchAnswer'];

/** The name of a view, such as `pledges`. */
export type ViewName = Named<'/views/'>;
/** The columns of a view. Decimals are strings; what is not known is null. */
export type Columns<View extends ViewName> = Schemas[`View.${View}`];
/** What rows of a view are asked for by: values of its columns, an order, how many, and both times. */
export type ListAsked<View extends ViewName> = Asking<`/views/${View}`>;
/** A page of rows of a view. */
export type Page<View extends ViewName> = Answering<`/views/${View}`>;
/** A row of a list: its columns, its key, and the event that made it. */
export type ListedRow<View extends ViewName> = Page<View>['rows'][number];
/** A page of rows, and where the next one is. */
export interface Paged<Row> {
  readonly rows: readonly Row[];
  readonly next?: string;
}
/** One row of a view, at the times of the answer. */
export type OneRow<View extends ViewName> = Answering<`/views/${View}/{key}`>;
/** Every version of a row of a view. */
export type History<View extends ViewName> = Answering<`/views/${View}/{key}/history`>;
/** What differs in a view between two moments is asked for by. */
export type DiffAsked<View extends ViewName> = Asking<`/diff/views/${View}`>;
/** What differs in a view between two moments. */
export type Diff<View extends ViewName> = Answering<`/diff/views/${View}`>;

/** The name of a question, such as `situation`. */
export type QuestionName = Named<'/questions/'>;
/** What a question is asked by, and both times. */
export type Asked<Question extends QuestionName> = Omit<Asking<`/questions/${Question}`>, 'limit' | 'cursor'>;
/** An answer to a question; a figure in it has an address `explain`. */
export type Answer<Question extends QuestionName> = Exclude<Answering<`/questions/${Question}`>, { sum: string }>;
/** The rows and events that a figure is made of, a page of them. */
export type Explanation = Schemas['Explanation'];
/** What differs in an answer between two moments is asked for by. */
export type AnswerDiffAsked<Question extends QuestionName> = Asking<`/diff/questions/${Question}`>;
/** What differs in an answer between two moments. */
export type AnswerDiff<Question extends QuestionName> = Answering<`/diff/questions/${Question}`>;

/** An event as it was stored. */
export type RecordedEvent = Schemas['Event'];
/** What events of the log are asked for by. */
export type EventsAsked = Asking<'/events'>;
/** A page of events of the log. */
export type EventsPage = Answering<'/events'>;
/** What events of a stream are asked for by. */
export type StreamAsked = Asking<'/streams/{stream}'>;
/** A page of events of a stream. */
export type StreamPage = Answering<'/streams/{stream}'>;

/** What events are followed by as they are recorded. */
export type FeedAsked = Omit<Asking<'/feed'>, 'view' | 'after' | 'envelope' | 'asOf' | 'knownAt'>;
/** What rows of a view are followed by: values of its columns. */
export type ChangesAsked<View extends ViewName> = Partial<
  Pick<ListAsked<View>, keyof ListAsked<View> & keyof Columns<View>>
>;
/** The rows of a view that an event changed; `before` or `after` is null where there is none. */
export interface Changes<View extends ViewName> {
  readonly view: View;
  readonly position: string;
  readonly event: Schemas['EventHead'];
  readonly rows: readonly {
    readonly key: string;
    readonly change: 'added' | 'changed' | 'removed';
    readonly before: ListedRow<View> | null;
    readonly after: ListedRow<View> | null;
  }[];
}

/** A format that files are imported from, such as `kiel`. */
export type ImportFormat = paths['/imports/{format}']['post']['parameters']['path']['format'];
/** What an import is told beside its file. */
export type ImportAsked = paths['/imports/{format}']['post']['parameters']['query'];
/** How far an import is, and what it came to. */
export type Operation = Schemas['Operation'];

/** A problem as it is sent (RFC 9457). */
export type ProblemBody = Schemas['Problem'];
/** The code of a problem or refusal; part of the contract. */
export type ProblemCode = paths['/problems/{code}']['get']['parameters']['path']['code'];

/** A fact of the domain, stored as it is for ever: JSON only, times as ISO 8601 strings, amounts as decimal strings. */
export interface Event<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** An event as `decide` gives it; `occurredAt` (ISO 8601) only where it differs from the command's own. */
export type Decided<E extends Event> = E extends Event ? E & { readonly occurredAt?: string } : never;

/** Who acts: a person or program (`subject`), the party it speaks for (a code such as `DEU`), and its roles. */
export interface Actor {
  readonly subject: string;
  readonly party: string;
  readonly roles: readonly string[];
}

/** Where an imported fact stands in the file it came from; rows are the file's own numbers. */
export interface ImportedFrom {
  readonly source: string;
  readonly release: string;
  readonly rows: readonly { readonly row: number; readonly hash: string }[];
}

/** What comes with a command and is no field of its body. Times are ISO 8601 in UTC. */
export interface CommandMetadata {
  /** The request's identity for ever, a UUID; see `commandIdOf`. */
  readonly commandId: string;
  readonly by: Actor;
  /** When the ledger took the command. */
  readonly at: string;
  /** When it was true in the world. */
  readonly occurredAt: string;
  /** Said by a historian in the name of `by.party`, which has not confirmed it. */
  readonly reported?: boolean;
  readonly imported?: ImportedFrom;
  readonly correlationId?: string;
  readonly causationId?: string;
  /** W3C Trace Context of the request. */
  readonly traceparent?: string;
}

/** An intention; its data is an instance of the command's class. */
export interface Command<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
  readonly metadata: CommandMetadata;
}

/** What an auditor reads of an event and no rule does. */
export interface EventMetadata {
  readonly commandId: string;
  /** SHA-256 of the command's type and data, in hex: tells a retry from another request under the same key. */
  readonly payload: string;
  readonly by: Actor;
  readonly reported?: boolean;
  readonly imported?: ImportedFrom;
  readonly correlationId: string;
  readonly causationId: string;
  readonly traceparent?: string;
}

/** An event ready to be appended; `id` is a UUID that a retry of the same append repeats. */
export interface NewEvent<E extends Event = Event> {
  readonly id: string;
  readonly type: E['type'];
  readonly data: E['data'];
  readonly at: string;
  readonly occurredAt: string;
  readonly metadata: EventMetadata;
}

/** An event in its stream, where `revision` counts from 0. */
export interface StreamEvent<E extends Event = Event> extends NewEvent<E> {
  readonly stream: string;
  readonly revision: number;
}

/** An event in the log, where `position` grows. */
export interface RecordedEvent<E extends Event = Event> extends StreamEvent<E> {
  readonly position: bigint;
}

/** One type out of a union of events, in its stream. */
export type InStream<E extends Event, Type extends E['type'] = E['type']> = StreamEvent<Extract<E, { type: Type }>>;

/** One type out of a union of events, in the log. */
export type Recorded<E extends Event, Type extends E['type'] = E['type']> = RecordedEvent<Extract<E, { type: Type }>>;

/** The commands of a module in which every export is a command's class. */
export type CommandsOf<Module> = {
  [Type in keyof Module & string]: Module[Type] extends new () => infer Data ? Command<Type, Data & object> : never;
}[keyof Module & string];

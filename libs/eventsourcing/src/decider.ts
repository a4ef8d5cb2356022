import type { Command, Decided, Event, InStream, StreamEvent } from './message.js';

/** A fact that a rule needs from another stream: the folded state of a decider, and where to follow it on. */
export interface FactQuery {
  readonly from: AnyDecider;
  readonly id: string;
  /** The id that this state leads on to, for rules about chains; an id met before ends the walk. */
  readonly next?: (state: never) => string | undefined;
}

/** The states that a command's `facts` asked for, as of the moment they were read. */
export interface Facts {
  /** The state of that stream, or `undefined` where the stream does not exist or was not asked for. */
  of<S>(law: { readonly stream: string; readonly initial: S }, id: string): S | undefined;
}

/** The law of one kind of stream as tables: a row per command, a row per event; a missing row does not compile. */
export interface Decider<C extends Command, E extends Event, S> {
  /** The category: streams are named `<category>-<id>`. */
  readonly stream: string;
  /** The field of every command's data that holds the id. */
  readonly id: string;
  readonly initial: S;
  /** The roles that may send each command, checked at the door. */
  readonly may: Readonly<Record<C['type'], readonly string[]>>;
  /** The commands that take an `occurredAt` in the future (R35). */
  readonly ahead?: readonly C['type'][];
  /** What a rule needs to know of other streams. */
  readonly facts?: {
    readonly [Type in C['type']]?: (command: Extract<C, { type: Type }>, state: S) => readonly FactQuery[];
  };
  /** Pure and synchronous: the events that follow, none where the effect already holds, or a `Rejection`. */
  readonly decide: {
    readonly [Type in C['type']]: (
      command: Extract<C, { type: Type }>,
      state: S,
      facts: Facts,
    ) => readonly Decided<E>[];
  };
  readonly evolve: { readonly [Type in E['type']]: (state: S, event: InStream<E, Type>) => S };
}

/** A decider whose messages and state are not looked into. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows are contravariant in their messages: only `any` holds every decider
export type AnyDecider = Decider<any, any, any>;

/** Declares a decider. */
export function decider<C extends Command, E extends Event, S>(definition: Decider<C, E, S>): Decider<C, E, S> {
  return definition;
}

/** A stream: the law that it is folded by, and its events as they were written. */
export interface History {
  readonly law: AnyDecider;
  readonly events: readonly StreamEvent[];
}

/** A law laid over those of other streams: its commands name their stream whole, and are decided on its history instead of its state. */
export interface Overlay<C extends Command, E extends Event> {
  /** What it is called among the categories; no stream is of it. */
  readonly stream: string;
  /** The field of every command's data that holds the name of the stream. */
  readonly id: string;
  /** The law that a stream of this name is folded by; `undefined` where there is none. */
  readonly over: (stream: string) => AnyDecider | undefined;
  readonly may: Readonly<Record<C['type'], readonly string[]>>;
  readonly decide: {
    readonly [Type in C['type']]: (command: Extract<C, { type: Type }>, history: History) => readonly Decided<E>[];
  };
}

/** A law by which commands are decided, whatever its messages. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as in `AnyDecider`
export type AnyLaw = AnyDecider | Overlay<any, any>;

/** Whether a command of this law may occur in the future (R35). */
export function looksAhead(law: AnyLaw, type: string): boolean {
  return 'ahead' in law && law.ahead.includes(type);
}

/** The name of the stream with this id, or with this name. */
export function streamOf(law: { readonly stream: string; readonly over?: unknown }, id: string): string {
  return law.over === undefined ? `${law.stream}-${id}` : id;
}

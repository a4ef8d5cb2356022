import type { Command, Event, Recorded } from './message.js';
import type { Row } from './view.js';

/**
 * A command that a policy asks for; which request it is, is the runner's to say. It speaks for the party whose event it follows from (or
 * `as`), with the role `policy`, and occurs when the event did (or at `occurredAt`, ISO 8601).
 */
export type Intent<C extends Command = Command> = C extends Command
  ? Pick<C, 'type' | 'data'> & { readonly as?: string; readonly occurredAt?: string }
  : never;

/**
 * What a policy has to read before it can say what follows: the rows of a view whose columns hold one of these values, as they were
 * known when the event was recorded, so that the same comes of it whenever it is read; they may lead on to another inquiry.
 */
export interface Inquiry<C extends Command = Command> {
  readonly view: string;
  readonly where: Readonly<Record<string, string | readonly string[]>>;
  readonly then: (rows: readonly (Row & { readonly key: string })[]) => readonly Intent<C>[] | Inquiry<C>;
}

/** A reflex: by its name, which is never given to another, a row per event: the commands that follow, or what to read first. */
export interface Policy<E extends Event = Event, C extends Command = Command> {
  readonly name: string;
  readonly on: {
    readonly [Type in E['type']]: (event: Recorded<E, Type>) => readonly Intent<C>[] | Inquiry<C>;
  };
}

/** A policy whose messages are not looked into. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows are contravariant in their events: only `any` holds every policy
export type AnyPolicy = Policy<any, any>;

/** Declares a policy; a missing row does not compile. */
export function policy<E extends Event, C extends Command>(name: string, on: Policy<E, C>['on']): Policy<E, C> {
  return { name, on };
}

import type { Command, Event, Recorded } from './message.js';

/** A command that a policy asks for; who, when and which request are the runner's to say. */
export type Intent<C extends Command = Command> = C extends Command ? Pick<C, 'type' | 'data'> : never;

/** A reflex as a table: a row per event, the commands that follow from it, and nothing else. */
export type Policy<E extends Event, C extends Command> = {
  readonly [Type in E['type']]: (event: Recorded<E, Type>) => readonly Intent<C>[];
};

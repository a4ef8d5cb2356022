import type { Command, Decided, Event, Facts, InStream } from '#eventsourcing';
import type { Role } from './rules.js';

/** The rows of one stage of a life: its commands, its own events, and others that its commands cause. */
export interface Stage<C extends Command, E extends Event, S, Also extends Event = never> {
  readonly may: Readonly<Record<C['type'], readonly Role[]>>;
  readonly decide: {
    readonly [Type in C['type']]: (
      command: Extract<C, { type: Type }>,
      state: S,
      facts: Facts,
    ) => readonly Decided<E | Also>[];
  };
  readonly evolve: { readonly [Type in E['type']]: (state: S, event: InStream<E, Type>) => S };
}

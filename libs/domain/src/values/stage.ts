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

/** What makes rows of evolve for events of a thing that has begun, in a law whose state before that has the status `before`. */
export function goingOn<S extends { readonly status: string }, Before extends S['status']>(
  before: Before,
  begun: string,
) {
  type Begun = Exclude<S, { readonly status: Before }>;
  return <E extends Event>(change: (thing: Begun, event: InStream<E>) => Begun) =>
    (state: S, event: InStream<E>): S => {
      if (state.status === before) throw new Error(`${event.stream} goes on before it was ${begun}`);
      return change(state as Begun, event);
    };
}

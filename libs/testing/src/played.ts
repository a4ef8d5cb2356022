import {
  factsOf,
  Rejection,
  type AnyDecider,
  type Command,
  type Decided,
  type Event,
  type Facts,
  type StreamEvent,
} from '#eventsourcing';

/** What a command comes to: the events that it causes, `undefined` where it is refused, and the state after it. */
export interface Played<S> {
  readonly state: S;
  readonly events: readonly StreamEvent[] | undefined;
}

/** Plays a command on a state by the rows of a law alone, without a log; for properties over many commands. */
export function played<S>(law: AnyDecider, state: S, command: Command, facts: Facts = factsOf(new Map())): Played<S> {
  const { by, occurredAt } = command.metadata;
  const decide = law.decide[command.type] as (command: Command, state: S, facts: Facts) => readonly Decided<Event>[];
  try {
    const events = decide(command, state, facts).map(
      (event) => ({ ...event, occurredAt: event.occurredAt ?? occurredAt, metadata: { by } }) as StreamEvent,
    );
    const next = events.reduce<S>((folded, event) => {
      const evolve = law.evolve[event.type] as (state: S, event: StreamEvent) => S;
      return evolve(folded, event);
    }, state);
    return { state: next, events };
  } catch (error) {
    if (error instanceof Rejection) return { state, events: undefined };
    throw error;
  }
}

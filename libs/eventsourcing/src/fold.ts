import { corrected, isCorrection, type Corrections } from './correction.js';
import type { AnyDecider } from './decider.js';
import { NO_STREAM, START } from './event-store.js';
import type { StreamEvent } from './message.js';

/** Where in a stream a command's events stand, and the digest of what it asked. */
export interface Trace {
  readonly first: number;
  readonly last: number;
  readonly payload: string;
}

/** A stream folded up to a revision; `seen` holds every command that left events in it, by its id. */
export interface Fold<S> {
  readonly state: S;
  readonly revision: number;
  readonly position: bigint;
  readonly seen: ReadonlyMap<string, Trace>;
}

/** The fold of a stream without events. */
export function emptyFold<S>(initial: S): Fold<S> {
  return { state: initial, revision: NO_STREAM, position: START, seen: new Map() };
}

/**
 * Folds events on, the last of which stands at `position`, as they are right by these corrections. States are values, but `seen` is one growing
 * map that all folds of a stream share: writing the same trace into it twice changes nothing. An event that the law does not know is an error.
 */
export function foldOn<S>(
  law: AnyDecider,
  fold: Fold<S>,
  events: readonly StreamEvent[],
  position: bigint,
  corrections?: Corrections,
): Fold<S> {
  let { state, revision } = fold;
  const seen = fold.seen as Map<string, Trace>;
  for (const event of events) {
    if (!isCorrection(event)) state = evolved(law, state, corrections ? corrected(event, corrections) : event);
    revision = event.revision;
    const { commandId, payload } = event.metadata;
    seen.set(commandId, { first: seen.get(commandId)?.first ?? revision, last: revision, payload });
  }
  return { state, revision, position, seen };
}

function evolved<S>(law: AnyDecider, state: S, event: StreamEvent): S {
  const evolve = Object.hasOwn(law.evolve, event.type) ? law.evolve[event.type] : undefined;
  if (!evolve) throw new UnknownEvent(event);
  return evolve(state, event as never) as S;
}

/** A stream holds an event that its law has no row for: the software is older than the log. */
export class UnknownEvent extends Error {
  override readonly name = 'UnknownEvent';

  constructor({ stream, type, revision }: StreamEvent) {
    super(`${stream} holds ${type} at revision ${String(revision)}, which this version does not know`);
  }
}

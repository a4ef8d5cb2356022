import {
  correctionsOver,
  Folds,
  handle,
  NO_STREAM,
  Rejection,
  streamOf,
  uuidv5,
  type AnyDecider,
  type Command,
  type CommandMetadata,
  type CorrectionCommand,
  type CorrectionEvent,
  type Decider,
  type Event,
  type NewEvent,
} from '#eventsourcing';
import { MemoryStore } from '#stores';
import { metadataBy } from './metadata-by.js';

/** The fields of a message, whatever class they are of. */
export type Fields<T> = T extends object ? { readonly [K in keyof T]: Fields<T[K]> } : T;

/** An event as specs write it; it occurred when the spec plays, unless it says otherwise. */
export type Told<E extends Event> = E extends Event
  ? {
      readonly type: E['type'];
      readonly data: Fields<E['data']>;
      readonly occurredAt?: string;
      readonly reported?: boolean;
    }
  : never;

/** Who acts and when (ISO 8601): `by` is the party, `subject` the person, one of that party if it is not said. */
export interface Circumstances {
  readonly by: string;
  readonly subject?: string;
  readonly roles?: readonly string[];
  readonly at: string;
  readonly occurredAt?: string;
  readonly reported?: boolean;
  /** Whether the command comes out of an import. */
  readonly imported?: boolean;
}

/** What a command comes to: exactly these events, a refusal, or nothing. */
export interface Outcome<E extends Event> {
  then(...events: Told<E | CorrectionEvent>[]): Promise<void>;
  thenRejected(code: string, facts?: Readonly<Record<string, unknown>>): Promise<void>;
  thenNothing(): Promise<void>;
}

/** What is so already, and then a command. */
export interface Given<C extends Command, E extends Event> {
  /** Events of another law, about which a rule asks. */
  and(law: AnyDecider, ...events: Told<Event>[]): Given<C, E>;
  when<Type extends (C | CorrectionCommand)['type']>(
    type: Type,
    data: Fields<Extract<C | CorrectionCommand, { type: Type }>['data']>,
    circumstances?: Partial<Circumstances>,
  ): Outcome<E>;
}

/** Given, when, then for a law: `handle` runs its rows on a log in memory. Events go to the streams that their data name. */
export function specify<C extends Command, E extends Event, S>(
  law: Decider<C, E, S>,
  usual: Circumstances,
): (...events: Told<E | CorrectionEvent>[]) => Given<C, E> {
  const given = (past: readonly Past[]): Given<C, E> => ({
    and: (other, ...events) => given([...past, ...events.map((event) => ({ law: other, event }))]),
    when: (type, data, circumstances = {}) =>
      outcomeOf(past, law, { type, data, metadata: metadataOf({ ...usual, ...circumstances }) }, usual),
  });
  return (...events) => given(events.map((event) => ({ law, event })));
}

interface Past {
  readonly law: AnyDecider;
  readonly event: Told<Event>;
}

function metadataOf({ by, subject = `operator of ${by}`, roles = ['operator'], at, ...rest }: Circumstances) {
  const { occurredAt = at, reported, imported } = rest;
  return {
    commandId: uuidv5('the command'),
    by: { subject, party: by, roles },
    at,
    occurredAt,
    ...(reported && { reported }),
    ...(imported && { imported: { source: 'file', release: '1', rows: [{ row: 2, hash: '00' }] } }),
  } satisfies CommandMetadata;
}

function outcomeOf<E extends Event>(
  past: readonly Past[],
  law: AnyDecider,
  command: Command,
  usual: Circumstances,
): Outcome<E> {
  const caused = async () => {
    const store = new MemoryStore();
    const revisions = new Map<string, number>();
    for (const { law: theirs, event } of past) {
      const told = event.data as Record<string, string>;
      const stream = told[theirs.id] === undefined ? (told.stream ?? '') : streamOf(theirs, told[theirs.id] ?? '');
      const revision = revisions.get(stream) ?? NO_STREAM;
      await store.append(stream, [pastEvent(event, usual, stream, revision + 1)], revision);
      revisions.set(stream, revision + 1);
    }
    const corrections = correctionsOver([law]);
    const decidedBy = Object.hasOwn(corrections.decide, command.type) ? corrections : law;
    const { events } = await handle({ store, folds: new Folds() }, decidedBy, command);
    return events.map((event) => told(event, command.metadata.occurredAt));
  };
  return {
    then: async (...events) => {
      expect(await caused()).toEqual(events);
    },
    thenRejected: async (code, facts) => {
      const refusal = await caused().then(
        (events) => new Error(`accepted, with ${JSON.stringify(events)}`),
        (error: unknown) => error,
      );
      if (!(refusal instanceof Rejection)) throw refusal;
      expect({ code: refusal.code, ...(facts && { facts: refusal.facts }) }).toEqual({ code, ...(facts && { facts }) });
    },
    thenNothing: async () => {
      expect(await caused()).toEqual([]);
    },
  };
}

/** The id of a past event of a spec, by its stream and its revision there. */
export function pastId(stream: string, revision: number): string {
  return uuidv5(`event of ${stream} ${String(revision)}`);
}

function pastEvent(
  { type, data, occurredAt, reported }: Told<Event>,
  usual: Circumstances,
  stream: string,
  revision: number,
): NewEvent {
  const { by, at } = metadataOf(usual);
  return {
    ...{ id: pastId(stream, revision), type, data, at, occurredAt: occurredAt ?? at },
    metadata: metadataBy(by, uuidv5(`${stream} ${String(revision)}`), reported),
  };
}

function told({ type, data, occurredAt }: NewEvent, usual: string): Told<Event> {
  const json = JSON.parse(JSON.stringify(data)) as object;
  return { type, data: json, ...(occurredAt !== usual && { occurredAt }) };
}

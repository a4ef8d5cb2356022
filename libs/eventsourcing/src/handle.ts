import { isApproval } from './correction.js';
import { looksAhead, streamOf, type AnyDecider, type AnyLaw, type History } from './decider.js';
import { WrongExpectedRevision, type EventStore } from './event-store.js';
import { gather } from './facts.js';
import { emptyFold, foldOn, type Fold, type Trace } from './fold.js';
import { pagesOf, type Ledger } from './folds.js';
import { idFollowingFrom, payloadOf } from './identity.js';
import type { Command, Decided, Event, NewEvent, StreamEvent } from './message.js';
import { ensure, Rejection } from './rejection.js';

/** What a command came to: where its stream stands, and the events it caused, none where nothing was left to do. */
export interface Receipt {
  readonly stream: string;
  readonly revision: number;
  readonly position: bigint;
  readonly events: readonly NewEvent[];
  /** Whether this is the receipt of an earlier request under the same key, given again. */
  readonly replayed: boolean;
}

/** How a command is to be handled. */
export interface Handling {
  /** Refuse with `WrongExpectedRevision` unless the stream stands here, and do not try again. */
  readonly expected?: number | undefined;
  /** Decide and answer, but append nothing. */
  readonly dryRun?: boolean | undefined;
}

/** The same key was used for another request: nothing was done. */
export class KeyReused extends Error {
  override readonly name = 'KeyReused';
}

/** How often a stream is read, and the command decided by what it holds. */
const ATTEMPTS = 10;

/**
 * Decides a command against its stream and appends what follows at the exact revision it was decided at; where the stream
 * moved on meanwhile, decides again. A request that is in the stream already is answered with its first receipt. It is first decided by
 * what this process knows of the stream, nothing if it knows none: only where that proves nothing is the stream read.
 * Throws `Rejection`, `KeyReused`, `WrongExpectedRevision` (with `expected`, or after ten lost races of a stream that was read), and what the store throws.
 */
export async function handle(ledger: Ledger, law: AnyLaw, command: Command, handling: Handling = {}): Promise<Receipt> {
  const target = targetOf(law, command);
  const { stream, foldedBy } = target;
  return ledger.folds.inTurn(stream, async () => {
    const known = ledger.folds.kept<unknown>(stream) ?? emptyFold<unknown>(foldedBy.initial);
    const unread = await decideUnread(ledger, target, known, command, handling);
    if (unread) return unread;
    for (let attempt = 1; ; attempt++) {
      const fold = await ledger.folds.read<unknown>(ledger.store, foldedBy, stream);
      try {
        return (await decideOn(ledger, target, fold, command, handling)).receipt;
      } catch (error) {
        const lostRace = error instanceof WrongExpectedRevision && handling.expected === undefined;
        if (!lostRace || attempt === ATTEMPTS) throw error;
      }
    }
  });
}

/** The stream that a command goes to, the law that decides it there, and the law that the stream is folded by. */
interface Target {
  readonly stream: string;
  readonly law: AnyLaw;
  readonly foldedBy: AnyDecider;
}

function targetOf(law: AnyLaw, { data }: Command): Target {
  const stream = streamOf(law, (data as Record<string, string>)[law.id] ?? '');
  const foldedBy = 'over' in law ? law.over(stream) : law;
  ensure(foldedBy, 'NoSuchStream', { stream });
  return { stream, law, foldedBy };
}

/**
 * Decides by a fold that may be behind the store. Only a receipt found, or an append, proves that it is not; and that an append was taken only
 * where it is not the very same that another handling of the request made, so where an event names the moment as the time when it was so.
 */
async function decideUnread(
  ledger: Ledger,
  target: Target,
  known: Fold<unknown>,
  command: Command,
  handling: Handling,
): Promise<Receipt | undefined> {
  const { commandId, at, occurredAt } = command.metadata;
  if (occurredAt !== at && !known.seen.has(commandId)) return undefined;
  const isAmbiguous = (events: readonly NewEvent[]) => !events.some((event) => event.occurredAt === at);
  const decided = await decideOn(ledger, target, known, command, handling, isAmbiguous).catch(unlessFoldIsBehind);
  return decided?.proven ? decided.receipt : undefined;
}

/** A refusal may rest on what the fold does not know. */
function unlessFoldIsBehind(error: unknown): undefined {
  if (error instanceof WrongExpectedRevision || error instanceof Rejection || error instanceof KeyReused)
    return undefined;
  throw error;
}

async function decideOn(
  ledger: Ledger,
  target: Target,
  fold: Fold<unknown>,
  command: Command,
  { expected, dryRun }: Handling,
  isHeldBack: (events: readonly NewEvent[]) => boolean = () => false,
): Promise<{ receipt: Receipt; proven: boolean }> {
  const { store, folds } = ledger;
  const { stream, foldedBy } = target;
  const payload = payloadOf(command);
  const trace = fold.seen.get(command.metadata.commandId);
  if (trace) {
    if (trace.payload !== payload) throw new KeyReused('this key was used for another request');
    return { receipt: await firstReceipt(store, stream, trace), proven: true };
  }
  if (expected !== undefined && expected !== fold.revision)
    throw new WrongExpectedRevision(stream, expected, fold.revision);
  const decided = await decide(ledger, target, command, fold);
  const events = decided.map((event, index) => toAppend(stream, command, payload, event, index));
  if (events.length === 0 || dryRun || isHeldBack(events)) {
    return {
      receipt: { stream, revision: fold.revision, position: fold.position, events, replayed: false },
      proven: false,
    };
  }
  const { revision, position } = await store.append(stream, events, fold.revision);
  const inStream = events.map((event, index) => ({ ...event, stream, revision: fold.revision + 1 + index }));
  if (inStream.some(isApproval)) folds.forget(stream);
  else folds.keep(stream, foldOn(foldedBy, fold, inStream, position));
  return { receipt: { stream, revision, position, events, replayed: false }, proven: true };
}

async function decide(
  ledger: Ledger,
  { stream, law, foldedBy }: Target,
  command: Command,
  { state, revision }: Fold<unknown>,
): Promise<readonly Decided<Event>[]> {
  const { type, metadata } = command;
  const { at, occurredAt } = metadata;
  if (!Object.hasOwn(law.decide, type)) throw new Error(`the law of ${law.stream} has no row for ${type}`);
  ensure(occurredAt <= at || looksAhead(law, type), 'FutureNotAllowed', { occurredAt, at });
  const decided =
    'over' in law
      ? law.decide[type]?.(command, await historyOf(ledger.store, foldedBy, stream, revision))
      : law.decide[type]?.(command, state, await gather(ledger, law.facts?.[type]?.(command, state) ?? []));
  return (decided ?? []) as readonly Decided<Event>[];
}

/** The history of a stream up to the revision that it is folded to. */
async function historyOf(store: EventStore, law: AnyDecider, stream: string, revision: number): Promise<History> {
  const events: StreamEvent[] = [];
  for await (const page of pagesOf(store, stream, 0, revision)) events.push(...page);
  return { law, events };
}

function toAppend(
  stream: string,
  { metadata }: Command,
  payload: string,
  event: Decided<Event>,
  index: number,
): NewEvent {
  const { commandId, by, at, occurredAt, correlationId = commandId, causationId = commandId, ...given } = metadata;
  const caused = {
    type: event.type,
    data: event.data,
    occurredAt: event.occurredAt ?? occurredAt,
    at,
    metadata: { commandId, payload, by, correlationId, causationId, ...given },
  };
  return { id: idFollowingFrom(caused, stream, index), ...caused };
}

async function firstReceipt(store: EventStore, stream: string, { first, last }: Trace): Promise<Receipt> {
  const { events } = await store.read(stream, first, last - first + 1);
  const position = events.at(-1)?.position;
  if (position === undefined)
    throw new Error(`${stream} no longer holds revision ${String(last)}, which was read from it before`);
  return { stream, revision: last, position, events, replayed: true };
}

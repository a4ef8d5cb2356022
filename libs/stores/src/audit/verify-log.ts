import { type EventStore, type RecordedEvent } from '#eventsourcing';
import { StoreClosed } from '../appending.js';
import { StoreRefused, StoreUnavailable } from '../unavailable.js';
import type { Finding } from './findings.js';
import { instantOf, Proof, type Proving } from './proof.js';

const PAGE = 500;

/** Up to where a log is read: a position, or a time at which the ledger knew it. */
export type Until = { readonly position: bigint } | { readonly time: string };

/** How a log is verified. */
export interface Verifying extends Proving {
  readonly until: Until;
  /** Told the position that has been reached. */
  readonly progress?: (position: bigint) => void;
}

/** A log as far as it was read. */
export interface VerifiedLog {
  /** The last position read, 0 where there is none, and when the ledger had come to know all of it. */
  readonly position: bigint;
  readonly time: string | null;
  readonly events: number;
  readonly streams: number;
  /** SHA-256, in hex, of all that the events say: the same in whichever store the log is. */
  readonly digest: string;
  /** How many events say a position, and were moved from a log where they said another: their ids prove nothing. */
  readonly unproven: number;
  /** What cannot be as it was written, in the order of the log; the first thousand of so many. */
  readonly findings: readonly Finding[];
  readonly found: number;
  /** Why the log cannot be read on after its position. */
  readonly unreadable?: string;
}

/**
 * Reads a log and looks whether it can be as it was written: revisions count up from 0 in each stream, positions rise, every id follows from
 * what its event says and is there once, streams read by themselves end alike. Neither time must rise. Throws what the store throws where it does not answer.
 */
export async function verifyLog(store: EventStore, { until, progress, ...proving }: Verifying): Promise<VerifiedLog> {
  const proof = new Proof(proving);
  const unreadable = await read(store, until, (page) => {
    for (const event of page) proof.add(event);
    progress?.(proof.position);
  });
  if (proving.counted) await readAlone(store, proof);
  const { position, time, events, streams, unproven, findings } = proof;
  return {
    ...{ position, time, events, streams, unproven, digest: proof.digest() },
    ...{ findings: findings.told, found: findings.count },
    ...(unreadable !== undefined && { unreadable }),
  };
}

/** Looks whether each stream has its last event when it is read by itself, as commands read it: a file has an index of its own for that. */
async function readAlone(store: EventStore, proof: Proof): Promise<void> {
  for (const last of proof.ends()) {
    const found = await store.read(last.stream, last.revision, 1).catch(unlessAway);
    if (found instanceof Unreadable || found.events[0]?.id !== last.id)
      proof.findings.add(last, 'its stream does not have it here when it is read by itself');
  }
}

/** Reads page by page; answers why it cannot be read on, if it cannot. */
async function read(
  store: EventStore,
  until: Until,
  take: (page: readonly RecordedEvent[]) => void,
): Promise<string | undefined> {
  let [at, size] = [0n, PAGE];
  for (;;) {
    const found = await store.readAll(at, size).catch(unlessAway);
    if (found instanceof Unreadable && size === 1) return found.message;
    if (found instanceof Unreadable) {
      size = 1;
      continue;
    }
    const end = found.findIndex((event) => isAfter(event, until));
    const page = end < 0 ? found : found.slice(0, end);
    take(page);
    const last = page.at(-1)?.position;
    if (end >= 0 || last === undefined || last <= at) return undefined;
    at = last;
  }
}

function isAfter({ position, at }: RecordedEvent, until: Until): boolean {
  return 'position' in until ? position > until.position : (instantOf(at) ?? '') > until.time;
}

/** What is at a place cannot be read; the message says why. */
class Unreadable extends Error {}

/** That the store does not answer says nothing of the log. */
function unlessAway(error: unknown): Unreadable {
  if (error instanceof StoreUnavailable || error instanceof StoreRefused || error instanceof StoreClosed) throw error;
  return new Unreadable((error as Partial<Error>).message ?? String(error));
}

import { createHash } from 'node:crypto';
import { digestOf, idFollowingFrom, START, type RecordedEvent } from '#eventsourcing';
import { Numbering } from '../migration/numbering.js';
import { inOtherTerms, saysPosition, type PositionFields } from '../migration/position-fields.js';
import { Findings } from './findings.js';

/** The last event of a stream. */
export type LastEvent = Pick<RecordedEvent, 'id' | 'stream' | 'revision' | 'position'>;

/** Where a stream stands: its last event, and which of its command's events that is. */
interface End {
  readonly last: LastEvent;
  readonly commandId: string | undefined;
  readonly index: number;
}

/** How the events of a log are proved. */
export interface Proving {
  readonly positionFields: PositionFields;
  /** Whether positions are counted, so that none may be missing. */
  readonly counted: boolean;
}

/** What is known of a log by reading it event by event, in its order. */
export class Proof {
  readonly findings = new Findings();
  position = START;
  /** When the ledger knew all of it, in ISO 8601. */
  time: string | null = null;
  events = 0;
  /** How many events say a position of their log and were moved with it, so that their ids follow from another. */
  unproven = 0;
  readonly #streams = new Map<string, End>();
  readonly #ids = new Set<string>();
  readonly #numbers = new Numbering();
  readonly #digest = createHash('sha256');

  constructor(private readonly proving: Proving) {}

  get streams(): number {
    return this.#streams.size;
  }

  /** The last event of each stream. */
  *ends(): Generator<LastEvent> {
    for (const { last } of this.#streams.values()) yield last;
  }

  /** Takes the next event; what is wrong with it is found, and the rest goes on from it. */
  add(event: RecordedEvent): void {
    this.#place(event);
    const before = this.#streams.get(event.stream);
    const due = (before?.last.revision ?? -1) + 1;
    if (event.revision !== due) this.findings.add(event, `its stream goes on at revision ${due}, and this is another`);
    const commandId: unknown = (event.metadata as Partial<RecordedEvent['metadata']> | null | undefined)?.commandId;
    const ofCommand = typeof commandId === 'string' ? commandId : undefined;
    const index = before && before.commandId === ofCommand ? before.index + 1 : 0;
    const { id, stream, revision, position } = event;
    this.#streams.set(stream, { last: { id, stream, revision, position }, commandId: ofCommand, index });
    this.#identify(event, ofCommand === undefined ? undefined : index);
    this.#clock(event);
    this.events++;
    this.#digest.update(digestOf(this.#told(event)));
  }

  /** SHA-256, in hex, of all that was added but for where each store puts it: equal for equal logs, and kept somewhere else the proof of every event. */
  digest(): string {
    return this.#digest.copy().digest('hex');
  }

  #place(event: RecordedEvent): void {
    const { position } = event;
    if (position <= this.position) this.findings.add(event, 'its position is not after that of the event before');
    else if (this.proving.counted && position > this.position + 1n)
      this.findings.add(event, `the log has nothing at ${places(this.position + 1n, position - 1n)} before it`);
    this.position = position;
    this.#numbers.add(position);
  }

  #identify(event: RecordedEvent, index: number | undefined): void {
    if (this.#ids.has(event.id)) this.findings.add(event, `another event before it has its id, ${event.id}`);
    this.#ids.add(event.id);
    if (index === undefined) this.findings.add(event, 'it does not say which command it is of');
    else if (event.id === idFollowingFrom(event, event.stream, index)) return;
    else if (saysPosition(event, this.proving.positionFields)) this.unproven++;
    else this.findings.add(event, `its id, ${event.id}, does not follow from what it says`);
  }

  #clock(event: RecordedEvent): void {
    const at = instantOf(event.at);
    if (at === undefined) this.findings.add(event, `it says no time at which it was recorded`);
    else if (this.time === null || at > this.time) this.time = at;
  }

  /** What an event says in any store; a position in it is the number of the event that is there. */
  #told(event: RecordedEvent): unknown {
    const field = saysPosition(event, this.proving.positionFields) && this.proving.positionFields[event.type];
    const said = field ? (event.data as Readonly<Record<string, unknown>> | null)?.[field] : undefined;
    const numberOf = (position: bigint) => BigInt(this.#numbers.numberOf(position));
    const isSaid = typeof said === 'string' && /^\d{1,19}$/.test(said);
    const { stream, revision, id, type, data, at, occurredAt, metadata } = isSaid
      ? inOtherTerms(event, this.proving.positionFields, numberOf)
      : event;
    return { stream, revision, id, type, data, at, occurredAt, metadata };
  }
}

/** A time in the form in which the order of texts is that of times; `undefined` where it is none. */
export function instantOf(time: unknown): string | undefined {
  const milliseconds = typeof time === 'string' ? Date.parse(time) : NaN;
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}

function places(first: bigint, last: bigint): string {
  return first === last ? `position ${first}` : `positions ${first} to ${last}`;
}

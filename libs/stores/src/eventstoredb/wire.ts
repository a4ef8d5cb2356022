import {
  jsonEvent,
  type AllStreamResolvedEvent,
  type EventData,
  type JSONType,
  type ResolvedEvent,
} from '@eventstore/db-client';
import type { EventMetadata, NewEvent, RecordedEvent } from '#eventsourcing';
import { positionOf } from './positions.js';

/** What is kept beside an event's data: its metadata and times, with the keys by which EventStoreDB's own tools follow a cause. */
interface WireMetadata extends Omit<EventMetadata, 'correlationId' | 'causationId'> {
  readonly at: string;
  readonly occurredAt: string;
  readonly $correlationId: string;
  readonly $causationId: string;
}

/** An event in the form in which EventStoreDB takes it; what becomes of the object given does not change it. */
export function toWire({ id, type, data, at, occurredAt, metadata }: NewEvent): EventData {
  const { correlationId, causationId, ...rest } = metadata;
  const beside: WireMetadata = { at, occurredAt, ...rest, $correlationId: correlationId, $causationId: causationId };
  const [copy, copyBeside] = JSON.parse(JSON.stringify([data, beside])) as [JSONType, JSONType & object];
  return jsonEvent({ id, type, data: copy, metadata: copyBeside });
}

/** The streams of one ledger among those of a server. */
export class Streams {
  constructor(readonly prefix: string) {}

  /** A stream's name on the server. */
  nameOf(stream: string): string {
    return `${this.prefix}${stream}`;
  }

  /** An event of the ledger as it was appended; undefined for the server's own events and those of others. */
  fromWire({ event }: AllStreamResolvedEvent | ResolvedEvent): RecordedEvent | undefined {
    if (!event?.streamId.startsWith(this.prefix) || event.type.startsWith('$') || !event.isJson || !event.position)
      return undefined;
    const { at, occurredAt, $correlationId, $causationId, ...rest } = event.metadata as unknown as WireMetadata;
    return {
      id: event.id,
      type: event.type,
      data: event.data as object,
      at,
      occurredAt,
      metadata: { ...rest, correlationId: $correlationId, causationId: $causationId },
      stream: event.streamId.slice(this.prefix.length),
      revision: Number(event.revision),
      position: positionOf(event.position),
    };
  }
}

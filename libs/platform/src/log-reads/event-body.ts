import type { RecordedEvent } from '#eventsourcing';

/** An event as it is sent, but for its data. */
export interface EventHead {
  /** A decimal string, for it may be larger than a JSON number holds exactly. */
  readonly position: string;
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly at: string;
  readonly occurredAt: string;
  readonly metadata: RecordedEvent['metadata'];
}

/** An event as it is sent, and as it was stored. */
export interface EventBody extends EventHead {
  readonly data: object;
}

/** What stands beside an event's data, to be sent. */
export function headOf(event: Omit<RecordedEvent, 'data'>): EventHead {
  const { id, type, stream, revision, at, occurredAt, metadata } = event;
  return { position: String(event.position), id, type, stream, revision, at, occurredAt, metadata };
}

/** An event, to be sent. */
export function eventBody(event: RecordedEvent): EventBody {
  return { ...headOf(event), data: event.data };
}

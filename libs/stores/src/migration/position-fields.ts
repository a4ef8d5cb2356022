import type { RecordedEvent } from '#eventsourcing';

/** The field of an event's data, by event type, that is a position of the log that the event is in. */
export type PositionFields = Readonly<Record<string, string>>;

/** Whether an event says a position of its log. */
export function saysPosition({ type }: RecordedEvent, fields: PositionFields): boolean {
  return Object.hasOwn(fields, type);
}

/** An event with the position that it says, if any, told in other terms. */
export function inOtherTerms(
  event: RecordedEvent,
  fields: PositionFields,
  other: (position: bigint) => bigint,
): RecordedEvent {
  const field = Object.hasOwn(fields, event.type) ? fields[event.type] : undefined;
  if (field === undefined) return event;
  const data = event.data as Readonly<Record<string, string>>;
  return { ...event, data: { ...data, [field]: String(other(BigInt(data[field] ?? 0))) } };
}

import type { Event, NewEvent, StreamEvent } from './message.js';

/** Fields of an event's data by name. */
export type Values = Readonly<Record<string, unknown>>;

/** What of an event is to be right: the fields that change and, where it is dated anew, both times (ISO 8601 in UTC). */
export interface Change {
  readonly from: Values;
  readonly to: Values;
  readonly redated?: { readonly from: string; readonly to: string };
}

/** The event of a stream that a correction names, and why it is to be corrected (R8). */
interface Named {
  readonly stream: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly reason: string;
}

/** Somebody says that an event is wrong, and what is right; its own id is the correction's. */
export type CorrectionProposed = Event<'CorrectionProposed', Named & Change>;

/** Somebody else agrees (R33): from here on the stream is folded with the right values, while the event stays as it was written. */
export type CorrectionApproved = Event<
  'CorrectionApproved',
  Named & Change & { readonly correctionId: string; readonly proposedBy: string }
>;

export type CorrectionEvent = CorrectionProposed | CorrectionApproved;

/** The types of these events, which any stream may have. */
export const CORRECTIONS: readonly CorrectionEvent['type'][] = ['CorrectionProposed', 'CorrectionApproved'];

/** The approved corrections of events, by the id of each, in the order of their approval. */
export type Corrections = ReadonlyMap<string, readonly Change[]>;

const NONE: Corrections = new Map();

/** Whether an event proposes or approves a correction; such events change no state of their stream. */
export function isCorrection<E extends NewEvent>(event: E): event is E & NewEvent<CorrectionEvent> {
  return CORRECTIONS.some((type) => type === event.type);
}

/** Whether an event puts a correction into force. */
export function isApproval<E extends NewEvent>(event: E): event is E & NewEvent<CorrectionApproved> {
  return event.type === 'CorrectionApproved';
}

/** The corrections that are in force after these events of one stream, and after those that were before. */
export function correctionsIn(events: readonly StreamEvent[], before = NONE): Corrections {
  const approvals = events.filter(isApproval);
  if (approvals.length === 0) return before;
  const corrections = new Map(before);
  for (const { data } of approvals) corrections.set(data.eventId, [...(corrections.get(data.eventId) ?? []), data]);
  return corrections;
}

/** An event with a change to it. */
export function changed<E extends NewEvent>(event: E, { to, redated }: Change): E {
  return { ...event, data: { ...event.data, ...to }, ...(redated && { occurredAt: redated.to }) };
}

/** An event as it is right by all corrections of it; of two that name one field, the later holds. */
export function corrected<E extends NewEvent>(event: E, corrections: Corrections): E {
  return (corrections.get(event.id) ?? []).reduce(changed, event);
}

import {
  changed,
  corrected,
  correctionsIn,
  isApproval,
  isCorrection,
  type Change,
  type CorrectionEvent,
  type Corrections,
  type Values,
} from './correction.js';
import type { AnyDecider, History, Overlay } from './decider.js';
import { START } from './event-store.js';
import { emptyFold, foldOn } from './fold.js';
import { digestOf } from './identity.js';
import { misfit } from './kinds.js';
import type { Actor, Command, StreamEvent } from './message.js';
import { ensure, Rejection } from './rejection.js';

/** What a correction is asked for with: `values` are the right values of fields, `occurredAt` (ISO 8601) the right time of the event. */
export interface Correcting {
  readonly stream: string;
  readonly eventId: string;
  readonly reason: string;
  readonly values: Values;
  readonly occurredAt?: string;
}

export type CorrectionCommand =
  | Command<'ProposeCorrection', Correcting>
  | Command<'ApproveCorrection', { readonly stream: string; readonly correctionId: string }>;

const ROLES = ['operator', 'coordinator', 'historian'];
/** The roles that correct what any party said; an operator corrects what its own did. */
const FOR_ALL = ['coordinator', 'historian'];

/** The law of corrections, laid over the streams of these laws: one proposes, another approves (R8, R33). */
export function correctionsOver(laws: readonly AnyDecider[]): Overlay<CorrectionCommand, CorrectionEvent> {
  const byCategory = new Map(laws.map((law) => [law.stream, law]));
  return {
    stream: 'correction',
    id: 'stream',
    over: (stream) => byCategory.get(stream.slice(0, stream.indexOf('-'))),
    may: { ProposeCorrection: ROLES, ApproveCorrection: ROLES },
    decide: {
      ProposeCorrection: ({ data: { stream, eventId, reason, values, occurredAt }, metadata: { by, at } }, history) => {
        ensure(/\S/.test(reason), 'NoReason');
        const event = named(history, stream, eventId, by);
        const change = changeOf(history, event, { values, occurredAt }, at);
        if (!change || isProposed(history, eventId, change)) return [];
        ensureFolds(history, event, change);
        const data = { stream, eventId, eventType: event.type, reason, ...change };
        return [{ type: 'CorrectionProposed', data }];
      },

      ApproveCorrection: ({ data: { stream, correctionId }, metadata: { by, at } }, history) => {
        const proposal = history.events.filter(isCorrection).find(({ id }) => id === correctionId);
        ensure(proposal?.type === 'CorrectionProposed', 'NotProposed', { correctionId });
        const { eventId, eventType, reason, to, redated } = proposal.data;
        const event = named(history, stream, eventId, by);
        if (isApproved(history, correctionId)) return [];
        const change = changeOf(history, event, { values: to, occurredAt: redated?.to }, at);
        if (!change) return [];
        const proposedBy = proposal.metadata.by.subject;
        ensure(proposedBy !== by.subject, 'SameActor', { subject: proposedBy });
        ensureFolds(history, event, change);
        const data = { correctionId, stream, eventId, eventType, reason, proposedBy, ...change };
        return [{ type: 'CorrectionApproved', data }];
      },
    },
  };
}

/** The event that is to be corrected, as it is right so far. */
function named({ events }: History, stream: string, eventId: string, { party, roles }: Actor): StreamEvent {
  const event = events.find(({ id }) => id === eventId);
  ensure(event, 'CorrectsUnknown', { stream, eventId });
  ensure(!isCorrection(event), 'CorrectsCorrection', { eventId });
  const theirs = event.metadata.by.party;
  ensure(theirs === party || roles.some((role) => FOR_ALL.includes(role)), 'NotTheirWord', { party: theirs });
  return corrected(event, correctionsIn(events));
}

/** What would change of an event, if anything (R34). */
function changeOf(
  { law }: History,
  event: StreamEvent,
  { values, occurredAt }: { readonly values: Values; readonly occurredAt: string | undefined },
  at: string,
): Change | undefined {
  const data = event.data as Values;
  ensure(!Object.hasOwn(values, law.id), 'NamesItsStream', { field: law.id });
  for (const [field, value] of Object.entries(values)) {
    ensure(Object.hasOwn(data, field), 'NoSuchField', { field, fields: Object.keys(data) });
    const found = misfit(data[field], value, field);
    if (found) throw new Rejection('ValueOfAnotherKind', { ...found });
  }
  const fields = Object.keys(values).filter((field) => !isSame(values[field], data[field]));
  const redated = occurredAt === undefined ? undefined : redating(event, occurredAt, at);
  if (fields.length === 0 && !redated) return undefined;
  return { from: pick(data, fields), to: pick(values, fields), ...(redated && { redated }) };
}

/** A fact is not moved into the future, unless it was said ahead of its time anyway (R35). */
function redating(event: StreamEvent, occurredAt: string, at: string): Change['redated'] {
  const [from, to] = [event.occurredAt, new Date(occurredAt).toISOString()];
  if (Date.parse(from) === Date.parse(to)) return undefined;
  ensure(to <= at || from > event.at, 'FutureNotAllowed', { occurredAt: to, at });
  return { from, to };
}

/** Whether the same is proposed for the event already and waits for somebody to approve it. */
function isProposed(history: History, eventId: string, { to, redated }: Change): boolean {
  return history.events
    .filter(isCorrection)
    .some(
      ({ id, type, data }) =>
        type === 'CorrectionProposed' &&
        data.eventId === eventId &&
        isSame([data.to, data.redated?.to], [to, redated?.to]) &&
        !isApproved(history, id),
    );
}

function isApproved({ events }: History, correctionId: string): boolean {
  return events.filter(isApproval).some(({ data }) => data.correctionId === correctionId);
}

/** What came after the event must be possible still, where it was not decided on what the event should have said. */
function ensureFolds({ law, events }: History, event: StreamEvent, change: Change): void {
  const corrections: Corrections = new Map(correctionsIn(events)).set(event.id, [pastOf(event, change)]);
  let fold = emptyFold<unknown>(law.initial);
  for (const each of events) {
    try {
      fold = foldOn(law, fold, [each], START, corrections);
    } catch {
      throw new Rejection('BreaksHistory', { eventId: each.id, type: each.type, revision: each.revision });
    }
  }
}

/** All that is right of an event after a change, as one change. */
function pastOf(event: StreamEvent, change: Change): Change {
  const { data, occurredAt } = changed(event, change);
  return { from: {}, to: data as Values, redated: { from: event.occurredAt, to: occurredAt } };
}

function pick(values: Values, fields: readonly string[]): Values {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

function isSame(a: unknown, b: unknown): boolean {
  return digestOf(a) === digestOf(b);
}

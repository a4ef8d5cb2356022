import { PolicyRun } from '#domain';
import { streamOf, uuidv5, type CommandMetadata, type Intent, type RecordedEvent } from '#eventsourcing';

/** The longest pause, in ms, before what failed is tried again for a policy. */
export const LONGEST_PAUSE_MS = 10_000;

/** The policy whose commands are those that fall due. */
export const CLOCK_POLICY = 'clock';

/** A command to be sent on a policy's behalf: which request it is, for whom, and the event that it follows from. */
export interface Errand {
  readonly policy: string;
  readonly commandId: string;
  readonly type: string;
  readonly data: object;
  readonly party: string;
  /** When it occurs, unless that is later than now and the command does not look ahead. */
  readonly occurredAt: string;
  readonly cause: RecordedEvent;
  /** What it goes on from in a trace: the event's own, unless the errand has one. */
  readonly traceparent?: string;
  /** Which of the commands that follow from the event it is, counted from 0. */
  readonly index: number;
}

/** The stream of a policy's run. */
export function runOf(policy: string): string {
  return streamOf(PolicyRun, policy);
}

/** Whether an event is the ledger's own note of how its policies fare, from which nothing follows. */
export function isBookkeeping({ stream }: RecordedEvent): boolean {
  return stream.startsWith(runOf(''));
}

/** The errand of what a policy asked for as the `index`th command after an event. */
export function errandOf(policy: string, cause: RecordedEvent, intent: Intent, index: number): Errand {
  return {
    policy,
    commandId: uuidv5(JSON.stringify([policy, cause.id, index])),
    type: intent.type,
    data: intent.data,
    party: intent.as ?? cause.metadata.by.party,
    occurredAt: intent.occurredAt ?? cause.occurredAt,
    cause,
    index,
  };
}

/** What goes with an errand's command beside its data. */
export function metadataOf(
  { policy, commandId, party, cause, traceparent = cause.metadata.traceparent }: Errand,
  times: { at: string; occurredAt: string },
) {
  const { correlationId, reported } = cause.metadata;
  const subject = policy === CLOCK_POLICY ? CLOCK_POLICY : `policy:${policy}`;
  return {
    commandId,
    by: { subject, party, roles: ['policy'] },
    ...times,
    ...(reported && { reported }),
    correlationId,
    causationId: cause.id,
    ...(traceparent !== undefined && { traceparent }),
  } satisfies CommandMetadata;
}

/** A policy is wrong: it failed, or asked for what is no command of a policy. It stops, and everyone is told. */
export class PolicyBroken extends Error {
  override readonly name = 'PolicyBroken';
}

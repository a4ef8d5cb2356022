import type { RecordedEvent } from '#eventsourcing';
import { address } from '../reads/answer.js';

/** The medium of an event in structured mode (CloudEvents 1.0, JSON event format). */
export const CLOUDEVENT = 'application/cloudevents+json';

/** The medium of many events in structured mode, as a batch. */
export const CLOUDEVENTS = 'application/cloudevents-batch+json';

/**
 * An event in the envelope of CloudEvents 1.0: `time` is when it was true in the world, the extension `recordedat` when the ledger
 * recorded it, `sequence` its position in the log, `revision` that of its stream, and `party` whom it is by.
 */
export function cloudEventOf({ id, type, stream, revision, position, at, occurredAt, metadata, data }: RecordedEvent) {
  return {
    specversion: '1.0',
    id,
    source: address(['streams', stream]),
    type: `steadfast.${type}`,
    subject: stream,
    time: occurredAt,
    datacontenttype: 'application/json',
    sequence: String(position),
    revision,
    recordedat: at,
    party: metadata.by.party,
    data,
  };
}

/** Whether an Accept names a medium by its full name; what takes anything is sent no envelopes. */
export function accepts(accept: string | undefined, medium: string): boolean {
  return (accept ?? '').split(',').some((range) => range.split(';')[0]?.trim().toLowerCase() === medium);
}

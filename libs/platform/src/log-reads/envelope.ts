import type { RecordedEvent } from '#eventsourcing';
import { notUnderstood, valueOf, type Query } from '../reads/query.js';
import { accepts, CLOUDEVENT, cloudEventOf } from './cloud-event.js';
import type { FeedEntry } from './recent-events.js';

/** The envelopes that the feed of the log can be asked for in an address, for who cannot set a header. */
export const ENVELOPES = ['cloudevents'] as const;

/** What was written once, for as long as its event is kept for all who listen. */
const written = new WeakMap<RecordedEvent, string>();

/** How the feed of the log writes an event: as it was stored, or in the envelope of CloudEvents where `envelope` or Accept asks for it. */
export function envelopeOf(accept: string | undefined, query: Query): (entry: FeedEntry) => string {
  const named = valueOf(query, 'envelope');
  if (named !== undefined && !ENVELOPES.some((envelope) => envelope === named))
    throw notUnderstood('envelope', `envelope must be ${ENVELOPES.join(', ')}, not ${JSON.stringify(named)}`);
  return named !== undefined || accepts(accept, CLOUDEVENT) ? inCloudEvent : ({ text }) => text;
}

function inCloudEvent({ event }: FeedEntry): string {
  const before = written.get(event);
  if (before !== undefined) return before;
  const text = `id: ${event.position}\ndata: ${JSON.stringify(cloudEventOf(event))}\n\n`;
  written.set(event, text);
  return text;
}

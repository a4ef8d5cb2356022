import { Inject, Injectable } from '@nestjs/common';
import type { EventStore, RecordedEvent } from '#eventsourcing';
import { EVENT_STORE } from '../ledger/ledger.module.js';
import { eventBody } from './event-body.js';
import type { FeedEntry } from './recent-events.js';
import { SharedFeed } from './shared-feed.js';

/** The log as it grows. */
@Injectable()
export class LiveLog extends SharedFeed {
  constructor(@Inject(EVENT_STORE) store: EventStore) {
    super({
      start: () => store.lastPosition(),
      read: async (after, limit) => {
        const entries = (await store.readAll(after, limit)).map(entryOf);
        return { entries, position: entries.at(-1)?.event.position ?? after };
      },
      subscribe: async function* (after, signal) {
        for await (const events of store.subscribe(after, signal)) yield events.map(entryOf);
      },
    });
  }
}

function entryOf(event: RecordedEvent): FeedEntry {
  return { event, text: `id: ${event.position}\ndata: ${JSON.stringify(eventBody(event))}\n\n` };
}

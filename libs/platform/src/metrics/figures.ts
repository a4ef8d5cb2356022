import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '#eventsourcing';
import type { ReadSide, ReadSideStatus } from '#read-side';
import { EVENT_STORE, READ_SIDE } from '../ledger/ledger.module.js';
import { LiveLog } from '../log-reads/live-log.js';
import { Measures } from './measures.js';

const STATUSES = ['live', 'building', 'failed'] as const;

/** The figures that are looked up when metrics are asked for. What does not answer shows as not up, and fails nothing. */
@Injectable()
export class Figures {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_SIDE) private readonly readSide: ReadSide,
    private readonly live: LiveLog,
    private readonly measures: Measures,
  ) {}

  /** Looks them up. */
  async refresh(): Promise<void> {
    const [position, status] = await Promise.allSettled([this.store.lastPosition(), this.readSide.status()]);
    this.measures.figure('up', 'Whether a part of the ledger answers', [
      { labels: { part: 'store' }, value: Number(position.status === 'fulfilled') },
      { labels: { part: 'readSide' }, value: Number(status.status === 'fulfilled') },
    ]);
    this.measures.figure('feed_subscribers', 'How many follow the feed', [{ value: this.live.listeners }]);
    if (position.status === 'fulfilled')
      this.measures.figure('log_position', 'The position of the last event', [{ value: Number(position.value) }]);
    if (status.status === 'fulfilled') this.#readSide(status.value);
  }

  #readSide({ storePosition, lag, position, unknownTypes, views }: ReadSideStatus): void {
    const unknown = Object.values(unknownTypes).reduce((sum, count) => sum + count, 0);
    this.measures.figure('read_side_position', 'The position that the views have come to', [
      { value: Number(position) },
    ]);
    this.measures.figure('read_side_lag', 'How many positions the store is ahead of the views', [
      { value: Number(lag) },
    ]);
    this.measures.figure('unknown_events', 'Events of a type that no view reads, since this process began', [
      { value: unknown },
    ]);
    this.measures.figure(
      'view_lag',
      'How many positions the store is ahead of a view',
      views.map(({ name, position: at }) => ({ labels: { view: name }, value: Number(storePosition - at) })),
    );
    this.measures.figure(
      'view_status',
      'Whether a view is live, building or failed',
      views.flatMap(({ name, status }) =>
        STATUSES.map((each) => ({ labels: { view: name, status: each }, value: Number(each === status) })),
      ),
    );
  }
}

import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  streamNameFilter,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  type ReadPosition,
} from '@eventstore/db-client';
import { START as ALL_START } from '@eventstore/db-client';
import type { RecordedEvent } from '#eventsourcing';
import { BackOff } from '../back-off.js';
import { Bell } from '../bell.js';
import type { SubscriptionWatch } from '../subscription-watch.js';
import { StoreRefused } from '../unavailable.js';
import { failureOf, messageOf } from './failures.js';
import { Interruptions } from './interruptions.js';
import { placeOf } from './positions.js';
import type { Streams } from './wire.js';

/** How far the server looks between two notes of where it is, in steps of 32 events: none is used, for a note that fails ends a subscription without a word. */
const CHECKPOINT_INTERVAL = 100;

/** Follows `$all` with a filter that the server applies, and again from the last position whenever that breaks off. */
export class Subscriber {
  constructor(
    private readonly client: EventStoreDBClient,
    private readonly streams: Streams,
    private readonly batch: number,
    private readonly log: (line: string) => void,
    private readonly watch: SubscriptionWatch | undefined,
  ) {}

  /** The batches after a position that has an event, or `START`, until the signal aborts; throws `StoreRefused`. */
  async *follow(after: bigint, signal: AbortSignal): AsyncGenerator<readonly RecordedEvent[], void, undefined> {
    const backOff = new BackOff();
    const interruptions = new Interruptions(this.watch);
    let [at, from] = [after, placeOf(after)];
    while (!signal.aborted) {
      try {
        for await (const batch of this.#once(from, signal, interruptions)) {
          backOff.reset();
          const events = batch.flatMap((resolved) => this.streams.fromWire(resolved) ?? []);
          const news = events.filter(({ position }) => position > at);
          const last = news.at(-1);
          if (!last) continue;
          [at, from] = [last.position, placeOf(last.position)];
          yield news;
        }
      } catch (error) {
        const { is } = failureOf(error);
        if (is === 'no-position') from = ALL_START;
        else if (is !== 'passing')
          throw new StoreRefused(`the event store refuses a subscription: ${messageOf(error)}`, { cause: error });
        interruptions.breaks();
        this.log(`a subscription broke off and is taken up again: ${messageOf(error)}`);
      }
      await backOff.pause(signal);
    }
  }

  /** What one subscription gives until it breaks off. No more is taken from the server than is asked for, but for a batch. */
  async *#once(
    from: ReadPosition,
    signal: AbortSignal,
    interruptions: Interruptions,
  ): AsyncGenerator<AllStreamResolvedEvent[], void, undefined> {
    const filter = streamNameFilter({ prefixes: [this.streams.prefix], checkpointInterval: CHECKPOINT_INTERVAL });
    const readable = { highWaterMark: this.batch };
    const subscription = this.client.subscribeToAll({ fromPosition: from, filter, requiresLeader: true }, readable);
    const bell = new Bell();
    const state: { failure?: Error; ended: boolean } = { ended: false };
    subscription.on('confirmation', () => {
      interruptions.runs();
    });
    subscription.on('readable', () => {
      bell.ring();
    });
    subscription.on('end', () => {
      state.ended = true;
      bell.ring();
    });
    subscription.on('error', (error) => {
      state.failure ??= error;
      bell.ring();
    });
    try {
      while (!signal.aborted) {
        const batch = this.#taken(subscription);
        if (batch.length > 0) yield batch;
        else if (state.failure) throw state.failure;
        else if (state.ended) throw new Error('the event store ended it');
        else {
          await bell.next(signal);
          // What the server sent at once is to be one batch, and not one each.
          await nextTurn();
        }
      }
    } finally {
      // It may never have begun, and that was said above.
      subscription.unsubscribe().catch(() => undefined);
    }
  }

  #taken(subscription: { read(): unknown }): AllStreamResolvedEvent[] {
    const batch: AllStreamResolvedEvent[] = [];
    while (batch.length < this.batch) {
      const event = subscription.read() as AllStreamResolvedEvent | null;
      if (!event) break;
      batch.push(event);
    }
    return batch;
  }
}

import type { SubscriptionWatch } from './subscription-watch.js';

/** How a log in EventStoreDB is kept. Times are in ms. */
export interface EventStoreDbOptions {
  /** What the names of all streams of the ledger begin with there, so that it can share a server: `steadfast.` unless given. */
  readonly prefix?: string | undefined;
  /** How long one call may take; 5000 unless given. */
  readonly deadline?: number;
  /** How long is tried until an append or a read is given up; 20000 unless given. */
  readonly patience?: number;
  /** The number of events that subscribers are given at once, at most; 500 unless given. */
  readonly batch?: number;
  /** Told when a subscription is interrupted, and why. */
  readonly log?: ((line: string) => void) | undefined;
  /** Told of each interruption of a subscription, and of its end. */
  readonly watch?: SubscriptionWatch | undefined;
}

import { join } from 'node:path';
import { Ledger } from '#client';
import { policies } from '#policies';
import { openSqliteStore } from '#stores';
import { questions, views } from '#views';
import { ManualClock } from '#testing';
import { serveReads } from './serve-reads.js';

/** Somebody, as a token says it. */
export interface Who {
  readonly party: string;
  readonly roles: string[];
  readonly subject: string;
}

/** Where a stage is: a ledger that answers over HTTP and runs its policies, whose clock is set from here. */
export interface Venue {
  /** The ledger, to somebody; to one who only reads where it is not said who. */
  ledger(who?: Who): Ledger;
  now(): string;
  /** Sets the clock of every process. */
  setTime(now: string): Promise<void>;
  lastPosition(): Promise<bigint>;
  /** The metrics of the process that runs the policies, as Prometheus reads them. */
  metrics(): Promise<string>;
  close(): Promise<void>;
}

/** How many seconds a stage waits for what was written before it reads. */
export const PATIENCE = 10;

/** A venue in this process: in memory, or in a directory, where it stays when it is closed. */
export async function openVenue(now: string, directory?: string): Promise<Venue> {
  const clock = new ManualClock(now);
  const places = directory !== undefined && {
    store: openSqliteStore(join(directory, 'log.sqlite')),
    database: join(directory, 'views'),
  };
  const server = await serveReads({ views, questions, policies, clock, ...places });
  return {
    ledger: (who) =>
      new Ledger({ url: server.url, wait: PATIENCE, ...(who && { token: () => server.token({ ...who, ttl: '1h' }) }) }),
    now: () => clock.now(),
    setTime: async (time) => {
      clock.set(time);
    },
    lastPosition: () => server.store.lastPosition(),
    metrics: async () => String((await server.request('/metrics')).body.text),
    close: () => server.close(),
  };
}

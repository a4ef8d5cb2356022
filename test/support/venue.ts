import { join } from 'node:path';
import { policies } from '#policies';
import { openSqliteStore } from '#stores';
import { questions, views } from '#views';
import { ManualClock } from './manual-clock.js';
import type { CommandServer } from './serve-commands.js';
import { serveReads, type ReadServer } from './serve-reads.js';

/** Where a stage is: a ledger that answers over HTTP and runs its policies, whose clock is set from here. */
export interface Venue extends Pick<CommandServer, 'token' | 'send' | 'close'>, Pick<ReadServer, 'get'> {
  now(): string;
  /** Sets the clock of every process. */
  setTime(now: string): Promise<void>;
  lastPosition(): Promise<bigint>;
  /** The metrics of the process that runs the policies, as Prometheus reads them. */
  metrics(): Promise<string>;
}

/** A venue in this process: in memory, or in a directory, where it stays when it is closed. */
export async function openVenue(now: string, directory?: string): Promise<Venue> {
  const clock = new ManualClock(now);
  const places = directory !== undefined && {
    store: openSqliteStore(join(directory, 'log.sqlite')),
    database: join(directory, 'views'),
  };
  const server = await serveReads({ views, questions, policies, clock, ...places });
  return {
    ...server,
    now: () => clock.now(),
    setTime: async (time) => {
      clock.set(time);
    },
    lastPosition: () => server.store.lastPosition(),
    metrics: async () => String((await server.request('/metrics')).body.text),
  };
}

import { aggregates } from '#domain';
import type { AnyPolicy, AnyQuestion, AnyView, Clock, EventStore } from '#eventsourcing';
import { HealthModule, openLog, PoliciesModule, ReadsModule, type Tracing } from '#platform';
import type { Logger } from 'pino';
import { openPglite, openReadSide, type ReadSide } from '#read-side';
import { MemoryStore } from '#stores';
import { serveCommands, type Answered, type CommandServer } from './serve-commands.js';
import { allocations, pledged, pledges } from './sample-views.js';

/** A server of commands and reads, over a store and a read side in memory. */
export interface ReadServer extends CommandServer {
  readonly readSide: ReadSide;
  /** Makes a pledge of DEU; answers the receipt. */
  pledge(more?: Readonly<Record<string, unknown>>, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** Reads what is at a path once the read side has everything that the log has. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answered>;
}

/** What is served. */
export interface Served {
  readonly views?: readonly AnyView[];
  readonly questions?: readonly AnyQuestion[];
  readonly store?: EventStore;
  /** No policy runs, and nothing falls due, unless they are given. */
  readonly policies?: readonly AnyPolicy[];
  readonly clock?: Clock;
  /** Where the database of the read side is; in memory if it is not said. */
  readonly database?: string;
  /** The read side to serve, in place of one of its own; whoever opened it closes it. */
  readonly readSide?: ReadSide;
  readonly tracing?: Tracing;
  readonly log?: Logger;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a server on a free port of this machine. */
export async function serveReads({
  views = [pledges, allocations],
  questions = [pledged],
  store = new MemoryStore(),
  policies,
  clock,
  database,
  readSide: given,
  tracing,
  log = openLog('silent'),
  env = {},
}: Served = {}): Promise<ReadServer> {
  const readSide =
    given ??
    (await openReadSide({
      store,
      views,
      questions,
      database: () => openPglite(database),
      ...(tracing && { around: (events, fold) => tracing.folding(events, fold) }),
      ...(clock && { now: () => clock.now() }),
    }));
  const running = policies ? [PoliciesModule.of({ aggregates, policies, log })] : [];
  const modules = [ReadsModule, ...running, HealthModule];
  const server = await serveCommands(env, store, {
    ...{ readSide, modules, log },
    ...(clock && { clock }),
    ...(tracing && { tracing }),
  });
  let made = 0;
  return {
    ...server,
    readSide,
    pledge: (more = {}, headers = {}) =>
      server.send('MakePledge', { ...pledgeBody(`p-${String(++made)}`), ...more }, headers),
    get: async (path, headers = {}) =>
      server.request(path, {
        headers: { 'read-after': String(await store.lastPosition()), prefer: 'wait=10', ...headers },
      }),
    close: async () => {
      await server.close();
      if (!given) await readSide.close();
    },
  };
}

function pledgeBody(pledgeId: string): object {
  return {
    pledgeId,
    donor: 'DEU',
    kind: 'military',
    title: 'Air defence',
    amount: { amount: '1000000.00', currency: 'EUR', basis: 'claimed' },
    claims: [{ source: 'https://example.org/statement', said: '2024-07-10', learnt: '2024-07-10' }],
  };
}

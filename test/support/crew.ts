import { setTimeout as pause } from 'node:timers/promises';
import { openCuttable, type Cuttable } from './cuttable.js';
import type { Engines } from './engines.js';
import { freePort, launch, type Launched } from './launch.js';

type App = 'api' | 'worker';

/** A process of a deployment, which keeps its address when it is started anew. */
export class Member {
  readonly url: string;
  #running: Launched | undefined;

  constructor(
    readonly app: App,
    private readonly env: Readonly<Record<string, string>>,
    port: number,
  ) {
    this.env = { ...env, PORT: String(port) };
    this.url = `http://127.0.0.1:${port}`;
  }

  async start(): Promise<void> {
    this.#running = await launch(this.env, this.app);
  }

  /** Ends it, and resolves with its exit code: none where it is killed. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.#running?.kill(signal);
    return (await this.#running?.ended)?.code ?? null;
  }

  /** Whether it can be sent requests, as it says itself; one that gives no answer cannot. */
  async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    return answer?.status === 200;
  }

  /** Resolves, with how long it took in ms, once it is ready, or no longer is. */
  async becomes(ready: boolean, withinMs = 30_000): Promise<number> {
    const began = performance.now();
    while ((await this.isReady()) !== ready) {
      if (performance.now() - began > withinMs)
        throw new Error(
          `${this.app} at ${this.url} does not become ${ready ? 'ready' : 'unready'}: ${await this.said()}`,
        );
      await pause(50);
    }
    return Math.round(performance.now() - began);
  }

  /** Whether it is the one worker that leads. */
  async leads(): Promise<boolean> {
    return /^steadfast_leads 1$/m.test(await this.#text('/metrics'));
  }

  /** Whether its policies have done what follows from the log up to a position. */
  async hasFollowed(position: bigint): Promise<boolean> {
    const come = [...(await this.#text('/metrics')).matchAll(/^steadfast_policy_position\{.*\} (\d+)$/gm)];
    return come.length > 0 && come.every(([, at]) => BigInt(at ?? 0) >= position);
  }

  /** How far its policies have come, in words. */
  async followed(): Promise<string> {
    const text = await this.#text('/metrics');
    return [...text.matchAll(/^steadfast_(?:log_position|policy_position.*|policy_lag.*|leads) .*$/gm)]
      .map(([line]) => line)
      .join('\n');
  }

  private async said(): Promise<string> {
    return this.#text('/health/ready').catch(String);
  }

  async #text(path: string): Promise<string> {
    return (await fetch(`${this.url}${path}`, { signal: AbortSignal.timeout(5_000) })).text();
  }
}

/** Two api processes and two workers, and the ways between them and the engines, each of which can be cut. */
export interface Crew {
  readonly apis: readonly [Member, Member];
  readonly workers: readonly [Member, Member];
  readonly ways: Readonly<Record<App, Readonly<Record<'store' | 'database', Cuttable>>>>;
  readonly place: Awaited<ReturnType<Engines['place']>>;
  /** The worker that leads, and the one that stands by, once one does. */
  leader(): Promise<{ leader: Member; other: Member }>;
  /** Ends all in good order. */
  close(): Promise<readonly (number | null)[]>;
}

/** Starts them, in a place of their own on the engines and with a data directory that is given. */
export async function openCrew(engines: Engines, directory: string): Promise<Crew> {
  const place = await engines.place();
  const wayTo = async (address: string) => {
    const way = await openCuttable(Number(new URL(address).port));
    const url = new URL(address);
    url.port = String(way.port);
    return { way, url: url.href };
  };
  const sideOf = async (app: App) => {
    const store = await wayTo(place.EVENT_STORE_URL);
    const database = await wayTo(place.DATABASE_URL);
    const env = {
      ...{ DATA_DIR: directory, METRICS: 'open', LOG_LEVEL: 'fatal' },
      ...{ ...place, EVENT_STORE_URL: store.url, DATABASE_URL: database.url },
    };
    const pair = [new Member(app, env, await freePort()), new Member(app, env, await freePort())] as const;
    return { pair, ways: { store: store.way, database: database.way } };
  };
  const [api, worker] = [await sideOf('api'), await sideOf('worker')];
  const all = [...api.pair, ...worker.pair];
  await Promise.all(all.map((each) => each.start()));
  return {
    apis: api.pair,
    workers: worker.pair,
    ways: { api: api.ways, worker: worker.ways },
    place,
    leader: async () => {
      const [one, other] = worker.pair;
      for (const until = performance.now() + 30_000; performance.now() < until;) {
        if (await one.leads().catch(() => false)) return { leader: one, other };
        if (await other.leads().catch(() => false)) return { leader: other, other: one };
        await pause(25);
      }
      throw new Error('no worker leads');
    },
    close: async () => {
      const codes = await Promise.all(all.map((each) => each.end('SIGTERM')));
      for (const { store, database } of [api.ways, worker.ways]) await Promise.all([store.close(), database.close()]);
      return codes;
    },
  };
}

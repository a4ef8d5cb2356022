import type { Worker } from 'node:worker_threads';
import type { AnyQuestion, AnyView } from '#eventsourcing';
import { ReadSideDown, type ReadSide, type Times } from './read-side.js';
import { received, type Method, type Reply, type Request } from './wire.js';

/** A thread that ends sooner than this, in milliseconds, is started again once; then the read side stays down. */
const LONG_ENOUGH = 60_000;

/** How a read side in a thread is reached. */
export interface Connection {
  /** Starts the thread, which calls `serveReadSide`. */
  readonly start: () => Worker;
  readonly views: readonly AnyView[];
  readonly questions: readonly AnyQuestion[];
  /** What `asOf` is where nothing is said, in ISO 8601; the thread's own time unless given. */
  readonly now?: () => string;
  readonly log?: (line: string) => void;
}

/** Starts a read side in a thread of its own; resolves when it serves, rejects with `ReadSideDown` where it does not come to that. */
export async function connectReadSide(connection: Connection): Promise<ReadSide> {
  const remote = new RemoteReadSide(connection);
  await remote.serving;
  return remote;
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

class RemoteReadSide implements ReadSide {
  readonly views: readonly AnyView[];
  readonly questions: readonly AnyQuestion[];
  readonly serving: Promise<void>;
  readonly #waiting = new Map<number, Waiting>();
  readonly #log: (line: string) => void;
  #worker: Worker | undefined;
  #down: ReadSideDown | undefined;
  #restarted = false;
  #calls = 0;
  #served: Waiting | undefined;

  constructor(private readonly connection: Connection) {
    this.views = connection.views;
    this.questions = connection.questions;
    this.#log = connection.log ?? (() => undefined);
    this.serving = new Promise((resolve, reject) => {
      this.#served = { resolve, reject };
    });
    this.#start();
  }

  readonly list: ReadSide['list'] = (view, request) => this.#call('list', [view, this.#timed(request)]);
  readonly row: ReadSide['row'] = (view, key, times) => this.#call('row', [view, key, this.#timed(times)]);
  readonly history: ReadSide['history'] = (...args) => this.#call('history', args);
  readonly diff: ReadSide['diff'] = (view, request) =>
    this.#call('diff', [view, { ...request, ...this.#timedBoth(request) }]);
  readonly changes: ReadSide['changes'] = (...args) => this.#call('changes', args);
  readonly moved: ReadSide['moved'] = (...args) => this.#call('moved', args);
  readonly ask: ReadSide['ask'] = (name, parameters, times) =>
    this.#call('ask', [name, { ...parameters }, this.#timed(times)]);
  readonly compare: ReadSide['compare'] = (name, parameters, moments) =>
    this.#call('compare', [name, { ...parameters }, this.#timedBoth(moments)]);
  readonly explain: ReadSide['explain'] = (name, parameters, label, request) =>
    this.#call('explain', [name, { ...parameters }, label, this.#timed(request)]);
  readonly events: ReadSide['events'] = (...args) => this.#call('events', args);
  readonly status: ReadSide['status'] = () => this.#call('status', []);
  readonly rebuild: ReadSide['rebuild'] = (...args) => this.#call('rebuild', args);
  readonly digest: ReadSide['digest'] = (...args) => this.#call('digest', args);
  readonly digests: ReadSide['digests'] = (...args) => this.#call('digests', args);
  readonly waitFor: ReadSide['waitFor'] = (...args) => this.#call('waitFor', args);

  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    await this.#call('close', []);
    this.#worker = undefined;
    this.#fail(new ReadSideDown('the read side is closed'));
    await worker.terminate();
  }

  #timed<T extends Times>(times: T = {} as T, now = this.connection.now?.()): T {
    return now !== undefined && times.asOf === undefined ? { ...times, asOf: now } : times;
  }

  #timedBoth({ from, to }: { from: Times; to: Times }): { from: Times; to: Times } {
    const now = this.connection.now?.();
    return { from: this.#timed(from, now), to: this.#timed(to, now) };
  }

  #call<T>(method: Method, args: readonly unknown[]): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#down || !this.#worker) {
        reject(this.#down ?? new ReadSideDown('the read side is closed'));
        return;
      }
      const id = this.#calls++;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, method, args } satisfies Request);
    });
  }

  #start(): void {
    const worker = this.connection.start();
    const began = performance.now();
    let cause: string | undefined;
    this.#worker = worker;
    worker.on('message', (reply: Reply) => {
      this.#take(reply);
    });
    worker.on('error', (error: unknown) => {
      cause = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', (code) => {
      if (this.#worker === worker) this.#ended(cause ?? `with code ${String(code)}`, performance.now() - began);
    });
  }

  /** What was asked for is lost; what is asked from now on waits for the thread that follows, if one does. */
  #ended(cause: string, lived: number): void {
    const error = new ReadSideDown(`the thread of the read side ended: ${cause}`);
    const again = this.#served === undefined && (lived >= LONG_ENOUGH || !this.#restarted);
    this.#log(`${error.message}; ${again ? 'starting it again' : 'the read side is down'}`);
    this.#worker = undefined;
    if (again) {
      this.#restarted = true;
      this.#rejectAll(error);
      this.#start();
    } else this.#fail(error);
  }

  #fail(error: ReadSideDown): void {
    this.#down = error;
    this.#rejectAll(error);
    this.#served?.reject(error);
  }

  #rejectAll(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #take(reply: Reply): void {
    if (reply.kind === 'serving') {
      this.#served?.resolve(undefined as never);
      this.#served = undefined;
    } else if (reply.kind === 'line') this.#log(reply.line);
    else {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (reply.kind === 'answer') waiting?.resolve(reply.value as never);
      else waiting?.reject(received(reply.error));
    }
  }
}

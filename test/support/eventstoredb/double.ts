import { once } from 'node:events';
import { createServer, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import type { Server, sendUnaryData } from '@grpc/grpc-js';
import type { Appending } from './appends.js';
import { clusterOf, featuresOf, type Node } from './cluster.js';
import { Faults } from './faults.js';
import { TransactionLog } from './log.js';
import { streamsService, type Calls } from './services.js';
import { featureServices, gossipServices, grpc, streamServices } from './stubs.js';

/** Decides when what waits is committed; calls `commit` once, in a later turn. */
export type Pace = (commit: () => void) => void;

/** How the double is set up. */
export interface DoubleOptions {
  /** The log that it serves: an empty one unless given; nodes of a cluster share one. */
  readonly log?: TransactionLog;
  readonly port?: number;
  readonly pace?: Pace | undefined;
  /** Speaks TLS with this key and certificate, PEM both. */
  readonly tls?: { readonly key: Buffer; readonly certificate: Buffer };
  /** Lets in only who gives this, as `user:password`. */
  readonly credentials?: string;
  /** Writes an event of the server's own after each of this number of appends. */
  readonly systemEventEach?: number;
}

/** EventStoreDB as the protocol shows it, in memory on loopback, which fails on demand. */
export class EventStoreDouble {
  readonly faults = new Faults();
  readonly log: TransactionLog;
  readonly calls: Calls = { append: 0, batchAppend: 0, read: 0, subscribe: 0 };
  /** The members that gossip tells of; itself alone unless set. */
  members: (() => readonly Node[]) | undefined;
  port: number;
  readonly #sockets = new Set<Socket>();
  readonly #options: DoubleOptions;
  #server: Server | undefined;
  #listener: NetServer | undefined;
  #waiting: (() => void)[] = [];
  #appended = 0;

  private constructor(options: DoubleOptions) {
    this.#options = options;
    this.log = options.log ?? new TransactionLog();
    this.port = options.port ?? 0;
  }

  /** Starts the double on a free port of this machine, or on the one given. */
  static async start(options: DoubleOptions = {}): Promise<EventStoreDouble> {
    const double = new EventStoreDouble(options);
    await double.listen();
    return double;
  }

  /** The connection string of this node alone. */
  get url(): string {
    return `esdb://127.0.0.1:${String(this.port)}?tls=false`;
  }

  /** Comes up again on the same port with the same log. */
  async listen(): Promise<void> {
    const appending: Appending = {
      log: this.log,
      faults: this.faults,
      commit: (write) => this.#commit(write),
      drop: () => {
        this.drop();
      },
    };
    const server = new grpc.Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024, 'grpc.enable_channelz': 0 });
    server.addService(streamServices.StreamsService, streamsService(appending, this.calls, this.#options.credentials));
    server.addService(gossipServices.GossipService, {
      read: (_: unknown, answer: sendUnaryData<unknown>) => {
        answer(null, clusterOf(this.members?.() ?? [this.#self]));
      },
    });
    server.addService(featureServices.ServerFeaturesService, {
      getSupportedMethods: (_: unknown, answer: sendUnaryData<unknown>) => {
        answer(null, featuresOf());
      },
    });
    const injector = server.createConnectionInjector(this.#serverCredentials());
    const listener = createServer({ noDelay: true }, (socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
      injector.injectConnection(socket);
    });
    listener.listen(this.port, '127.0.0.1');
    await once(listener, 'listening');
    this.port = (listener.address() as AddressInfo).port;
    [this.#server, this.#listener] = [server, listener];
  }

  /** Closes every connection, as a network that breaks does. */
  drop(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Goes down at once; the log stays. */
  async stop(): Promise<void> {
    this.faults.thaw();
    const closed = this.#listener && once(this.#listener, 'close');
    this.#listener?.close();
    this.drop();
    this.#server?.forceShutdown();
    await closed;
    [this.#server, this.#listener] = [undefined, undefined];
  }

  #serverCredentials() {
    const { tls } = this.#options;
    if (!tls) return grpc.ServerCredentials.createInsecure();
    return grpc.ServerCredentials.createSsl(null, [{ private_key: tls.key, cert_chain: tls.certificate }]);
  }

  get #self(): Node {
    return { address: '127.0.0.1', port: this.port, leads: this.faults.leader === undefined };
  }

  #commit<T>(write: () => T): Promise<T> {
    return new Promise((resolve) => {
      this.#waiting.push(() => {
        resolve(write());
        this.#appended++;
        if (this.#appended % (this.#options.systemEventEach ?? 50) === 0) this.log.writeSystemEvent();
      });
      if (this.#waiting.length > 1) return;
      (this.#options.pace ?? queueMicrotask)(() => {
        for (const commit of this.#waiting.splice(0)) commit();
      });
    });
  }
}

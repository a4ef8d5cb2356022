import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { aggregates } from '#domain';
import { Folds, type Clock, type EventStore } from '#eventsourcing';
import {
  CommandsModule,
  createServer,
  IdentityModule,
  LedgerModule,
  listen,
  LocalIssuer,
  Measures,
  metered,
  openLog,
  ProblemsModule,
  readConfiguration,
  serveDocs,
  shutDown,
  type Tracing,
} from '#platform';
import type { Logger } from 'pino';
import type { ReadSide } from '#read-side';
import { MemoryStore } from '#stores';

/** An answer over HTTP, its body read. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A server that takes commands, over a store in memory. */
export interface CommandServer {
  readonly url: string;
  readonly store: EventStore;
  /** A token of this party and these roles; operator for DEU where nothing else is said. */
  token(claims?: { party?: string; roles?: string[]; subject?: string; ttl?: string | number }): Promise<string>;
  /** Sends a command as an operator of DEU with a key of its own, unless the headers say otherwise. */
  send(type: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  request(path: string, init?: RequestInit): Promise<Answered>;
  close(): Promise<void>;
}

/** What is served besides commands. */
export interface Besides {
  readonly readSide?: ReadSide;
  readonly modules?: readonly (Type | DynamicModule)[];
  readonly clock?: Clock;
  readonly tracing?: Tracing;
  readonly log?: Logger;
}

@Module({})
class Commands {}

/** Starts a server of commands on a free port of this machine. */
export async function serveCommands(
  env: Readonly<Record<string, string>> = {},
  store: EventStore = new MemoryStore(),
  { readSide, modules = [], clock, tracing, log: given }: Besides = {},
): Promise<CommandServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'steadfast-http-'));
  const configuration = readConfiguration({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env });
  const log = given ?? openLog(configuration.logLevel);
  const issuer = await LocalIssuer.in(dataDir);
  const measures = new Measures();
  const module = {
    module: Commands,
    imports: [
      LedgerModule.of({
        configuration,
        measures,
        store: metered(store, measures),
        folds: new Folds(),
        readSide,
        ...(clock && { clock }),
        ...(tracing && { tracing }),
      }),
      ProblemsModule.of(log),
      IdentityModule.of(configuration.oidcIssuer === undefined ? issuer : undefined),
      CommandsModule.of(aggregates),
      ...modules,
    ],
  };
  const app = await createServer(module, configuration, log, tracing);
  serveDocs(app, { aggregates, views: readSide?.views ?? [], questions: readSide?.questions ?? [] }, '0.0.0');
  const url = `http://127.0.0.1:${await listen(app, configuration)}`;
  const token: CommandServer['token'] = ({ party = 'DEU', roles = ['operator'], subject = 'anna', ttl = '1h' } = {}) =>
    issuer.issue({ party, roles, subject, ttl });
  const anna = await token();
  const request: CommandServer['request'] = async (path, init) => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    const json = (response.headers.get('content-type') ?? '').includes('json');
    const body = (json ? JSON.parse(text) : { text }) as Answered['body'];
    return { status: response.status, headers: response.headers, body };
  };
  return {
    url,
    store,
    token,
    request,
    send: (type, body, headers = {}) =>
      request(`/commands/${type}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${anna}`,
          'idempotency-key': crypto.randomUUID(),
          ...headers,
        },
        body: JSON.stringify(body),
      }),
    close: async () => {
      await shutDown(app);
      await store.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

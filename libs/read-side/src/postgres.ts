import { Pool, type PoolClient } from 'pg';
import { sql, type Row } from '#eventsourcing';
import { Copied } from './copied.js';
import { copyIn } from './copy-in.js';
import type { Database, Run } from './database.js';
import { ARRAY_PARSERS, PARSERS } from './parsers.js';
import { ReadSideDown } from './read-side.js';
import type { Wear } from './wear.js';

/** How a server is reached; times are in milliseconds. */
export interface PostgresOptions {
  /** The most connections of this process. */
  readonly connections?: number;
  /** How long a statement may take before its connection is given up: a server that is gone need not say so. */
  readonly patience?: number;
  /** How long the server keeps a transaction whose process says nothing, as one does that was frozen. */
  readonly silence?: number;
}

/**
 * A read model follows from the log at any time, and its checkpoint is as durable as its rows: no commit waits for a disk. No scan is shared
 * between processes: each begins with no page of the tables mapped, which costs more than it saves.
 */
const settingsOf = (silence: number) =>
  `set synchronous_commit = off; set jit = off; set max_parallel_workers_per_gather = 0; set work_mem = '64MB'; set timezone = 'UTC'; set datestyle = 'ISO, YMD';
   set intervalstyle = 'postgres'; set extra_float_digits = 1; set bytea_output = 'hex'; set client_min_messages = 'warning';
   set default_transaction_isolation = 'read committed'; set idle_in_transaction_session_timeout = ${String(silence)}`;

/**
 * Opens the database at `postgres://…` without asking for it yet. Where it cannot be reached, whatever is asked for rejects with `ReadSideDown`;
 * it is tried again with the next request.
 */
export function openPostgres(
  url: string,
  { connections = 10, patience = 60_000, silence = 4_000 }: PostgresOptions = {},
): Database {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    // A connection that has read a table reads it again at a fraction of the cost, so it is kept for the next question.
    idleTimeoutMillis: IDLE,
    allowExitOnIdle: true,
    query_timeout: patience,
    keepAlive: true,
    // Of one that is kept and whose other end is gone, the network tells before somebody waits for it.
    keepAliveInitialDelayMillis: 10_000,
    // What is sent before the last answer came goes to the server at once: it writes while the next is made.
    pipeline: true,
    application_name: 'steadfast',
    types: { getTypeParser: (type: number) => PARSERS.get(type) ?? ARRAY_PARSERS.get(type) ?? String },
  });
  // Of a connection that breaks while nobody uses it, the next one to use the pool need not know.
  pool.on('error', () => undefined);
  const connected = new WeakSet<PoolClient>();

  const using = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    let client: PoolClient | undefined;
    try {
      client = await pool.connect();
      client.on('error', quietly);
      if (!connected.has(client)) await client.query(settingsOf(silence));
      connected.add(client);
      const result = await work(client);
      letGo(client);
      return result;
    } catch (error) {
      const away = awayOf(error);
      if (client) letGo(client, away);
      throw away ?? error;
    }
  };
  const run: Run = (statement) => using((client) => runOn(client)(statement));
  return {
    run,
    transaction: (work) => using((client) => transaction(client, (own) => work(own, run))),
    tidy: async () => undefined,
    settle: (tables) => settle(run, tables),
    close: () => pool.end(),
  };
}

/** How long a connection that nobody uses is kept, in milliseconds. */
const IDLE = 600_000;

/**
 * The server looks at its tables once a minute: until then it plans for what they were like long before, looks at each row whether it is one, and
 * cleans them while it is asked.
 */
async function settle(run: Run, tables: readonly Wear[]): Promise<void> {
  for (const wear of tables) if (wear.take()) await run(sql`vacuum (analyze) ${wear.table}`);
}

const quietly = () => undefined;

function letGo(client: PoolClient, broken?: Error): void {
  client.off('error', quietly);
  client.release(broken);
}

function runOn(client: PoolClient): Run {
  return async (statement) => {
    if (statement instanceof Copied) {
      await copyIn(client, statement);
      return [];
    }
    const { text, values } = statement.statement();
    return (await client.query<Row>(text, [...values])).rows;
  };
}

async function transaction<T>(client: PoolClient, work: (run: Run) => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work(runOn(client));
    await client.query('commit');
    return result;
  } catch (error) {
    if (!awayOf(error)) await client.query('rollback');
    throw error;
  }
}

/** SQLSTATE: connection exceptions, an operator's interventions but a cancelled query, too many connections, a transaction that said nothing for too long. */
const AWAY = /^(08...|57P..|53300|25P03)$/;

/** What the rest of the read side is told where the server is away, starts, ends or refuses; `undefined` where it did answer a statement. */
function awayOf(error: unknown): ReadSideDown | undefined {
  if (error instanceof ReadSideDown) return error;
  const { code, message } = error as { code?: unknown; message?: unknown };
  const isFromServer = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in (error as object);
  const isOfConnection = isFromServer ? AWAY.test(code) : isNetwork(code) || PG_ITSELF.test(String(message));
  return isOfConnection
    ? new ReadSideDown(`the read database does not answer: ${String(message) || String(code)}`, { cause: error })
    : undefined;
}

/** What pg says by itself of a connection that is no more. */
const PG_ITSELF =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed)/;

function isNetwork(code: unknown): boolean {
  return typeof code === 'string' && /^(E[A-Z]+|ERR_SOCKET.*)$/.test(code);
}

import { accessSync, constants, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite';

/** Marks the file as a log of Steadfast (`STDF`), and its shape. */
const [APPLICATION, VERSION] = [0x53544446, 1];

/**
 * `events` is the log. Where a stream's revisions lie in it is written to `places` not with each event but for many at once, as
 * `indexed` says: an index written with each commit would multiply what a commit has to bring to the disk by ten.
 */
const SCHEMA = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY CHECK (position > 0),
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    event TEXT NOT NULL
  ) STRICT;
  CREATE TABLE places (
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (stream, revision)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE indexed (upto INTEGER PRIMARY KEY, fingerprints BLOB NOT NULL) STRICT;
  PRAGMA application_id = ${String(APPLICATION)};
  PRAGMA user_version = ${String(VERSION)};
`;

/** A log could not be opened; the message is one line for whoever started the program. */
export class CannotOpenLog extends Error {
  override readonly name = 'CannotOpenLog';
}

/** The log is being written by another process. */
export class LogInUse extends CannotOpenLog {}

/** What an error says, also where it comes from another realm, as those of node:sqlite do under Jest. */
export function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

/** The file's one name, whichever way it is reached. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(resolve(path))), basename(path));
}

/** A log opened for writing by this process alone. */
export interface WritableLog {
  readonly path: string;
  readonly database: DatabaseSync;
  /** Lets go of the file. */
  close(): void;
}

/** Opens a log for writing, and makes it where there is none. */
export function openForWriting(path: string): WritableLog {
  ensureWritable(dirname(resolve(path)));
  const real = realPath(path);
  const lock = opened(`${real}.lock`, {}, holdLock);
  try {
    const database = opened(real, {}, prepareLog);
    return {
      path: real,
      database,
      close: () => {
        database.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** Opens a log that is there, for reading beside its writer. */
export function openForReading(path: string): Pick<WritableLog, 'path' | 'database'> {
  if (!existsSync(path)) throw new CannotOpenLog(`cannot open ${resolve(path)}: there is no such file`);
  const real = realPath(path);
  return { path: real, database: opened(real, { readOnly: true, timeout: 5_000 }, ensureLog) };
}

/** An open database that is as `check` wants it; whatever else comes of it is a `CannotOpenLog`. */
function opened(
  path: string,
  options: DatabaseSyncOptions,
  check: (database: DatabaseSync, path: string) => void,
): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, options);
    check(database, path);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof CannotOpenLog) throw error;
    throw new CannotOpenLog(`cannot open ${path}: ${messageOf(error)}`, { cause: error });
  }
}

function ensureWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new CannotOpenLog(`cannot write to ${folder}: ${messageOf(error)}`, { cause: error });
  }
}

/** Holds a lock on a file beside the log, which the system frees when the process ends, however it ends. */
function holdLock(lock: DatabaseSync, path: string): void {
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    if (!isBusy(error)) throw error;
    throw new LogInUse(`${path.slice(0, -'.lock'.length)} is being written by another process`, { cause: error });
  }
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function prepareLog(database: DatabaseSync, path: string): void {
  const tables = database.prepare('SELECT count(*) AS n FROM sqlite_schema').get();
  // A checkpoint blocks the writer the longer the more pages it has to move, but each brings some pages to the disk again.
  database.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 1000;
    PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY`);
  if (tables?.n === 0) database.exec(`BEGIN IMMEDIATE; ${SCHEMA}; COMMIT`);
  else ensureLog(database, path);
}

function ensureLog(database: DatabaseSync, path: string): void {
  const application = database.prepare('PRAGMA application_id').get()?.application_id;
  const version = database.prepare('PRAGMA user_version').get()?.user_version;
  if (application !== APPLICATION) throw new CannotOpenLog(`${path} is not a log of this program`);
  if (version !== VERSION)
    throw new CannotOpenLog(
      `${path} is a log of shape ${String(version)}, this program reads shape ${String(VERSION)}`,
    );
}

import { existsSync, renameSync } from 'node:fs';
import { resolve } from 'node:path';
import { backup } from 'node:sqlite';
import { CannotOpenLog, messageOf, openForReading } from './log-file.js';
import { openSqliteReader } from './sqlite-reader.js';

/** All pages in one step: a step that others write between begins the copy anew, and under load it would never end. */
const ALL_PAGES = 0x7fffffff;

/**
 * Copies the log at a file to another while it is written to, and returns the position that the copy goes up to: all that was appended
 * before is in it. Throws `CannotOpenLog` where there is no log, or the other file cannot be made or is there already.
 */
export async function backUpSqlite(from: string, to: string): Promise<bigint> {
  if (existsSync(to)) throw new CannotOpenLog(`cannot back up to ${resolve(to)}: there is such a file; name another`);
  const { database } = openForReading(from);
  const unfinished = `${to}.unfinished`;
  try {
    await backup(database, unfinished, { rate: ALL_PAGES });
    renameSync(unfinished, to);
  } catch (error) {
    throw new CannotOpenLog(`cannot back up to ${resolve(to)}: ${messageOf(error)}`, { cause: error });
  } finally {
    database.close();
  }
  const copy = openSqliteReader(to);
  try {
    return await copy.lastPosition();
  } finally {
    await copy.close();
  }
}

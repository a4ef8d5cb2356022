import { join } from 'node:path';
import { START, type RecordedEvent } from '#eventsourcing';
import { openSqliteReader } from '#stores';

/** The events of the log in a file, in their order, beside whoever writes it. */
export async function eventsIn(file: string): Promise<readonly RecordedEvent[]> {
  const log = openSqliteReader(file);
  try {
    return await log.readAll(START, Number.MAX_SAFE_INTEGER);
  } finally {
    await log.close();
  }
}

/** The file that a ledger keeps its log in, in its data directory. */
export const logIn = (directory: string): string => join(directory, 'log.sqlite');

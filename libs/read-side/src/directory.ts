import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Database } from './database.js';
import { openPglite } from './pglite.js';

const BOOT_ID = '/proc/sys/kernel/random/boot_id';

/**
 * Opens the PGlite database that is kept in a directory, in the form that `openReadSide` asks for. What was written since the machine
 * started survives the end of a process, but PGlite waits for no disk: a database that was open when the machine went down is made anew.
 */
export function pgliteIn(
  directory: string,
  { template, log = () => undefined }: { template?: string; log?: (line: string) => void } = {},
): (anew: boolean) => Promise<Database> {
  const mark = `${directory}.open`;
  return async (anew) => {
    const wentDown = existsSync(mark) && readFileSync(mark, 'utf8') !== boot();
    if (wentDown) log('dropping the read database: the machine went down while it was open');
    if (anew || wentDown) rmSync(directory, { recursive: true, force: true });
    writeFileSync(mark, boot());
    const database = await openPglite(directory, template);
    return {
      ...database,
      close: async () => {
        await database.close();
        rmSync(mark, { force: true });
      },
    };
  };
}

/** What tells one run of the machine from another; where the machine does not say, every process is its own. */
function boot(): string {
  return existsSync(BOOT_ID) ? readFileSync(BOOT_ID, 'utf8') : `process ${String(process.pid)}`;
}

/** The PGlite database at `pglite:<directory>`, or in memory at `pglite:`, in the form that `openReadSide` asks for. */
export function pgliteAt(url: string, log?: (line: string) => void): (anew: boolean) => Promise<Database> {
  const directory = url.slice('pglite:'.length);
  return directory === '' ? () => openPglite() : pgliteIn(directory, log && { log });
}

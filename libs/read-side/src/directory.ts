import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Run, Database } from './database.js';
import { openPglite } from './pglite.js';

const BOOT_ID = '/proc/sys/kernel/random/boot_id';

/** What is to be known of a database in a directory. */
export interface Keeping {
  readonly template?: string | undefined;
  readonly log?: ((line: string) => void) | undefined;
  /** Told when the database turns out to be unreadable; it is made anew when it is opened next. */
  readonly onBroken?: ((error: Error) => void) | undefined;
}

/**
 * Opens the PGlite database that is kept in a directory, in the form that `openReadSide` asks for. What was written since the machine
 * started survives the end of a process, but PGlite waits for no disk: a database that was open when the machine went down is made anew.
 */
export function pgliteIn(
  directory: string,
  { template, log = () => undefined, onBroken }: Keeping = {},
): (anew: boolean) => Promise<Database> {
  const mark = `${directory}.open`;
  return async (anew) => {
    const was = existsSync(mark) ? readFileSync(mark, 'utf8') : undefined;
    if (was === BROKEN) log('dropping the read database: it was found to be unreadable');
    else if (was !== undefined && was !== boot())
      log('dropping the read database: the machine went down while it was open');
    if (anew || (was !== undefined && was !== boot())) rmSync(directory, { recursive: true, force: true });
    writeFileSync(mark, boot());
    let broken = false;
    const database = watching(await openPglite(directory, template), (error) => {
      if (!broken) writeFileSync(mark, BROKEN);
      broken = true;
      onBroken?.(error);
    });
    return {
      ...database,
      close: async () => {
        await database.close();
        if (!broken) rmSync(mark, { force: true });
      },
    };
  };
}

/** The PGlite database at `pglite:<directory>`, or in memory at `pglite:`, in the form that `openReadSide` asks for. */
export function pgliteAt(url: string, keeping?: Keeping): (anew: boolean) => Promise<Database> {
  const directory = url.slice('pglite:'.length);
  return directory === '' ? () => openPglite(undefined, keeping?.template) : pgliteIn(directory, keeping);
}

const BROKEN = 'unreadable';

/** PostgreSQL's codes for damaged data and indexes, and the end of the WebAssembly that it runs in. */
function isBroken(error: unknown): error is Error {
  const { name, code } = error as { name?: unknown; code?: unknown };
  return name === 'RuntimeError' || code === 'XX001' || code === 'XX002';
}

function watching(database: Database, onBroken: (error: Error) => void): Database {
  const watched =
    (run: Run): Run =>
    async (statement) => {
      try {
        return await run(statement);
      } catch (error) {
        if (isBroken(error)) onBroken(error);
        throw error;
      }
    };
  return {
    run: watched(database.run),
    transaction: (work) => database.transaction((run, beside) => work(watched(run), watched(beside))),
    tidy: (tables) => database.tidy(tables),
    settle: (tables) => database.settle(tables),
    close: () => database.close(),
  };
}

/** What tells one run of the machine from another; where the machine does not say, every process is its own. */
function boot(): string {
  return existsSync(BOOT_ID) ? readFileSync(BOOT_ID, 'utf8') : `process ${String(process.pid)}`;
}

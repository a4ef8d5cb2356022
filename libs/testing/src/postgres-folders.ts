import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const NAMED = /^steadfast-postgres-(\d+)-[0-9a-f-]{36}$/;
const ENDS_WITHIN_MS = 10_000;

const ours = new Set<string>();

/** A path for the data of a server, which says what process it is of; nothing is there yet. */
export function newFolder(): string {
  const folder = join(tmpdir(), `steadfast-postgres-${process.pid}-${randomUUID()}`);
  ours.add(folder);
  return folder;
}

/**
 * Ends the servers that were never closed, and removes their folders: those of processes that are gone, and those that an earlier spec
 * has left in this one.
 */
export async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = Number(NAMED.exec(name)?.[1]);
    const folder = join(tmpdir(), name);
    const isLeft = owner === process.pid ? !ours.has(folder) : owner > 0 && !isRunning(owner);
    if (isLeft && isRemovable(folder) && (await ended(folder)))
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Ends the server of a folder; answers whether none runs there any more. What is not known to be that server is left alone. */
async function ended(folder: string): Promise<boolean> {
  const server = Number(textOf(join(folder, 'postmaster.pid')).split('\n')[0]);
  if (!(server > 0) || !isRunning(server)) return true;
  if (!textOf(`/proc/${server}/cmdline`).includes(folder)) return false;
  process.kill(server, 'SIGQUIT');
  for (const until = performance.now() + ENDS_WITHIN_MS; performance.now() < until;) {
    if (!isRunning(server)) return true;
    await pause(20);
  }
  return false;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether we may remove it; another process may have done so meanwhile. */
function isRemovable(folder: string): boolean {
  const [found, user] = [statSync(folder, { throwIfNoEntry: false }), process.getuid?.()];
  return found !== undefined && (user === 0 || user === found.uid);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

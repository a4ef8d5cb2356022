import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotStart } from '../cannot-start.js';

/** Makes the data directory where there is none; throws `CannotStart` unless this process can write to it. */
export async function prepareDataDirectory(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.writable-${randomUUID()}`);
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CannotStart([
      `DATA_DIR: cannot write to ${JSON.stringify(dataDir)} (${why}); set DATA_DIR to a directory that this user may write to.`,
    ]);
  }
}

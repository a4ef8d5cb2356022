import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The digest of all code in some folders, for `ReadSideOptions.edition`: folds call more code than is in their views. */
export function editionOf(...folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders)
    for (const file of globSync('**/*.{js,ts}', { cwd: folder }).sort())
      hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex');
}

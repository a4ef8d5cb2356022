import { fileURLToPath } from 'node:url';
import { editionOf } from '#read-side';

const folderOf = (lib: string) => fileURLToPath(new URL(`../../../${lib}/src`, import.meta.url));

/** The edition of the code that this program folds with: of all in the views, and of the law that they call. */
export function editionOfFolds(): string {
  return editionOf(folderOf('views'), folderOf('domain'));
}

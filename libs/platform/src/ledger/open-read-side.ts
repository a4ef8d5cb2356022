import { openReadSide, pgliteIn, openPglite, type ReadSide, type ReadSideOptions } from '#read-side';

/** Opens the read side over the database at `pglite:<directory>`, or in memory at `pglite:`. */
export function openReadSideAt(url: string, options: Omit<ReadSideOptions, 'database'>): Promise<ReadSide> {
  const directory = url.slice('pglite:'.length);
  const { log } = options;
  const database = directory === '' ? () => openPglite() : pgliteIn(directory, log && { log });
  return openReadSide({ ...options, database });
}

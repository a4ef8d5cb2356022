import { openReadSide, pgliteAt, type ReadSide, type ReadSideOptions } from '#read-side';

/** Opens the read side over the database at `pglite:<directory>`, or in memory at `pglite:`. */
export function openReadSideAt(url: string, options: Omit<ReadSideOptions, 'database'>): Promise<ReadSide> {
  return openReadSide({ ...options, database: pgliteAt(url, { log: options.log }) });
}

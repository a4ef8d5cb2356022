import {
  openReadSide,
  openSharedReadSide,
  pgliteAt,
  type ReadSide,
  type ReadSideParts,
  type SharedReadSide,
} from '#read-side';
import type { Configuration } from '../configuration/configuration.js';

/** Opens the read side in this thread, over the PGlite database at `pglite:<directory>`, or in memory at `pglite:`. */
export function openOwnReadSide({ databaseUrl }: Configuration, parts: ReadSideParts): Promise<ReadSide> {
  return openReadSide({ ...parts, database: pgliteAt(databaseUrl, { log: parts.log }) });
}

/** Opens the read side in the PostgreSQL that is configured; this process leads when it comes to that, if it may. */
export function openServedReadSide(
  { databaseUrl: url, databaseConnections: connections }: Configuration,
  mayLead: boolean,
  parts: ReadSideParts,
): SharedReadSide {
  return openSharedReadSide({ ...parts, url, connections, mayLead });
}

import { sql, Sql } from '#eventsourcing';
import { FOREVER } from './instant.js';

/**
 * When a version became the belief, and when it ceased to be, as the indexes have it by which changes are found however long the history of a
 * view is: as expressions that nothing else asks for, so that no other statement is tempted to go by them.
 */
export const BECAME = sql`(known_from + 0)`;
export const CEASED = sql`(known_to + 0)`;

/** Whether a version ceased to be the belief. */
export const HAS_CEASED = sql`known_to < ${new Sql([String(FOREVER)], [])}`;

/** Those indexes. */
export function changeIndexes(table: Sql): readonly Sql[] {
  return [
    sql`create index if not exists versions_became on ${table} (${BECAME})`,
    sql`create index if not exists versions_ceased on ${table} (${CEASED}) where ${HAS_CEASED}`,
  ];
}

import { joined, quoted, sql, type Sql } from '#eventsourcing';
import { OPEN } from './instant.js';
import type { Relation } from './relation.js';

/** The condition on versions that a row is visible by: true at `asOf`, as known at a position. */
export function visibleAt(asOf: string, position: bigint): Sql {
  const known = String(position);
  return sql`valid_from <= ${asOf}::timestamptz and (${asOf}::timestamptz < valid_to or ${known}::int8 < open_until)
    and ${knownAt(position)} and is_present`;
}

/** The condition on versions that they were the belief at a position. */
export function knownAt(position: bigint): Sql {
  return sql`known_from <= ${String(position)}::int8 and ${String(position)}::int8 < known_to`;
}

/** The condition on versions that nothing is to follow them, as known at a position. */
export function latestAt(position: bigint): Sql {
  return sql`(valid_to = ${OPEN}::timestamptz or ${String(position)}::int8 < open_until) and ${knownAt(position)} and is_present`;
}

/** The rows of a view under a condition on its versions, as questions read them. */
export function rowsWhere({ table, columns }: Relation, condition: Sql): Sql {
  const names = joined([sql`key`, sql`valid_from`, ...columns.map(([column]) => quoted(column))], ', ');
  return sql`(select ${names} from ${table} where ${condition})`;
}

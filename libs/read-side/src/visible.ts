import { joined, quoted, sql, Sql } from '#eventsourcing';
import { OPEN } from './instant.js';
import type { Relation } from './relation.js';

/** The condition on versions that a row is visible by: true at `asOf`, as known at a position. */
export function visibleAt(asOf: string, position: bigint): Sql {
  const known = String(position);
  return sql`valid_from <= ${asOf}::timestamptz and (${asOf}::timestamptz < valid_to or ${known}::int8 < open_until)
    and ${knownAt(position)} and is_present`;
}

/** The condition on versions that they were the belief at a position, given or as SQL. */
export function knownAt(position: bigint | Sql): Sql {
  return sql`known_from <= ${numbered(position)} and ${numbered(position)} < known_to`;
}

/** The condition on versions that nothing is to follow them, as known at a position, given or as SQL. */
export function latestAt(position: bigint | Sql): Sql {
  return sql`(valid_to = ${OPEN}::timestamptz or ${numbered(position)} < open_until) and ${knownAt(position)} and is_present`;
}

function numbered(position: bigint | Sql): Sql {
  return position instanceof Sql ? position : sql`${String(position)}::int8`;
}

/** The rows of a view under a condition on its versions, as questions read them. */
export function rowsWhere({ table, columns }: Relation, condition: Sql): Sql {
  const names = joined([sql`key`, sql`valid_from`, ...columns.map(([column]) => quoted(column))], ', ');
  return sql`(select ${names} from ${table} where ${condition})`;
}

/** The rows that are visible, each with the last event after `since` that has a part in what it is. */
export function toldSince({ table, columns }: Relation, asOf: string, position: bigint, since: bigint): Sql {
  const names = joined([sql`r.key`, sql`r.valid_from`, ...columns.map(([column]) => sql`r.${quoted(column)}`)], ', ');
  return sql`(select ${names}, l.type as told_by, l.id as told_id, l.metadata::jsonb ? 'imported' as is_imported
    from (select * from ${table} where ${visibleAt(asOf, position)}) r
    left join lateral (select max(p.made_by) as last from ${table} p where p.key = r.key and ${knownAt(position)}
      and p.valid_from <= ${asOf}::timestamptz and p.made_by > ${String(since)}::int8) part on true
    left join steadfast.log l on l.position = part.last)`;
}

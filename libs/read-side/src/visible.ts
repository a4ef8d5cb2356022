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

/** The versions visible at a position, at an earlier one, or behind what is visible by what was learnt between them, as questions read them. */
export function comparedAt({ table, columns }: Relation, asOf: string, position: bigint, since: bigint): Sql {
  const [isNow, isThen] = [visibleAt(asOf, position), visibleAt(asOf, since)];
  const isPart = sql`${knownAt(position)} and valid_from <= ${asOf}::timestamptz and made_by > ${String(since)}::int8`;
  const wasLater = sql`${latestAt(since)} and valid_from > ${asOf}::timestamptz`;
  // Cheaper to tell than any of these, and true wherever one of the two moments sees another row.
  const mayDiffer = sql`known_from > ${String(since)}::int8 or known_to <= ${String(position)}::int8 or open_until > ${String(since)}::int8 or valid_from > ${asOf}::timestamptz`;
  const names = joined([sql`key`, ...columns.map(([column]) => quoted(column))], ', ');
  return sql`(select ${names}, (${mayDiffer}) as may_differ, (${isNow}) as is_now, (${isThen}) as is_then, (${wasLater}) as was_later,
    case when ${isPart} then made_by end as part, told_by, is_imported from ${table} where (${isNow}) or (${isThen}) or (${isPart}) or (${wasLater}))`;
}

/** The id of the event at a position as questions read it: looked up by its index, however many positions are asked for of however long a log. */
export function eventAt(position: Sql): Sql {
  return sql`lateral (select id from steadfast.log where position = ${position} offset 0)`;
}

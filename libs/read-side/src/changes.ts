import { joined, quoted, sql, type Sql, type RecordedEvent, type Row } from '#eventsourcing';
import { BECAME, CEASED, HAS_CEASED } from './change-indexes.js';
import { conditionsOf } from './conditions.js';
import { arrayOf, type Run } from './database.js';
import { limitOf, rowAnswer, rowColumns } from './list.js';
import { eventsAt } from './log.js';
import type { ChangedRow, Changes, ChangesRequest } from './read-side.js';
import type { Relation } from './relation.js';
import { latestAt } from './visible.js';

/** What changed in a view after a position and up to another, event by event. */
export async function changesUpTo(
  run: Run,
  relation: Relation,
  upTo: bigint,
  request: ChangesRequest,
): Promise<Pick<Changes, 'position' | 'changes'>> {
  const limit = limitOf(request.limit);
  const condition = conditionsOf(relation.columns, request.where ?? []);
  const after = request.after ?? upTo;
  if (after >= upTo) return { position: after, changes: [] };
  const positions = await positionsBetween(run, relation, after, upTo, limit);
  const last = positions.length === limit ? positions.at(-1) : undefined;
  const found = await changedAt(run, relation, positions, condition);
  const events = new Map((await eventsAt(run, [...found.keys()])).map((event) => [event.position, event]));
  const changes = [...found].map(([position, rows]) => ({ event: eventIn(events, position), rows }));
  return { position: last ?? upTo, changes };
}

/** The first positions at which the belief about any row became another. */
async function positionsBetween(
  run: Run,
  { table }: Relation,
  after: bigint,
  upTo: bigint,
  limit: number,
): Promise<readonly bigint[]> {
  const most = sql`limit ${String(limit)}::int8`;
  const within = (when: Sql, condition: Sql) => sql`(select distinct ${when} as position from ${table}
    where ${when} > ${String(after)}::int8 and ${when} <= ${String(upTo)}::int8 and ${condition} order by 1 ${most})`;
  const rows = await run(sql`${within(BECAME, sql`true`)} union ${within(CEASED, HAS_CEASED)} order by 1 ${most}`);
  return rows.map(({ position }) => BigInt(position as string));
}

/** The rows that are others after each of these positions than before it, among those that meet a condition before or after. */
async function changedAt(
  run: Run,
  relation: Relation,
  positions: readonly bigint[],
  condition: Sql,
): Promise<ReadonlyMap<bigint, readonly ChangedRow[]>> {
  if (positions.length === 0) return new Map();
  const { table } = relation;
  const given = sql`any (${arrayOf(positions)}::text::int8[])`;
  const columns = joined(
    relation.columns.map(([column]) => quoted(column)),
    ', ',
  );
  const side = (isAfter: boolean) => {
    const position = isAfter ? sql`t.position` : sql`t.position - 1`;
    return sql`select t.position::text as at_position, ${isAfter ? sql`true` : sql`false`} as is_after, ${rowColumns(relation)}
      from touched t cross join lateral (select key, made_by, valid_from, ${columns} from ${table} v
        where v.key = t.key and ${latestAt(position)} and ${condition} offset 0) v join steadfast.log l on l.position = v.made_by`;
  };
  const rows = await run(sql`with touched as materialized (
      select key, known_from as position from ${table} where ${BECAME} = ${given}
      union select key, known_to from ${table} where ${CEASED} = ${given} and ${HAS_CEASED}
    ) ${side(false)} union all ${side(true)} order by 1, key`);
  const byPosition = Map.groupBy(rows, (row) => BigInt(row.at_position as string));
  const found = positions.map((position): [bigint, readonly ChangedRow[]] => [
    position,
    pairsIn(relation, byPosition.get(position) ?? []),
  ]);
  return new Map(found.filter(([, pairs]) => pairs.length > 0));
}

/** Rows before and after as pairs by key, without those that only had to be folded again. */
function pairsIn(relation: Relation, rows: readonly Row[]): readonly ChangedRow[] {
  return [...Map.groupBy(rows, ({ key }) => key as string)].flatMap(([key, sides]) => {
    const [before, after] = [false, true].map((isAfter) => {
      const row = sides.find((each) => each.is_after === isAfter);
      return row ? rowAnswer(relation, row) : null;
    }) as [ChangedRow['before'], ChangedRow['after']];
    return JSON.stringify(before?.row) === JSON.stringify(after?.row) ? [] : [{ key, before, after }];
  });
}

function eventIn(events: ReadonlyMap<bigint, RecordedEvent>, position: bigint): RecordedEvent {
  const event = events.get(position);
  if (!event) throw new Error(`the log has no event at position ${String(position)}, at which a row changed`);
  return event;
}

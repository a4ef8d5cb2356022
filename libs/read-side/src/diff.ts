import { BadQuestion, joined, quoted, sql, type RecordedEvent, type Sql } from '#eventsourcing';
import { cleanText } from './columns.js';
import { conditionsOf } from './conditions.js';
import { cursorOf, placeOf, type Place } from './cursor.js';
import type { Run } from './database.js';
import { limitOf } from './list.js';
import { EVENT_COLUMNS, eventOf } from './log.js';
import type { Between, Moments } from './moment.js';
import type { At, Diff, DiffRequest } from './read-side.js';
import type { Relation } from './relation.js';
import { rowsOf, versionsOfKeys } from './rows.js';
import type { Stand } from './shelves.js';
import { knownAt, visibleAt } from './visible.js';

/** A page of what differs between two moments of a view, among the rows that meet the conditions at either: by that moment's values. */
export async function diff(
  run: Run,
  moments: Moments,
  relation: Relation,
  stand: Stand,
  request: DiffRequest,
): Promise<Diff> {
  const limit = limitOf(request.limit);
  const { where = [], cursor } = request;
  const condition = conditionsOf(relation.columns, where);
  const mark = ['diff', stand.entry.name, where];
  const place = cursor === undefined ? undefined : placeOf(mark, cursor);
  const between = await moments.between([stand], place ? timesOf(place) : request);
  const found = await keysOf(run, relation, condition, between, { after: place?.key, limit: limit + 1 });
  const keys = found.slice(0, limit);
  const [before, after] = [
    await rowsOf(run, relation, keys, condition, between.from),
    await rowsOf(run, relation, keys, condition, between.to),
  ];
  const causes = await causesOf(run, relation, keys, between);
  const last = found.length > limit ? keys.at(-1) : undefined;
  return {
    ...between,
    rows: keys.map((key) => ({
      key,
      before: before.get(key) ?? null,
      after: after.get(key) ?? null,
      events: causes.get(key) ?? [],
    })),
    ...(last !== undefined && { next: cursorOf(mark, placeAt(between, last)) }),
  };
}

/** The keys of rows that differ, in order; a version that is visible at both moments makes no difference, and is not looked at. */
async function keysOf(
  run: Run,
  { table, columns }: Relation,
  condition: Sql,
  { from, to }: Between,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<readonly string[]> {
  const beyond = after === undefined ? sql`true` : sql`key > ${cleanText(after)}`;
  const only = (at: At, other: At) =>
    sql`(select * from ${table} where ${visible(at)} and not (${visible(other)}) and ${condition} and ${beyond})`;
  const values = (side: Sql) =>
    sql`row(${joined(
      columns.map(([column]) => sql`${side}.${quoted(column)}`),
      ', ',
    )})::text`;
  const rows =
    await run(sql`select coalesce(b.key, a.key) as key from ${only(from, to)} b full join ${only(to, from)} a on a.key = b.key
    where b.key is null or a.key is null or ${values(sql`b`)} <> ${values(sql`a`)}
    order by 1 limit ${String(limit)}::int8`);
  return rows.map(({ key }) => key as string);
}

/**
 * For each key the events by which it differs: what of its facts is in force at one moment only, with the last correction of it, and every
 * correction of a fact that differs which was approved between the positions.
 */
async function causesOf(
  run: Run,
  relation: Relation,
  keys: readonly string[],
  { from, to }: Between,
): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  const inForce = ({ asOf, knownAt: { position } }: At) =>
    sql`${knownAt(position)} and valid_from <= ${asOf}::timestamptz`;
  const positions = [from.knownAt.position, to.knownAt.position].sort((a, b) => (a < b ? -1 : 1)).map(String);
  const rows = await run(sql`with facts as (
      select key, of_event, max(made_by) filter (where ${inForce(from)}) as was, max(made_by) filter (where ${inForce(to)}) as becomes
      from ${versionsOfKeys(relation, keys, sql`true`)} group by key, of_event
    ), different as (select * from facts where was is distinct from becomes), causes as (
      select key, unnest(array[of_event, was, becomes]) as position from different where was is null or becomes is null
      union
      select d.key, c.position from different d join steadfast.log f on f.position = d.of_event
      cross join lateral (select position, stream from steadfast.log where corrects = f.id
        and position > ${positions[0]}::int8 and position <= ${positions[1]}::int8 offset 0) c
      where c.stream = f.stream and f.type not in ('CorrectionProposed', 'CorrectionApproved')
    )
    select causes.key, ${EVENT_COLUMNS} from causes join steadfast.log l on l.position = causes.position order by causes.key, l.position`);
  const byKey = Map.groupBy(rows, ({ key }) => key as string);
  return new Map([...byKey].map(([key, stored]) => [key, stored.map(eventOf)]));
}

function visible({ asOf, knownAt: { position } }: At): Sql {
  return visibleAt(asOf, position);
}

function placeAt({ from, to }: Between, key: string): Place {
  return {
    asOf: to.asOf,
    position: to.knownAt.position,
    after: [from.asOf, String(from.knownAt.position)],
    key,
  };
}

function timesOf({ asOf, position, after: [fromAsOf, fromPosition] }: Place): Pick<DiffRequest, 'from' | 'to'> {
  if (!fromAsOf || !/^\d{1,18}$/.test(fromPosition ?? ''))
    throw new BadQuestion('BadCursor', 'the cursor is not one that a page here ended with');
  return {
    from: { asOf: fromAsOf, knownAt: { position: BigInt(fromPosition ?? '') } },
    to: { asOf, knownAt: { position } },
  };
}

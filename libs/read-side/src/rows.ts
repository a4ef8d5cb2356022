import { sql, type RecordedEvent, type Row, type Sql } from '#eventsourcing';
import { cleanText, rowFromSql } from './columns.js';
import { arrayOf, type Run } from './database.js';
import { FOREVER, fromPostgres, OPEN } from './instant.js';
import { rowAnswer, rowColumns } from './list.js';
import { EVENT_COLUMNS, eventOf, headOf, type Approval } from './log.js';
import type { At, RowAnswer, VersionAnswer } from './read-side.js';
import type { Relation } from './relation.js';
import { knownAt, visibleAt } from './visible.js';

/** The row of a key as it is visible, if it is. */
export async function rowAt(run: Run, relation: Relation, key: string, at: At): Promise<RowAnswer | undefined> {
  const [row] = await run(sql`select ${rowColumns(relation)}
    from (select * from ${relation.table} where key = ${cleanText(key)} and ${visibleAt(at.asOf, at.knownAt.position)}) v
    join steadfast.log l on l.position = v.made_by`);
  return row && rowAnswer(relation, row);
}

/** The rows of these keys that are visible and meet a condition, by key. */
export async function rowsOf(
  run: Run,
  relation: Relation,
  keys: readonly string[],
  condition: Sql,
  { asOf, knownAt: { position } }: At,
): Promise<ReadonlyMap<string, RowAnswer>> {
  const rows = await run(sql`select ${rowColumns(relation)}
    from ${versionsOfKeys(relation, keys, sql`${visibleAt(asOf, position)} and ${condition}`)}
    join steadfast.log l on l.position = v.made_by`);
  return new Map(rows.map((row) => [row.key as string, rowAnswer(relation, row)]));
}

/** All versions of a key that were ever the belief up to a position, in the order they became so, and in order of time. */
export async function historyAt(
  run: Run,
  relation: Relation,
  key: string,
  position: bigint,
): Promise<readonly VersionAnswer[]> {
  const rows = await run(sql`select v.*, ${EVENT_COLUMNS} from ${relation.table} v
    join steadfast.log l on l.position = v.made_by
    where v.key = ${cleanText(key)} and v.known_from <= ${String(position)}::int8`);
  return rows
    .flatMap((row) =>
      versionsOf(relation, row, position).map((version) => ({ version, of: BigInt(row.of_event as string) })),
    )
    .sort(
      (a, b) =>
        compare(a.version.knownFrom, b.version.knownFrom) ||
        compare(a.version.validFrom, b.version.validFrom) ||
        compare(a.of, b.of),
    )
    .map(({ version }) => version);
}

/** The events that made each of these keys what it was, and the last correction of each, in order of time; as they were written. */
export async function eventsBehind(
  run: Run,
  relation: Relation,
  keys: readonly string[],
  at: At,
): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  const inForce = sql`${knownAt(at.knownAt.position)} and valid_from <= ${at.asOf}::timestamptz`;
  const rows = await run(sql`select v.key, ${EVENT_COLUMNS} from ${versionsOfKeys(relation, keys, inForce)}
    join steadfast.log l on l.position = any (array[v.of_event, v.made_by])
    order by v.valid_from, v.of_event, l.position`);
  const byKey = Map.groupBy(rows, ({ key }) => key as string);
  return new Map([...byKey].map(([key, stored]) => [key, stored.map(eventOf)]));
}

/** The versions `v` of these keys under a condition: each key is looked up by its index, whatever the planner knows of the table. */
export function versionsOfKeys({ table }: Relation, keys: readonly string[], condition: Sql): Sql {
  return sql`unnest(${arrayOf(keys)}::text::text[]) as k
    cross join lateral (select * from ${table} where key = k and ${condition} offset 0) v`;
}

/** A version that was the last of its row for a while was open then, and ended by what followed: two versions to a reader. */
function versionsOf({ columns }: Relation, stored: Row, until: bigint): readonly VersionAnswer[] {
  const knownFrom = BigInt(stored.known_from as string);
  const end = BigInt(stored.known_to as string);
  const knownTo = end === FOREVER || end > until ? null : end;
  const cut = BigInt(stored.open_until as string);
  const common = {
    key: stored.key as string,
    row: stored.is_present === true ? rowFromSql(columns, stored) : null,
    validFrom: fromPostgres(stored.valid_from as string),
    event: headOf(stored),
    ...(stored.of_event !== stored.made_by && { correction: correctionIn(stored) }),
  };
  const validTo = fromPostgres(stored.valid_to as string);
  const last = { ...common, validTo: validTo === OPEN ? null : validTo, knownFrom, knownTo };
  if (cut <= knownFrom) return [last];
  const open = { ...common, validTo: null, knownFrom };
  return cut > until
    ? [{ ...open, knownTo: null }]
    : [
        { ...open, knownTo: cut },
        { ...last, knownFrom: cut },
      ];
}

function correctionIn(stored: Row): VersionAnswer['correction'] {
  const { data } = eventOf(stored) as Approval;
  return { correctionId: data.correctionId, eventId: data.eventId, reason: data.reason };
}

function compare<T extends bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { joined, quoted, sql, type Sql, type Tables } from '#eventsourcing';
import { labelOf, READINGS, type Grouping, type Measure } from './measures.js';

/**
 * The CTEs of sums of measures by a grouping, of the rows that a condition leaves of each: the last is `sums` of `measure`, `label`, `currency`,
 * `amount`, `unknowns`, `has_unknowns`, `count`. Measures that are read from one view are read at once. What does not count is left out of the sums
 * and not of the scan, so that the columns by which that is told are read of visible rows only.
 */
export function sumsOf(
  measures: readonly Measure[],
  by: Grouping,
  where: (measure: Measure) => Sql,
  tables: Tables,
): Sql {
  const byView = Map.groupBy(measures, (measure) => READINGS[measure].view);
  const scans = [...byView.values()].map((own, index) => scanOf(own, by, where, tables, index));
  return joined(
    [
      ...scans.map(({ cte }) => cte),
      sql`sums as (${joined(
        scans.flatMap(({ parts }) => parts),
        ' union all ',
      )})`,
    ],
    ', ',
  );
}

function scanOf(
  measures: readonly Measure[],
  by: Grouping,
  where: (measure: Measure) => Sql,
  tables: Tables,
  index: number,
): { readonly cte: Sql; readonly parts: readonly Sql[] } {
  const [first] = measures as [Measure];
  const name = quoted(`scan_${index}`);
  const columns = measures.flatMap((measure) => {
    const { counts, amount, unknowns } = READINGS[measure];
    return [
      sql`sum(${amount}) filter (where ${counts}) as ${of(measure, 'amount')}`,
      sql`sum(${unknowns}) filter (where ${unknowns} <> 0 and ${counts}) as ${of(measure, 'unknowns')}`,
      sql`count(*) filter (where ${counts}) as ${of(measure, 'count')}`,
    ];
  });
  const cte = sql`${name} as materialized (
    select ${labelOf(first, by)} as of_label, currency as of_currency, ${joined(columns, ', ')}
    from ${tables.visible(READINGS[first].view)} entry where ${where(first)} group by 1, 2)`;
  const parts = measures.map(
    (
      measure,
    ) => sql`select ${measure}::text as measure, of_label as label, of_currency as currency, ${of(measure, 'amount')} as amount,
      ${of(measure, 'unknowns')} as unknowns, ${hasUnknowns(measure, by, where, tables)} as has_unknowns, ${of(measure, 'count')} as count
      from ${name} where ${of(measure, 'count')} > 0`,
  );
  return { cte, parts };
}

function of(measure: Measure, what: 'amount' | 'unknowns' | 'count'): Sql {
  return quoted(`${measure}_${what}`);
}

/**
 * Whether a part of a sum is not known. A committed total that became unknown in one month or currency and known in another is so in the one and
 * not in the other, whatever other pledges do, so that there it is told by pledge.
 */
function hasUnknowns(measure: Measure, by: Grouping, where: (measure: Measure) => Sql, tables: Tables): Sql {
  if (measure !== 'committed' || by === 'donor' || by === 'kind') return sql`${of(measure, 'unknowns')} > 0`;
  const { view, counts, pledge, unknowns } = READINGS.committed;
  return sql`(coalesce(of_label, ''), coalesce(of_currency, '')) in (
      select coalesce(${labelOf(measure, by)}, ''), coalesce(currency, '') from ${tables.visible(view)} entry
      where ${counts} and ${unknowns} <> 0 and ${where(measure)} group by 1, 2, ${pledge} having sum(${unknowns}) > 0)`;
}

import { joined, question, sql, type Sql, type Tables } from '#eventsourcing';
import { MoneyParameters } from './asked.js';
import { converted, ensureConverted, factorsOf } from './conversion.js';
import { SINCE_MONTH } from './measures.js';
import { ensureNarrowed, leftOutOf, NARROWED_BY, narrowed, narrowingTold, type NarrowingTold } from './narrowing.js';
import { pledges } from './pledges.js';
import { rates } from './rates.js';

/** What is left of one amount by another; null where one of them is not known, which `greatest` would pass over. */
const left = (of: Sql, by: Sql) =>
  sql`case when ${of} is not null and ${by} is not null then greatest(${of} - ${by}, 0) end`;

/** What of a pledge is still to pass each step, in its currency; null where one side of the step is not known. */
const STEPS = {
  toCommit: left(sql`made`, sql`committed`),
  toAllocate: left(sql`committed`, sql`allocated`),
  toDeliver: left(sql`allocated`, sql`delivered`),
} as const;
type Step = keyof typeof STEPS;

type StepRow = {
  readonly step: Step | null;
  readonly amount: string;
  readonly pledges: number;
  readonly unknown: number;
  readonly median: string | null;
  readonly oldest: string | null;
  readonly missing: readonly string[] | null;
  readonly known: boolean;
  readonly told: NarrowingTold;
};

/** From pledge to delivery: what has not passed each step, of how many pledges, and how many days these have been waiting since they were made. */
export const funnel = question<MoneyParameters, StepRow, object>('funnel', {
  about:
    'What is pledged and not committed, committed and not allocated, allocated and not delivered, and how old it is.',
  parameters: MoneyParameters,
  reads: [...NARROWED_BY, rates],
  ask: (parameters, tables) => sql`
    with ${factorsOf(parameters.in, [parameters.rates], tables)},
    waiting as (${joined(
      Object.entries(STEPS).map(
        (
          [step, amount],
          place,
        ) => sql`select ${step}::text as step, ${String(place)}::int as place, (${amount}) as amount, currency,
          extract(epoch from ${tables.asOf}::timestamptz - since) / 86400 as days
          from ${tables.visible(pledges)} behind where ${waits(parameters, amount, tables)}`,
      ),
      ' union all ',
    )})
    select step, round(coalesce(sum(amount * factor), 0), 2)::text as amount, count(*)::int as pledges,
      (count(*) filter (where amount is null))::int as unknown,
      floor(percentile_cont(0.5) within group (order by days))::text as median, floor(max(days))::text as oldest,
      array_agg(distinct coalesce(currency, '')) filter (where amount <> 0 and factor is null) as missing, known, told::json
    from (select exists (select from rate) as known, ${narrowingTold(parameters, tables)}::text as told) set left join waiting on true
    left join factors using (currency) group by step, place, known, told order by place`,
  answer: (rows, parameters) => {
    const { in: currency, rates: set } = parameters;
    ensureNarrowed(parameters, rows[0]?.told);
    for (const row of rows) ensureConverted(set, currency, row);
    return {
      ...{ in: currency, rates: set, ...leftOutOf(rows[0]?.told) },
      rows: rows.flatMap(({ step, amount, pledges: count, unknown, median, oldest }) =>
        step === null
          ? []
          : {
              ...{ step, amount, atLeast: unknown > 0, pledges: count },
              ...{ medianDays: daysOf(median), oldestDays: daysOf(oldest), explain: step },
            },
      ),
    };
  },
  explain: (parameters, label, tables: Tables) => {
    const step = Object.hasOwn(STEPS, label) ? STEPS[label as Step] : undefined;
    return (
      step && {
        view: pledges,
        where: waits(parameters, step, tables),
        adds: converted(sql`(${step})`, parameters.in, parameters.rates, tables),
      }
    );
  },
});

/** The condition on a pledge that something of it has not passed a step, or that nobody can say. */
function waits(parameters: MoneyParameters, amount: Sql, tables: Tables): Sql {
  return sql`"drawsOn" is null and status in ('made', 'committed') and not conditional and coalesce((${amount}) > 0, true)
    and ${narrowed({ pledge: sql`key`, month: SINCE_MONTH }, parameters, tables)}`;
}

function daysOf(days: string | null): number | null {
  return days === null ? null : Number(days);
}

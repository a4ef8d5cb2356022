import {
  integer,
  joined,
  list,
  measuredIn,
  oneOf,
  orNull,
  question,
  quoted,
  sql,
  type Sql,
  type Tables,
} from '#eventsourcing';
import { amount, AT_LEAST, EXPLAIN, IN_MONEY } from './answered.js';
import { MoneyParameters } from './asked.js';
import { converted, ensureConverted, factorsOf } from './conversion.js';
import { medianDays } from './lateness.js';
import {
  ensureNarrowed,
  learnReleases,
  leftOutOf,
  NARROWED_BY,
  narrowed,
  narrowingTold,
  type NarrowingTold,
} from './narrowing.js';
import { pledges } from './pledges.js';
import { rates } from './rates.js';

/** The steps of a pledge: what passed the one before, and what of that passed this one, in the pledge's currency. */
const STEPS = {
  toCommit: { of: sql`made`, by: sql`committed` },
  toAllocate: { of: sql`committed`, by: sql`allocated` },
  toDeliver: { of: sql`allocated`, by: sql`delivered` },
} as const;
type Step = keyof typeof STEPS;
const NAMES = Object.keys(STEPS) as readonly Step[];

type StepRow = {
  readonly step: Step | null;
  readonly amount: string;
  readonly pledges: number;
  readonly unknown: number;
  readonly median: number | null;
  readonly oldest: number | null;
  readonly missing: readonly string[] | null;
  readonly known: boolean;
  readonly told: NarrowingTold;
};

/** From pledge to delivery: what has not passed each step, of how many pledges, and how many whole days these have been waiting since they were made. */
export const funnel = question<MoneyParameters, StepRow, object>('funnel', {
  about:
    'What is pledged and not committed, committed and not allocated, allocated and not delivered, and how old it is.',
  fields: {
    ...IN_MONEY,
    rows: list('A row for each step that something waits at.', {
      step: oneOf(NAMES, 'The step that is not passed yet: to be committed, allocated, or delivered.'),
      amount: amount('What waits.'),
      atLeast: AT_LEAST,
      pledges: integer('How many pledges it is of.'),
      medianDays: orNull(measuredIn('days', integer('How old these pledges are in the median.'))),
      oldestDays: orNull(measuredIn('days', integer('How old the oldest of them is.'))),
      explain: EXPLAIN,
    }),
  },
  parameters: MoneyParameters,
  reads: [...NARROWED_BY, rates],
  learn: learnReleases,
  ask: (parameters, tables) => sql`
    with ${factorsOf(parameters.in, [parameters.rates], tables)},
    by_days as materialized (
      select currency as of_currency, date_part('day', ${tables.asOf}::timestamptz - since)::int as days, ${OPEN} as is_open, ${joined(NAMES.map(summed), ', ')}
      from ${tables.visible(pledges)} behind where ${narrowed(PLEDGES, parameters, tables)} group by 1, 2, 3
    ),
    waiting as (${joined(NAMES.map(waitingAt), ' union all ')}),
    aged as (
      select step, days, sum(sum(pledges)) over (partition by step order by days) as up_to, sum(sum(pledges)) over (partition by step) as dated
      from waiting where days is not null group by step, days
    ),
    ages as (select step, ${medianDays(sql`days`, sql`up_to`, sql`dated`)}::int as median, max(days) as oldest from aged group by step),
    sums as (select step, place, currency, sum(amount) as amount, sum(pledges) as pledges, sum(unknown) as unknown from waiting group by 1, 2, 3)
    select step, round(coalesce(sum(amount * factor), 0), 2)::text as amount, sum(pledges)::int as pledges, sum(unknown)::int as unknown,
      max(median) as median, max(oldest) as oldest,
      array_agg(coalesce(currency, '')) filter (where amount <> 0 and factor is null) as missing, known, told::json
    from (select exists (select from rate) as known, ${narrowingTold(parameters, tables)}::text as told) set left join sums on true
    left join factors using (currency) left join ages using (step) group by step, place, known, told order by place`,
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
              ...{ medianDays: median, oldestDays: oldest, explain: step },
            },
      ),
    };
  },
  explain: (parameters, label, tables: Tables) => {
    const step = Object.hasOwn(STEPS, label) ? STEPS[label as Step] : undefined;
    return (
      step && {
        view: pledges,
        where: sql`${OPEN} and ${waits(step)} and ${narrowed(PLEDGES, parameters, tables)}`,
        adds: converted(sql`(${left(step)})`, parameters.in, parameters.rates, tables),
      }
    );
  },
});

const PLEDGES = { pledge: sql`key`, month: sql`month` };

/** Whether a pledge is still to pass steps. */
const OPEN = sql`(not conditional and "drawsOn" is null and status in ('made', 'committed'))`;

/** Whether something of a pledge has not passed a step, or nobody can say. */
function waits({ of, by }: (typeof STEPS)[Step]): Sql {
  return sql`coalesce(${of} > ${by}, true)`;
}

/** What of a pledge has not passed a step; null where one side of the step is not known. */
function left({ of, by }: (typeof STEPS)[Step]): Sql {
  return sql`case when ${of} > ${by} then ${of} - ${by} when ${of} <= ${by} then 0 end`;
}

/** What waits at a step, of the pledges of one currency and age: how much, of how many, and of how many that is not known. */
function summed(step: Step): Sql {
  const { of, by } = STEPS[step];
  return sql`sum(${of} - ${by}) filter (where ${of} > ${by}) as ${quoted(`${step}_amount`)},
    count(*) filter (where ${of} > ${by}) + count(*) filter (where ${of} is null or ${by} is null) as ${quoted(`${step}_pledges`)},
    count(*) filter (where ${of} is null or ${by} is null) as ${quoted(`${step}_unknown`)}`;
}

function waitingAt(step: Step, place: number): Sql {
  return sql`select ${step}::text as step, ${String(place)}::int as place, of_currency as currency, days, ${quoted(`${step}_amount`)} as amount,
    ${quoted(`${step}_pledges`)} as pledges, ${quoted(`${step}_unknown`)} as unknown from by_days where is_open and ${quoted(`${step}_pledges`)} > 0`;
}

import { IsIn, Matches } from 'class-validator';
import { BadQuestion, quoted, question, sql, type Sql, type Tables } from '#eventsourcing';
import { allocations } from './allocations.js';
import { commitments } from './commitments.js';
import { rates } from './rates.js';

const MEASURES = ['allocated', 'committed'] as const;
const GROUPINGS = ['donor', 'kind', 'month', 'currency'] as const;

/** What a total is asked by. */
export class TotalsParameters {
  @IsIn(MEASURES, { message: `measure must be one of ${MEASURES.join(', ')}` })
  measure!: (typeof MEASURES)[number];
  @IsIn(GROUPINGS, { message: `by must be one of ${GROUPINGS.join(', ')}` })
  by!: (typeof GROUPINGS)[number];
  @Matches(/^[A-Z]{3}$/, { message: 'in must be a currency code such as EUR' })
  in!: string;
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, { message: 'rates must be the id of a rate set such as kiel-r18' })
  rates!: string;
}

/** A figure: money to the cent, whether parts of it are not known, and how many pledges it is of. */
interface Figure {
  readonly amount: string;
  readonly atLeast: boolean;
  readonly pledges: number;
}

type FigureRow = {
  readonly whole: boolean;
  readonly label: string | null;
  readonly amount: string;
  readonly atLeast: boolean;
  readonly pledges: number;
  readonly missing: readonly string[] | null;
  readonly known: boolean;
};

/** A total as it is answered: a row for each value of the grouping, each with its own label first. */
interface Totals {
  readonly measure: string;
  readonly in: string;
  readonly rates: string;
  readonly rows: readonly object[];
  readonly total: Figure;
}

/**
 * Sums of what is allocated or committed, by one grouping, in one currency by a named rate set as it was known.
 * Each figure is rounded once, to the cent: the total is the rounded sum, not the sum of rounded rows.
 */
export const totals = question<TotalsParameters, FigureRow, Totals>('totals', {
  about: 'What is allocated or committed, by donor, kind, month or currency, in one currency by a named rate set.',
  parameters: TotalsParameters,
  reads: [allocations, commitments, rates],
  ask: (parameters, tables) => sql`
    with ${entriesOf(parameters, tables)}, ${factorsOf(parameters, tables)},
    sums as (
      select label, currency, sum(amount) as amount, sum(unknowns) as unknowns, bool_or(unknowns > 0) as has_unknowns
      from entries group by label, currency
    ),
    figures as (
      select grouping(label) = 1 as whole, label, sum(amount * factor) as amount,
        case grouping(label) when 1 then sum(unknowns) > 0 else bool_or(has_unknowns) end as at_least,
        array_agg(distinct coalesce(currency, '')) filter (where amount <> 0 and factor is null) as missing
      from sums left join factors using (currency) group by grouping sets ((label), ())
    ),
    of_labels as (
      select label, count(*) as pledges from (select label, pledge from entries group by label, pledge) each group by label
    ),
    pledges as (
      select false as whole, label, pledges from of_labels
      union all select true, null, ${ofAll(parameters)}
    )
    select whole, f.label, round(coalesce(amount, 0), 2)::text as amount, coalesce(at_least, false) as "atLeast",
      coalesce(pledges, 0)::int as pledges, missing, exists (select from rate) as known
    from figures f left join pledges p using (whole) where f.label is not distinct from p.label`,
  answer: (rows, { measure, by, in: currency, rates: set }) => {
    const whole = rows.find((row) => row.whole);
    if (whole?.known === false) throw noSuchRates(set);
    if (whole?.missing) throw noRate(set, currency, whole.missing);
    const labelled = rows.filter((row) => !row.whole).sort(by === 'month' ? byLabel : byAmount);
    return {
      measure,
      in: currency,
      rates: set,
      rows: labelled.map((row) => ({ [by]: row.label, ...figureOf(row) })),
      total: figureOf(whole),
    };
  },
  explain: ({ measure, by }, label) => {
    const column = sql`${quoted(by)}`;
    const grouped = label === '' ? sql`${column} is null` : sql`${column} = ${label}::text`;
    return measure === 'allocated'
      ? { view: allocations, where: sql`${grouped} and ${ALLOCATED}` }
      : { view: commitments, where: sql`${grouped} and "counts"` };
  },
});

/** What was released or orphaned before anything of it was handed over is no longer allocated. */
const ALLOCATED = sql`"counts" and (status in ('open', 'delivered') or amount <> 0)`;

/** What a sum is made of: `unknowns` above 0 says that a part is not known, so that a sum with it is "at least". */
function entriesOf({ measure, by }: TotalsParameters, tables: Tables): Sql {
  const label = sql`${quoted(by)} as label, pledge, currency`;
  return measure === 'allocated'
    ? sql`entries as not materialized (
        select ${label}, amount, case when "amountUnknown" in ('withheld', 'notReported') then 1 else 0 end as unknowns
        from ${tables.visible(allocations)} allocation where ${ALLOCATED})`
    : sql`entries as materialized (
        select ${label}, sum(amount) as amount, sum(unknowns) as unknowns
        from ${tables.visible(commitments)} movement where "counts"
        group by 1, 2, 3 having sum(amount) <> 0 or sum(unknowns) <> 0)`;
}

/** How many pledges there are in all: each has one donor and one kind, so that only of months and currencies it may have several. */
function ofAll({ by }: TotalsParameters): Sql {
  return by === 'donor' || by === 'kind'
    ? sql`(select sum(pledges) from of_labels)`
    : sql`(select count(*) from (select from entries group by pledge) each)`;
}

/** How much of the wanted currency one of each currency of the set is, to far more places than a cent of any sum needs. */
function factorsOf({ in: wanted, rates: set }: TotalsParameters, tables: Tables): Sql {
  return sql`rate as (
      select currency, rate from ${tables.latest(rates)} rate where rates = ${set}::text
      union select base, 1 from ${tables.latest(rates)} base where rates = ${set}::text
    ),
    factors as (
      select rate.currency, round(target.rate, 60) / rate.rate as factor
      from rate cross join (select rate from rate where currency = ${wanted}::text) target
    )`;
}

function figureOf(row: FigureRow | undefined): Figure {
  return { amount: row?.amount ?? '0.00', atLeast: row?.atLeast ?? false, pledges: row?.pledges ?? 0 };
}

function noRate(set: string, wanted: string, missing: readonly string[]): BadQuestion {
  const currencies = missing.filter((currency) => currency !== '');
  return new BadQuestion(
    'CannotConvert',
    `The rate set ${set} cannot turn ${currencies.join(', ')} into ${wanted}; /views/rates?rates=${set} lists what it holds.`,
    { rates: set, in: wanted, currencies },
  );
}

function noSuchRates(set: string): BadQuestion {
  return new BadQuestion('NoSuchRates', `There is no rate set ${set}; /views/rates lists what there is.`, {
    rates: set,
  });
}

function byLabel(a: FigureRow, b: FigureRow): number {
  return (a.label ?? '') < (b.label ?? '') ? -1 : 1;
}

/** The largest first; decimals with two places compare as whole numbers of cents. */
function byAmount(a: FigureRow, b: FigureRow): number {
  const [left, right] = [cents(a), cents(b)];
  if (left !== right) return left < right ? 1 : -1;
  return byLabel(a, b);
}

function cents({ amount }: FigureRow): bigint {
  return BigInt(amount.replace('.', ''));
}

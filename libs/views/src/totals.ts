import { IsIn } from 'class-validator';
import { list, optional, orNull, question, sql, text } from '#eventsourcing';
import { DONOR, FIGURE, IN, LEFT_OUT } from './answered.js';
import { Currency, DonationParameters, RateSets, SomeOf } from './asked.js';
import { converted, ensureConverted, factorsOf } from './conversion.js';
import { GROUPINGS, labelOf, MEASURED, MEASURES, READINGS, type Grouping, type Measure } from './measures.js';
import {
  ensureNarrowed,
  learnReleases,
  leftOutOf,
  NARROWED_BY,
  narrowed,
  narrowingTold,
  type Narrowing,
  type NarrowingTold,
} from './narrowing.js';
import { rates } from './rates.js';
import { sumsOf } from './sums.js';

/** What totals are of: measures by a grouping, in a currency by named rate sets, of some donations or all. */
export interface TotalsAsked extends Narrowing {
  readonly measure: readonly Measure[];
  readonly by: Grouping;
  readonly in: string;
  readonly rates: readonly string[];
}

/** What totals are asked by. */
export class TotalsParameters extends DonationParameters implements TotalsAsked {
  @SomeOf('measure', MEASURES)
  measure!: readonly Measure[];
  @IsIn(GROUPINGS, { message: `by must be one of ${GROUPINGS.join(', ')}` })
  by!: Grouping;
  @Currency('in')
  in!: string;
  @RateSets('rates')
  rates!: readonly string[];
}

/** A figure as the statement reads it; `whole` is one over all labels. */
export type FigureRow = {
  readonly measure: Measure;
  readonly set: string;
  readonly whole: boolean;
  readonly label: string | null;
  readonly amount: string;
  /** The amount before it is rounded. */
  readonly exact: string;
  readonly atLeast: boolean;
  readonly count: number;
  readonly missing: readonly string[] | null;
  readonly known: boolean;
  readonly told: NarrowingTold;
};

/** A figure: money to the cent, whether parts of it are not known, how many rows are behind it, and the label of what it is made of. */
interface Figure {
  readonly measure: Measure;
  readonly rates: string;
  readonly amount: string;
  readonly atLeast: boolean;
  readonly count: number;
  readonly explain: string;
}

/** Totals as they are answered: a row for each value of the grouping, measure and set of rates, and the wholes beside them. */
interface Totals {
  readonly in: string;
  readonly rows: readonly object[];
  readonly totals: readonly Figure[];
  readonly leftOut?: readonly string[];
}

/**
 * Sums of what is pledged, committed, allocated or delivered, by one grouping, in one currency by named rate sets as they were known.
 * Each figure is rounded once, to the cent: a total is the rounded sum, not the sum of rounded rows.
 */
export const totals = question<TotalsAsked, FigureRow, Totals>('totals', {
  about:
    'What is pledged, committed, allocated or delivered, by donor, kind, month or currency, in one currency by named rate sets.',
  fields: {
    in: IN,
    leftOut: LEFT_OUT,
    rows: list('A row for each label of the grouping, each figure and each set of rates.', {
      donor: optional(DONOR),
      kind: optional(orNull(text('The kind of aid, where that is asked by.'))),
      month: optional(orNull(text('The month, where that is asked by; null for what has no date.'))),
      currency: optional(orNull(text('The currency that it was promised in, where that is asked by.', 'currency'))),
      ...FIGURE,
    }),
    totals: list(
      'The figures over all labels; each is rounded once, so that it is not the sum of rounded rows.',
      FIGURE,
    ),
  },
  parameters: TotalsParameters,
  reads: [...new Set([...MEASURED, ...NARROWED_BY, rates])],
  learn: learnReleases,
  ask: (parameters, tables) => sql`
    with ${sumsOf(parameters.measure, parameters.by, (measure) => narrowed(READINGS[measure], parameters, tables), tables)},
    ${factorsOf(parameters.in, parameters.rates, tables)},
    wanted as (select set from unnest(string_to_array(${parameters.rates.join(',')}::text, ',')) set),
    figures as (
      select measure, set, grouping(label) = 1 as whole, label, sum(amount * factor) as amount, sum(count) as count,
        case grouping(label) when 1 then sum(unknowns) > 0 else bool_or(has_unknowns) end as at_least,
        array_agg(distinct coalesce(currency, '')) filter (where amount <> 0 and factor is null) as missing
      from sums cross join wanted left join factors using (set, currency)
      group by grouping sets ((measure, set, label), (measure, set))
    )
    select m.measure, w.set, coalesce(f.whole, true) as whole, f.label, round(coalesce(amount, 0), 2)::text as amount, coalesce(amount, 0)::text as exact,
      coalesce(at_least, false) as "atLeast", coalesce(count, 0)::int as count, missing,
      exists (select from rate where rate.set = w.set) as known, ${narrowingTold(parameters, tables)} as told
    from unnest(string_to_array(${parameters.measure.join(',')}::text, ',')) m(measure) cross join wanted w
    left join figures f on f.measure = m.measure and f.set = w.set`,
  answer: (rows, parameters) => {
    ensureNarrowed(parameters, rows[0]?.told);
    for (const row of rows.filter(({ whole }) => whole)) ensureConverted(row.set, parameters.in, row);
    const order = inOrder(rows, parameters);
    return {
      in: parameters.in,
      ...leftOutOf(rows[0]?.told),
      rows: order(rows.filter((row) => !row.whole)).map((row) => ({
        [parameters.by]: row.label,
        ...figureOf(row, parameters.by),
      })),
      totals: order(rows.filter((row) => row.whole)).map((row) => figureOf(row)),
    };
  },
  explain: (parameters, asked, tables) => {
    const [measure, set, by, label] = asked.split('/');
    const reading = parameters.measure.includes(measure as Measure) ? READINGS[measure as Measure] : undefined;
    if (!reading || set === undefined || !parameters.rates.includes(set)) return undefined;
    if (by !== undefined && (by !== parameters.by || label === undefined)) return undefined;
    const column = labelOf(measure as Measure, parameters.by);
    const grouped =
      by === undefined ? sql`true` : label === '' ? sql`${column} is null` : sql`${column} = ${label}::text`;
    return {
      view: reading.view,
      where: sql`${reading.counts} and ${narrowed(reading, parameters, tables)} and ${grouped}`,
      adds: converted(sql`behind.${reading.amount}`, parameters.in, set, tables),
    };
  },
});

function figureOf(row: FigureRow, by?: Grouping): Figure {
  const { measure, set, label, amount, atLeast, count } = row;
  const explain = [measure, set, ...(by === undefined ? [] : [by, label ?? ''])].join('/');
  return { measure, rates: set, amount, atLeast, count, explain };
}

/** Months in time, others by the largest amount of the first figure asked for; of each label the figures in the order asked for. */
function inOrder(rows: readonly FigureRow[], { measure, rates: sets, by }: TotalsAsked) {
  const first = rows.filter((row) => !row.whole && row.measure === measure[0] && row.set === sets[0]);
  const cents = new Map(first.map(({ label, amount }) => [label, BigInt(amount.replace('.', ''))]));
  const weight = ({ label }: FigureRow) => (by === 'month' ? 0n : (cents.get(label) ?? 0n));
  const compare = (a: FigureRow, b: FigureRow) =>
    Number(weight(b) - weight(a) > 0n) - Number(weight(b) - weight(a) < 0n) ||
    ((a.label ?? '') < (b.label ?? '') ? -1 : Number((a.label ?? '') > (b.label ?? ''))) ||
    measure.indexOf(a.measure) - measure.indexOf(b.measure) ||
    sets.indexOf(a.set) - sets.indexOf(b.set);
  return (chosen: readonly FigureRow[]) => chosen.toSorted(compare);
}

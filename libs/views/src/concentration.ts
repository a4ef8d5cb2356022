import { Big } from 'big.js';
import { IsIn } from 'class-validator';
import { among, integer, list, measuredIn, optional, part, quantity, question, sql, type Sql } from '#eventsourcing';
import { amount, AT_LEAST, DONOR, EXPLAIN, IN_MONEY, MEASURE, WITHOUT } from './answered.js';
import { AnyOf, MoneyParameters, Parties } from './asked.js';
import { converted, ensureConverted, factorsOf } from './conversion.js';
import { entriesOf, labelOf, MEASURED, MEASURES, READINGS, type Measure } from './measures.js';
import {
  ensureNarrowed,
  learnReleases,
  leftOutOf,
  NARROWED_BY,
  narrowed,
  narrowingTold,
  type NarrowingTold,
} from './narrowing.js';
import { rates } from './rates.js';
import { soleBehind, SOLES, SOLES_READ, SOLES_SAID, solesOf, solesTold, type SoleTold } from './sole-sources.js';

/** What concentration is asked by; `without` are donors whose falling away is asked about, `sole` what may rest on one donor. */
export class ConcentrationParameters extends MoneyParameters {
  @IsIn(MEASURES, { message: `measure must be one of ${MEASURES.join(', ')}` })
  measure!: Measure;
  @Parties('without', 'USA')
  without?: readonly string[];
  @AnyOf('sole', SOLES)
  sole?: readonly string[];
}

type DonorRow = {
  readonly donor: string | null;
  /** Exact, in the wanted currency. */
  readonly amount: string | null;
  readonly atLeast: boolean | null;
  readonly missing: readonly string[] | null;
  readonly known: boolean;
  readonly told: NarrowingTold;
  readonly soles: readonly SoleTold[] | null;
};

/**
 * How much rests on how few: each donor's share of a measure (a percentage to four places), the Herfindahl-Hirschman index (the sum of
 * the squares of percentages, from near 0 to 10,000), what is left without some of them, and where it is asked for the capabilities and
 * requirements that one donor alone serves, or nobody without them.
 */
export const concentration = question<ConcentrationParameters, DonorRow, object>('concentration', {
  about:
    "Each donor's share of a measure, the Herfindahl-Hirschman index, what is left without some donors, and what rests on one alone.",
  fields: {
    measure: MEASURE,
    ...IN_MONEY,
    rows: list('A row for each donor, the largest first.', {
      donor: DONOR,
      amount: amount('What the donor gives.'),
      atLeast: AT_LEAST,
      share: measuredIn('percent', quantity('Its part of the total.')),
      explain: EXPLAIN,
    }),
    total: part('What all donors give.', {
      amount: amount('What all donors give together.'),
      atLeast: AT_LEAST,
      donors: integer('How many donors there are.'),
      explain: EXPLAIN,
    }),
    index: quantity('The Herfindahl-Hirschman index: near 0 where all give alike, 10,000 where one gives everything.'),
    without: optional(WITHOUT),
    left: optional(
      part('What is left without those of `without`.', {
        amount: amount('What all other donors give together.'),
        atLeast: AT_LEAST,
        donors: integer('How many other donors there are.'),
        share: measuredIn('percent', quantity('Its part of the total.')),
        explain: EXPLAIN,
      }),
    ),
    ...SOLES_SAID,
  },
  parameters: ConcentrationParameters,
  reads: [...new Set([...MEASURED, ...NARROWED_BY, ...SOLES_READ, rates])],
  learn: learnReleases,
  ask: (parameters, tables) => sql`
    with entries as (${entriesOf(parameters.measure, labelOf(parameters.measure, 'donor'), narrowed(READINGS[parameters.measure], parameters, tables), tables)}),
    ${factorsOf(parameters.in, [parameters.rates], tables)},
    sums as (select label, currency, sum(amount) as amount, sum(unknowns) as unknowns from entries group by label, currency),
    donors as (
      select label as donor, coalesce(sum(amount * factor), 0) as amount, sum(unknowns) > 0 as at_least,
        array_agg(coalesce(currency, '')) filter (where amount <> 0 and factor is null) as missing
      from sums left join factors using (currency) group by label
    )
    select donor, amount::text, at_least as "atLeast", missing, known, told, soles
    from (select exists (select from rate) as known, ${narrowingTold(parameters, tables)} as told,
      ${solesTold(parameters, tables)} as soles) set left join donors on true order by donors.amount desc, donor`,
  answer: (rows, parameters) => answerOf(rows, parameters),
  explain: (parameters, label, tables) => {
    const reading = READINGS[parameters.measure];
    const { view, counts, amount } = reading;
    const whose = whoseOf(parameters, label);
    return (
      soleBehind(parameters, label, tables) ??
      (whose && {
        view,
        where: sql`${counts} and ${narrowed(reading, parameters, tables)} and ${whose}`,
        adds: converted(sql`behind.${amount}`, parameters.in, parameters.rates, tables),
      })
    );
  },
});

/** The condition on the donors of a figure: one of them, all, or all that are left. */
function whoseOf({ without }: ConcentrationParameters, label: string): Sql | undefined {
  if (label === 'total') return sql`true`;
  if (label === 'left') return without && sql`not (${among(sql`donor`, without)})`;
  return label.startsWith('donor/') ? sql`donor = ${label.slice('donor/'.length)}::text` : undefined;
}

function answerOf(rows: readonly DonorRow[], parameters: ConcentrationParameters) {
  const { measure, in: currency, rates: set, without } = parameters;
  ensureNarrowed(parameters, rows[0]?.told);
  const missing = [...new Set(rows.flatMap((row) => row.missing ?? []))].sort();
  const known = rows.every((row) => row.known);
  ensureConverted(set, currency, { known, missing: missing.length > 0 ? missing : null });
  const donors = rows.flatMap(({ donor, amount, atLeast }) =>
    donor === null || amount === null ? [] : [{ donor, amount: new Big(amount), atLeast: atLeast ?? false }],
  );
  const total = sumOf(donors);
  const shareOf = ({ amount }: Donor) => (total.eq(0) ? new Big(0) : amount.times(100).div(total));
  const left = without && donors.filter(({ donor }) => !without.includes(donor));
  return {
    ...{ measure, in: currency, rates: set, ...leftOutOf(rows[0]?.told) },
    rows: donors.map((one) => ({
      ...{ donor: one.donor, amount: one.amount.toFixed(2), atLeast: one.atLeast, share: shareOf(one).toFixed(4) },
      explain: `donor/${one.donor}`,
    })),
    total: { ...figureOf(donors), explain: 'total' },
    index: donors.reduce((sum, one) => sum.plus(shareOf(one).pow(2)), new Big(0)).toFixed(2),
    ...(left && {
      without,
      left: {
        ...figureOf(left),
        share: sumOf(left.map((one) => ({ ...one, amount: shareOf(one) }))).toFixed(4),
        explain: 'left',
      },
    }),
    ...solesOf(parameters, rows[0]?.soles ?? null),
  };
}

interface Donor {
  readonly donor: string;
  readonly amount: Big;
  readonly atLeast: boolean;
}

function figureOf(donors: readonly Donor[]) {
  return { amount: sumOf(donors).toFixed(2), atLeast: donors.some(({ atLeast }) => atLeast), donors: donors.length };
}

function sumOf(donors: readonly Donor[]): Big {
  return donors.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
}

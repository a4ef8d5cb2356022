import { Big } from 'big.js';
import { BadQuestion, sql, type Behind, type Sql, type Tables } from '#eventsourcing';
import { converted, ensureConverted, factorsOf } from './conversion.js';
import { gdp } from './gdp.js';

/** How many decimals a share has, in per cent. */
const PLACES = 4;

/** What shares are of: a published table, in the currency and by the rates of the figures. */
export interface GdpAsked {
  readonly gdp: string;
  readonly in: string;
  readonly rates: string;
}

/** What a statement says of shares beside a figure; the row of a donor that the table does not have has neither `produced` nor `percent`. */
export interface GdpTold {
  /** The year of the table; null where there is no such table. */
  readonly year: number | null;
  readonly produced: string | null;
  readonly percent: string | null;
  /** The currencies of the table that cannot be turned into the wanted one. */
  readonly inconvertible: readonly string[] | null;
  readonly lists: readonly string[];
}

/** The table as a SELECT of `party`, `year`, `currency`, `produced` in the wanted currency, and how many per cent of that one of it is. */
function tableOf({ gdp: table, in: wanted, rates }: GdpAsked, tables: Tables): Sql {
  return sql`(with ${factorsOf(wanted, [rates], tables)}
    select party, year, currency, amount * factor as produced, round(100, 60) / nullif(amount * factor, 0) as per_one
    from ${tables.latest(gdp)} listed left join factors using (currency) where listed.gdp = ${table}::text)`;
}

/** The figures of a SELECT with a `label` and an `exact` amount, each with what is told of its share. */
export function withShares(figures: Sql, asked: GdpAsked, tables: Tables): Sql {
  return sql`with listed as materialized ${tableOf(asked, tables)}
    select figures.*, produced::text, (exact::numeric * per_one)::text as percent, (select min(year)::int from listed) as year,
      (select array_agg(distinct currency) from listed where produced is null) as inconvertible,
      array(select distinct gdp from ${tables.latest(gdp)} known order by 1) as lists
    from (${figures}) figures left join listed on party = label`;
}

/** Throws `BadQuestion` where the table was never published, or is in a currency that the rates do not have. */
export function ensureShared({ gdp: table, in: wanted, rates }: GdpAsked, told: GdpTold | undefined): void {
  if (!told) return;
  const { year, inconvertible, lists } = told;
  if (year === null)
    throw new BadQuestion('NoSuchGdp', `there is no table ${table}; there are ${lists.join(', ') || 'none'}`, {
      gdp: table,
      lists,
    });
  ensureConverted(rates, wanted, { known: true, missing: inconvertible });
}

/** What a donor produced, to the cent; not reported where the table does not have it. */
export function producedBy(donor: string, told: GdpTold | undefined): object {
  if (told?.produced == null) return { amount: null, unknown: 'notReported' };
  return { amount: new Big(told.produced).toFixed(2), explain: `gdp/${donor}` };
}

/** The share of a figure, of which there is none where nothing is told of it; not reported where the table does not have the donor. */
export function shareOf(figure: { atLeast: boolean; explain: string } | undefined, told: GdpTold | undefined): object {
  if (told?.percent == null) return { percent: null, unknown: 'notReported' };
  return figure
    ? { percent: new Big(told.percent).toFixed(PLACES), atLeast: figure.atLeast, explain: `share/${figure.explain}` }
    : { percent: new Big(0).toFixed(PLACES), atLeast: false };
}

/** What stands behind what a party produced: its row of the table. */
export function behindProduced(party: string, { gdp: table, in: wanted, rates }: GdpAsked, tables: Tables): Behind {
  return {
    view: gdp,
    latest: true,
    where: sql`behind.gdp = ${table}::text and party = ${party}::text`,
    adds: converted(sql`behind.amount`, wanted, rates, tables),
  };
}

/** What stands behind a share: what stands behind its figure, each with the per cent that it adds. */
export function behindShare(figure: Behind, donor: string, asked: GdpAsked, tables: Tables): Behind {
  const perOne = sql`(select per_one from ${tableOf(asked, tables)} listed where party = ${donor}::text)`;
  return { ...figure, adds: sql`${figure.adds ?? sql`1`} * ${perOne}` };
}

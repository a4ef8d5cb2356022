import { Big } from 'big.js';
import { IsIn } from 'class-validator';
import {
  among,
  BadQuestion,
  integer,
  joined,
  list,
  oneOf,
  optional,
  orNull,
  question,
  quoted,
  sql,
  text,
  type Behind,
  type Fields,
  type Sql,
  type Tables,
} from '#eventsourcing';
import { allocatedGoods } from './allocated-goods.js';
import { amount, AT_LEAST, DONOR, EXPLAIN, IN_MONEY } from './answered.js';
import { MoneyParameters, PriceLists, SomeOf } from './asked.js';
import { ensureConverted, factorsOf } from './conversion.js';
import {
  ensureNarrowed,
  learnReleases,
  leftOutOf,
  NARROWED_BY,
  narrowingTold,
  type NarrowingTold,
} from './narrowing.js';
import { prices } from './prices.js';
import { rates } from './rates.js';
import { chosen, COUNTED, VALUED, type Valued } from './valued-goods.js';

const GROUPINGS = { donor: sql`donor`, capability: sql`category`, item: sql`item` } as const;

/** What a valuation is asked by: price lists, whose values stand side by side. */
export class ValuationParameters extends MoneyParameters {
  @SomeOf('measure', VALUED)
  measure!: readonly Valued[];
  @IsIn(Object.keys(GROUPINGS), { message: `by must be one of ${Object.keys(GROUPINGS).join(', ')}` })
  by!: keyof typeof GROUPINGS;
  @PriceLists('prices')
  prices!: readonly string[];
}

/** A value by a list, exact in the wanted currency; `whole` is one over all labels, and there are no goods where `goods` is null. */
type ValueRow = {
  readonly list: string;
  readonly basis: string | null;
  readonly measure: Valued;
  readonly whole: boolean;
  readonly label: string | null;
  readonly amount: string | null;
  readonly goods: number | null;
  readonly unpriced: number | null;
  readonly atLeast: boolean | null;
  readonly missing: readonly string[] | null;
  readonly known: boolean;
  readonly lists: readonly string[];
  readonly told: NarrowingTold;
};

/** What a value is told in. */
const WORTH: Fields = {
  measure: oneOf(VALUED, 'Whether it is of goods that are pledged, of those committed, or of those allocated.'),
  prices: text('The price list that the goods are valued by.'),
  basis: text('What its prices are: book, replacement or another basis.'),
  amount: amount('What the goods are worth.'),
  atLeast: AT_LEAST,
  goods: integer('How many lines of goods it is of.'),
  unpriced: integer('How many of these have no price in the list.'),
  explain: EXPLAIN,
};

/**
 * What the goods that were promised or allocated are worth by published price lists, each on its own basis, so that book and replacement values stand
 * side by side; beside `totals`, which are of what was stated. A value is "at least" where a quantity or a price of its goods is not known.
 */
export const valuation = question<ValuationParameters, ValueRow, object>('valuation', {
  about:
    'What goods that were pledged, committed or allocated are worth by published price lists, at book and replacement prices side by side.',
  fields: {
    ...IN_MONEY,
    rows: list('A row for each label of the grouping, each figure and each price list.', {
      donor: optional(DONOR),
      capability: optional(orNull(text('The capability of the goods, where that is asked by.'))),
      item: optional(text('The item, where that is asked by.')),
      ...WORTH,
    }),
    totals: list('The values over all labels.', WORTH),
  },
  parameters: ValuationParameters,
  reads: [...NARROWED_BY, allocatedGoods, prices, rates],
  learn: learnReleases,
  ask: (parameters, tables) => sql`
    with ${factorsOf(parameters.in, [parameters.rates], tables)},
    price as materialized (${pricesIn(parameters.prices, tables)}),
    lists as (select distinct prices as list, basis, currency from price),
    entries as (${joined(
      parameters.measure.map(
        (measure) => sql`select ${measure}::text as measure, ${GROUPINGS[parameters.by]} as label, item, unit,
          ${quoted(measure)} as quantity, ${COUNTED[measure].unknown} as unknown
          from ${tables.visible(COUNTED[measure].goods)} behind where ${chosen(measure, parameters, tables)}`,
      ),
      ' union all ',
    )}),
    sums as (
      select list, measure, grouping(label) = 1 as whole, label, coalesce(sum(quantity * price.price), 0) as amount, count(*)::int as goods,
        (count(*) filter (where price.price is null))::int as unpriced, bool_or(unknown) as is_unknown
      from entries cross join lists left join price on price.prices = list and ${PRICED}
      group by grouping sets ((list, measure, label), (list, measure))
    )
    select wanted.list, lists.basis, wanted.measure, coalesce(whole, true) as whole, label, (case when amount = 0 then 0 else amount * factor end)::text as amount, goods, unpriced,
      unpriced > 0 or is_unknown as "atLeast", case when amount <> 0 and factor is null then array[lists.currency] end as missing,
      exists (select from rate) as known, array(select distinct prices from ${tables.latest(prices)} listed order by 1) as lists, ${narrowingTold(parameters, tables)} as told
    from (select list, measure from unnest(string_to_array(${parameters.prices.join(',')}::text, ',')) list
      cross join unnest(string_to_array(${parameters.measure.join(',')}::text, ',')) measure) wanted
    left join lists on lists.list = wanted.list left join factors on factors.currency = lists.currency
    left join sums on sums.list = wanted.list and sums.measure = wanted.measure
    order by label nulls last, array_position(string_to_array(${parameters.measure.join(',')}::text, ','), wanted.measure),
      array_position(string_to_array(${parameters.prices.join(',')}::text, ','), wanted.list)`,
  answer: (rows, parameters) => {
    const { in: currency, rates: set, by } = parameters;
    ensureNarrowed(parameters, rows[0]?.told);
    for (const row of rows) {
      ensureListed(row);
      ensureConverted(set, currency, row);
    }
    return {
      ...{ in: currency, rates: set, ...leftOutOf(rows[0]?.told) },
      rows: rows.filter(({ whole }) => !whole).map((row) => ({ [by]: row.label, ...figureOf(row, by) })),
      totals: rows.filter(({ whole }) => whole).map((row) => figureOf(row)),
    };
  },
  explain: (parameters, label, tables) => behindOf(parameters, label, tables),
});

/** The prices of these lists, one for an item, whose name they and the goods may write in letters of either case. */
function pricesIn(lists: readonly string[], tables: Tables): Sql {
  return sql`select distinct on (prices, lower(item)) prices, basis, currency, lower(item) as item, unit, price
    from ${tables.latest(prices)} listed where ${among(sql`prices`, lists)} order by prices, lower(item), item`;
}

/** The condition that a price is of an entry's item, in its unit where both name one. */
const PRICED = sql`price.item = lower(entries.item) and (price.unit is null or entries.unit is null or price.unit = entries.unit)`;

/** What stands behind a value: goods, each with what it adds; null where it has no price. */
function behindOf(parameters: ValuationParameters, asked: string, tables: Tables): Behind | undefined {
  const [measure, list, by, ...rest] = asked.split('/');
  const known = VALUED.find((one) => one === measure && parameters.measure.includes(one));
  if (!known || list === undefined || !parameters.prices.includes(list)) return undefined;
  if (by !== undefined && (by !== parameters.by || rest.length === 0)) return undefined;
  const [column, label] = [GROUPINGS[parameters.by], rest.join('/')];
  const grouped =
    by === undefined ? sql`true` : label === '' ? sql`${column} is null` : sql`${column} = ${label}::text`;
  const price = sql`(select price.price * factor from (${pricesIn([list], tables)}) price
    left join (with ${factorsOf(parameters.in, [parameters.rates], tables)} select currency, factor from factors) f on f.currency = price.currency
    where price.item = lower(behind.item) and (price.unit is null or behind.unit is null or price.unit = behind.unit))`;
  return {
    view: COUNTED[known].goods,
    where: sql`${chosen(known, parameters, tables)} and ${grouped}`,
    adds: sql`behind.${quoted(known)} * ${price}`,
  };
}

function figureOf(row: ValueRow, by?: string) {
  const { measure, list, basis, label, amount, atLeast, goods, unpriced } = row;
  return {
    ...{ measure, prices: list, basis, amount: new Big(amount ?? '0').toFixed(2), atLeast: atLeast ?? false },
    ...{ goods: goods ?? 0, unpriced: unpriced ?? 0 },
    explain: [measure, list, ...(by === undefined ? [] : [by, label ?? ''])].join('/'),
  };
}

function ensureListed({ list, basis, lists }: ValueRow): void {
  if (basis === null)
    throw new BadQuestion('NoSuchPrices', `there is no price list ${list}; there are ${lists.join(', ') || 'none'}`, {
      prices: list,
      lists,
    });
}

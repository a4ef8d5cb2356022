import { BadQuestion, among, quoted, sql, type Sql, type Tables } from '#eventsourcing';
import { rates } from './rates.js';

/**
 * How much of the wanted currency one of each currency of each named set is, to far more places than a cent of any sum needs: the CTEs
 * `rate` of `set`, `currency`, `rate` and `factors` of `set`, `currency`, `factor`, their names with a suffix where one is given. Rates are those that the sets ended up with.
 */
export function factorsOf(wanted: string, sets: readonly string[], tables: Pick<Tables, 'latest'>, suffix = ''): Sql {
  const named = among(sql`rates`, sets);
  const [rate, factors] = [quoted(`rate${suffix}`), quoted(`factors${suffix}`)];
  return sql`${rate} as (
      select rates as set, currency, rate from ${tables.latest(rates)} rate where ${named}
      union select rates, base, 1 from ${tables.latest(rates)} base where ${named}
    ),
    ${factors} as (
      select one.set, one.currency, round(target.rate, 60) / one.rate as factor
      from ${rate} one join ${rate} target on target.set = one.set and target.currency = ${wanted}::text
    )`;
}

/** An amount of the row called `behind`, in the wanted currency by a set of rates; null where it is not known. */
export function converted(amount: Sql, wanted: string, set: string, tables: Tables): Sql {
  return sql`case when ${amount} = 0 then 0 else ${amount} * (with ${factorsOf(wanted, [set], tables)}
    select factor from factors where factors.currency = behind.currency) end`;
}

/** Throws `BadQuestion` where a set was never published, or cannot turn every currency of a sum into the wanted one. */
export function ensureConverted(
  set: string,
  wanted: string,
  { known, missing }: { readonly known: boolean; readonly missing: readonly string[] | null },
): void {
  if (!known) throw noSuchRates(set);
  if (missing) throw noRate(set, wanted, missing);
}

/** What is answered where a set cannot turn every currency of a sum into the wanted one. */
function noRate(set: string, wanted: string, missing: readonly string[]): BadQuestion {
  const currencies = missing.filter((currency) => currency !== '');
  return new BadQuestion(
    'CannotConvert',
    `The rate set ${set} cannot turn ${currencies.join(', ')} into ${wanted}; /views/rates?rates=${set} lists what it holds.`,
    { rates: set, in: wanted, currencies },
  );
}

/** What is answered where a set was never published. */
function noSuchRates(set: string): BadQuestion {
  return new BadQuestion('NoSuchRates', `There is no rate set ${set}; /views/rates lists what there is.`, {
    rates: set,
  });
}

import { Big } from 'big.js';
import { IsIn, Matches } from 'class-validator';
import { joined, question, sql, type AnyView, type AskedAt, type Sql, type Tables } from '#eventsourcing';
import { MoneyParameters } from './asked.js';
import { ensureConverted, factorsOf } from './conversion.js';
import { MEASURED, MEASURES, READINGS, type Measure } from './measures.js';
import { areSuperseded, ofReleases } from './counted-releases.js';
import { ensureNarrowed, leftOutOf, NARROWED_BY, narrowed, narrowingTold, type NarrowingTold } from './narrowing.js';
import { rates } from './rates.js';

/** What a revision is asked by; `since` is the position of the log that the earlier figure was known at. */
export class RevisionParameters extends MoneyParameters {
  @IsIn(MEASURES, { message: `measure must be one of ${MEASURES.join(', ')}` })
  measure!: Measure;
  @Matches(/^(0|[1-9]\d{0,17})$/, { message: 'since must be a position of the log, as knownAt of an answer has it' })
  since!: string;
}

/** Why a figure is another now. */
const CAUSES = [
  'new',
  'import',
  'changed',
  'corrected',
  'revalued',
  'merged',
  'withdrawn',
  'redated',
  'rates',
] as const;
type Cause = (typeof CAUSES)[number];

/** Exact, in the wanted currency: the whole (without a cause), what is due to a cause and in how many rows, or a row that changed. */
type ChangeRow = {
  readonly what: 'whole' | 'cause' | 'row';
  readonly cause: Cause | null;
  readonly key: string | null;
  readonly eventId: string | null;
  /** What the figure or row was; of a cause, nothing. */
  readonly before: string;
  /** What it is; of a cause, what it adds. */
  readonly after: string;
  readonly rows: number;
  readonly known: boolean;
  readonly missing: readonly string[] | null;
  readonly told: string | null;
};

const BY_EVENT: Readonly<Record<string, Cause>> = {
  CorrectionApproved: 'corrected',
  PledgeRevalued: 'revalued',
  PledgeMerged: 'merged',
  PledgeLinked: 'merged',
  PledgeWithdrawn: 'withdrawn',
  AllocationReleased: 'withdrawn',
  AllocationOrphaned: 'withdrawn',
  ConditionLapsed: 'withdrawn',
};

/** How many changes of rows an answer lists, the largest first. */
const LISTED = 1_000;

/**
 * Why a figure is not what it was known to be at an earlier position: the difference by cause, to the cent, and the rows that changed, each
 * with the event that did it. A row that several events changed is told by the last.
 */
export const revision = question<RevisionParameters, ChangeRow, object>('revision', {
  about:
    'Why a total is not what it was known to be earlier: new, imported, corrected, revalued, merged, withdrawn, re-dated, or other rates.',
  parameters: RevisionParameters,
  reads: [...new Set([...MEASURED, ...NARROWED_BY, rates])],
  ask: (parameters, tables) => {
    const { measure, in: currency, rates: set, since } = parameters;
    const reading = READINGS[measure];
    const { view, counts, amount } = reading;
    const then = { knownAt: BigInt(since) };
    const wasCounted = sql`${counts} and ${narrowed(reading, parameters, knownAs(tables, then.knownAt))}`;
    return sql`
      with ${factorsOf(currency, [set], tables)},
      ${factorsOf(currency, [set], { latest: (rate) => tables.latest(rate, then) }, '_then')},
      rated as (
        select currency, f.factor, coalesce(t.factor, f.factor) as was_factor from factors f full join factors_then t using (currency)
      ),
      touched as materialized (select * from ${tables.touched(view, then.knownAt)} touched),
      other_rates as materialized (select currency from rated where factor is distinct from was_factor),
      was_in as (select currency, sum(${amount}) as amount from ${tables.visible(view, then)} behind where ${wasCounted} group by currency),
      now as (${eitherWay(
        parameters,
        tables,
        tables.visible(view),
        (from, where) => sql`
        select key, currency, ${amount} as amount, not (${ofReleases(reading.pledge, parameters.release, tables)}) as superseded,
          ${counts} and ${narrowed(reading, parameters, tables)} as counts from ${from} where ${where}`,
      )}),
      was as (${eitherWay(
        parameters,
        tables,
        tables.visible(view, then),
        (from, where) => sql`
        select key, currency, ${amount} as amount from ${from} where ${where} and ${wasCounted}`,
      )}),
      pairs as (
        select coalesce(now.key, was.key) as key, superseded, now.key is null or was.key is null as alone,
          coalesce(was.amount, 0) as was_amount, was.currency as was_currency, w.was_factor,
          case when now.counts then coalesce(now.amount, 0) else 0 end as amount, now.currency, n.factor
        from now full join was on now.key = was.key left join rated w on w.currency = was.currency left join rated n on n.currency = now.currency
      ),
      parts as (
        select *, case when was_amount = 0 then 0 else was_amount * was_factor end as before, case when amount = 0 then 0 else amount * factor end as after,
          case when was_amount <> 0 and amount <> 0 and currency = was_currency then was_amount * (factor - was_factor) else 0 end as by_rates
        from pairs where (was_amount, was_currency, was_factor) is distinct from (amount, currency, factor)
      ),
      changes as materialized (
        select parts.*, told.id as told_id, ${causeOf(view, then, tables)} as cause
        from parts left join touched using (key) left join ${tables.eventAt(sql`touched.last`)} told on true where before <> after
      ),
      whole as (
        select coalesce(sum(amount * was_factor), 0) as before, array_agg(coalesce(currency, '')) filter (where amount <> 0 and was_factor is null) as missing
        from was_in left join rated using (currency)
      ),
      changed as (
        select sum(after - before) as by, count(*) filter (where before <> after) as rows,
          array_agg(distinct coalesce(currency, was_currency, '')) filter (where before is null or after is null) as missing
        from parts
      )
      select 'whole' as what, null as cause, null as key, null as "eventId", before::text, (before + coalesce(changed.by, 0))::text as after, rows::int,
        (select exists (select from rate)) as known, (select array_agg(distinct currency) from unnest(whole.missing || changed.missing) currency) as missing,
        ${narrowingTold(parameters, tables)}::text as told
      from whole cross join changed
      union all
      select 'cause', cause, null, null, '0', sum(after - before - by_rates)::text, count(*)::int, true, null, null from changes where cause <> 'rates' group by cause
      union all
      select 'cause', 'rates', null, null, '0', sum(by_rates)::text, count(*)::int, true, null, null from changes where by_rates <> 0 having count(*) > 0
      union all
      (select 'row', cause, key, told_id, before::text, after::text, 1, true, null, null from changes order by abs(after - before) desc, key limit ${String(LISTED)}::int8)`;
  },
  answer: (rows, parameters) => {
    const { measure, in: currency, rates: set, since } = parameters;
    const whole = rows.find(({ what }) => what === 'whole');
    if (!whole?.told) throw new Error('a revision has a row of all rows');
    const told = JSON.parse(whole.told) as NarrowingTold;
    ensureNarrowed(parameters, told);
    ensureConverted(set, currency, whole);
    const cents = (decimal: string) => new Big(decimal).toFixed(2);
    return {
      ...{ measure, in: currency, rates: set, since, ...leftOutOf(told) },
      before: cents(whole.before),
      after: cents(whole.after),
      change: new Big(cents(whole.after)).minus(cents(whole.before)).toFixed(2),
      rows: shares(
        whole.before,
        rows.filter(({ what }) => what === 'cause'),
      ),
      changed: whole.rows,
      changes: rows
        .filter(({ what }) => what === 'row')
        .map(({ key, before, after, cause, eventId }) => ({
          ...{ key, before: cents(before), after: cents(after), cause, eventId },
          history: `/views/${READINGS[measure].view.name}/${encodeURIComponent(key ?? '')}/history`,
        })),
    };
  },
});

/**
 * The rows that may have another part in the figure than they had: those that were touched since, each looked up; and of the others, where rates
 * were published anew or what is narrowed by is told elsewhere and may have changed there, all that this bears on.
 */
function eitherWay(
  { status, capability, release }: RevisionParameters,
  tables: Tables,
  rows: Sql,
  select: (from: Sql, where: Sql) => Sql,
): Sql {
  const any = (status ?? capability ?? release) ? sql`true` : areSuperseded(tables);
  const touched = sql`(select row.* from touched cross join lateral (select * from ${rows} each where each.key = touched.key offset 0) row) behind`;
  return sql`${select(touched, sql`true`)} union all ${select(
    sql`${rows} behind`,
    sql`(${any} or exists (select from other_rates)) and (${any} or currency in (select currency from other_rates))
      and key not in (select key from touched)`,
  )}`;
}

/** The tables as they were known at another position. */
function knownAs(tables: Tables, knownAt: bigint): Tables {
  return {
    ...tables,
    knownAt,
    visible: (view, at) => tables.visible(view, { knownAt, ...at }),
    latest: (view, at) => tables.latest(view, { knownAt, ...at }),
  };
}

/** Why the row of `parts` is another, told by its last event `told`. */
function causeOf(view: AnyView, then: Partial<AskedAt>, tables: Tables): Sql {
  const was = (latest: Sql) => sql`exists (select from ${latest} o where o.key = parts.key offset 0)`;
  const named = joined(
    Object.entries(BY_EVENT).map(([type, cause]) => sql`when told.type = ${type}::text then ${cause}::text`),
    ' ',
  );
  return sql`case when after - before = by_rates then 'rates' when superseded then 'import' when told.type is null then 'redated'
    when alone and ${was(tables.latest(view, then))} and ${was(tables.latest(view))} then 'redated' ${named}
    when told.is_imported then 'import' when told.type in ('PledgeMade', 'PledgeCommitted', 'PledgeAllocated') then 'new' else 'changed' end`;
}

/** The difference by cause. Each is rounded as part of the way from one figure to the other, so that all together are the difference to the cent. */
function shares(before: string, causes: readonly ChangeRow[]) {
  let reached = new Big(before);
  return CAUSES.flatMap((cause) => {
    const own = causes.find((row) => row.cause === cause);
    if (!own) return [];
    const from = reached;
    reached = reached.plus(own.after);
    return [{ cause, amount: new Big(reached.toFixed(2)).minus(from.toFixed(2)).toFixed(2), rows: own.rows }];
  });
}

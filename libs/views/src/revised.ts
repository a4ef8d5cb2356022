import { BadQuestion, joined, sql, type AnyView, type AskedAt, type Sql, type Tables } from '#eventsourcing';
import { factorsOf } from './conversion.js';
import { areSuperseded, ofReleases, superseded } from './counted-releases.js';
import { READINGS, type Measure } from './measures.js';
import { narrowed, narrowingTold, type Narrowing } from './narrowing.js';

/** Why a figure is another now. */
export const CAUSES = [
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
export type Cause = (typeof CAUSES)[number];

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

/** What makes something new, unless it was imported. */
const MAKING = sql`('PledgeMade', 'PledgeCommitted', 'PledgeAllocated')`;

/** How many changes of rows an answer lists, the largest first. */
const LISTED = 1_000;

/** What a revision is of: a measure in a currency by a set of rates, of some donations or all, as it was known at the position `since`. */
export interface RevisionAsked extends Narrowing {
  readonly measure: Measure;
  readonly in: string;
  readonly rates: string;
  readonly since: string;
}

/** A cause as the place it has among all. */
const numberOf = (cause: Cause): Sql => sql`${String(CAUSES.indexOf(cause))}::int8`;

/** The cause that the type of an event tells. */
const TOLD_CAUSE = sql`case ${joined(
  Object.entries(BY_EVENT).map(([type, cause]) => sql`when told_by = ${type}::text then ${numberOf(cause)}`),
  ' ',
)} when is_imported then ${numberOf('import')} when told_by in ${MAKING} then ${numberOf('new')} else ${numberOf('changed')} end`;

/** The position of an event and the cause that it tells as one number, so that of several the last is that of the greatest. */
const PART = sql`case when part is not null then part * 16 + ${TOLD_CAUSE} end`;
const POSITION = sql`(told >> 4)`;
const CAUSE = sql`(array[${joined(
  CAUSES.map((cause) => sql`${cause}::text`),
  ', ',
)}])[(told & 15) + 1]`;

/** What of the figure each key was and is, and how much of the difference is due to rates. */
const PARTS = sql`
      pairs as (
        select key, max(part) as told, bool_or(was_later) as was_later, coalesce(bool_or(superseded), false) as superseded,
          case when bool_or(is_now) then case when not bool_or(is_then) then 'now' end else 'then' end as seen_only,
          coalesce(max(amount) filter (where was_counted), 0) as was_amount, max(currency) filter (where was_counted) as was_currency,
          coalesce(max(amount) filter (where counts), 0) as amount, max(currency) filter (where is_now) as currency
        from compared group by key having bool_or(is_now or was_counted)
      ),
      parts as (
        select key, told, was_later, superseded, seen_only, pairs.currency, was_currency, case when was_amount = 0 then 0 else was_amount * w.was_factor end as before, case when amount = 0 then 0 else amount * n.factor end as after,
          case when was_amount <> 0 and amount <> 0 and pairs.currency = was_currency then was_amount * (n.factor - w.was_factor) else 0 end as by_rates
        from pairs left join rated w on w.currency = was_currency left join rated n on n.currency = pairs.currency
        where (was_amount, was_currency, w.was_factor) is distinct from (amount, pairs.currency, n.factor)
      )`;

/** What is due to each cause, in one pass, and the figure as it was, and by how much it changed. */
const WHOLE = sql`
      causes as materialized (
        select cause, sum(change) as by, count(change) as known, count(*) as rows, sum(by_rates) as by_rates, count(*) filter (where by_rates <> 0) as rated from changes group by cause
      ),
      whole as (
        select coalesce(sum(amount * was_factor), 0) as before, array_agg(coalesce(currency, '')) filter (where amount <> 0 and was_factor is null) as missing
        from was_in left join rated using (currency)
      ),
      changed as (
        select sum(by) as by, coalesce(sum(known), 0) as rows,
          (select array_agg(distinct coalesce(currency, was_currency, '')) from changes where change is null) as missing from causes
      )`;

/** What a revision learns first: the releases that count no more, and those that counted no more at the position `since`. */
export function learntOfRevised({ since }: RevisionAsked, tables: Tables): Sql {
  const then = knownAs(tables, BigInt(since));
  return sql`select source, release, false as then from (${superseded(tables)}) now union all select source, release, true from (${superseded(then)}) was`;
}

/** The rows of a revision: the whole, each cause, and the rows that changed most, as the question answers them. Throws `BadQuestion` where `since` comes after what is known. */
export function revised(parameters: RevisionAsked, asked: Tables): Sql {
  if (BigInt(parameters.since) > asked.knownAt) throw sinceIsLater(parameters.since, asked.knownAt);
  const tables = knowing(asked, false);
  const { measure, in: currency, rates: set, since } = parameters;
  const reading = READINGS[measure];
  const { view, counts, amount } = reading;
  const then = { knownAt: BigInt(since) };
  const wasCounted = sql`${counts} and ${narrowed(reading, parameters, knowing(knownAs(asked, then.knownAt), true))}`;
  return sql`
      with ${factorsOf(currency, [set], tables)},
      ${factorsOf(currency, [set], { latest: (rate) => tables.latest(rate, then) }, '_then')},
      rated as (
        select currency, f.factor, coalesce(t.factor, f.factor) as was_factor from factors f full join factors_then t using (currency)
      ),
      other_rates as materialized (select currency from rated where factor is distinct from was_factor),
      was_in as (select currency, sum(${amount}) as amount from ${tables.visible(view, then)} behind where ${wasCounted} group by currency),
      compared as (${comparedBy(
        parameters,
        tables,
        (where) => sql`
        select key, currency, ${amount} as amount, ${PART} as part, is_now, is_then, was_later, is_now and ${counts} and ${narrowed(reading, parameters, tables)} as counts,
          is_then and ${wasCounted} as was_counted, is_now and not (${ofReleases(reading.pledge, parameters.release, tables)}) as superseded
        from ${tables.compared(view, then.knownAt)} behind where ${where}`,
      )}),
      ${PARTS},
      changes as materialized (
        select key, before, after, change, by_rates, currency, was_currency, ${POSITION} as position, ${causeOf(view, then, tables)} as cause
        from (select *, after - before as change from parts where before is distinct from after or before is null offset 0) parts
      ),
      ${WHOLE}
      select 'whole' as what, null as cause, null as key, null as "eventId", before::text, (before + coalesce(changed.by, 0))::text as after, rows::int,
        (select exists (select from rate)) as known, (select array_agg(distinct currency) from unnest(whole.missing || changed.missing) currency) as missing,
        ${narrowingTold(parameters, tables)}::text as told
      from whole cross join changed
      union all
      select 'cause', cause, null, null, '0', (by - by_rates)::text, rows::int, true, null, null from causes where cause <> 'rates'
      union all
      select 'cause', 'rates', null, null, '0', sum(by_rates)::text, sum(rated)::int, true, null, null from causes having sum(rated) > 0
      union all
      (select 'row', cause, key, told.id, before::text, after::text, 1, true, null, null
        from (select * from changes order by abs(change) desc, key limit ${String(LISTED)}::int8) largest
        left join ${tables.eventAt(sql`largest.position`)} told on true order by abs(change) desc, key)`;
}

function sinceIsLater(since: string, knownAt: bigint): BadQuestion {
  return new BadQuestion(
    'SinceIsLater',
    `since, ${since}, comes after position ${String(knownAt)}, which the figure is known at: ask with a later knownAt, or an earlier since`,
    { since, knownAt: String(knownAt) },
  );
}

/**
 * The rows that may have another part in the figure than they had: those that are others, and of the rest, where rates were published anew, all
 * in those currencies; but all rows where what is narrowed by is told elsewhere and may have changed there.
 */
function comparedBy({ status, capability, release }: RevisionAsked, tables: Tables, select: (where: Sql) => Sql): Sql {
  const any = (status ?? capability ?? release) ? sql`true` : areSuperseded(tables);
  const isOther = sql`((may_differ and (is_now <> is_then or part is not null or was_later)) or ${any})`;
  return sql`${select(isOther)} union all ${select(
    sql`not ${isOther} and exists (select from other_rates) and currency in (select currency from other_rates)`,
  )}`;
}

/** The tables with what was learnt of then, or of now. */
function knowing(tables: Tables, then: boolean): Tables {
  return tables.learnt ? { ...tables, learnt: tables.learnt.filter((row) => row.then === then) } : tables;
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

/** Why the row of `parts` is another, told by its last event. */
function causeOf(view: AnyView, then: Partial<AskedAt>, tables: Tables): Sql {
  const [latest, was] = [tables.latest(view), tables.latest(view, then)];
  const isIn = (rows: Sql) => sql`exists (select from ${rows} o where o.key = parts.key offset 0)`;
  // What is visible at one of the two alone, and yet known at the other, is true at another time by what is known there.
  const redated = sql`(seen_only = 'now' and was_later or seen_only = 'then' and ${isIn(was)}) and ${isIn(latest)}`;
  return sql`case when change = by_rates then 'rates' when superseded then 'import' when told is null then 'redated'
    when ${redated} then 'redated' else ${CAUSE} end`;
}

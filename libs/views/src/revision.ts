import { Big } from 'big.js';
import { IsIn, Matches } from 'class-validator';
import { question, sql, type Tables } from '#eventsourcing';
import { MoneyParameters } from './asked.js';
import { ensureConverted, factorsOf } from './conversion.js';
import { MEASURED, MEASURES, READINGS, type Measure } from './measures.js';
import { ofReleases } from './counted-releases.js';
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

/** A row whose part in the figure changed, exact in the wanted currency; the row without a key is of all rows. */
type ChangeRow = {
  readonly key: string | null;
  readonly before: string;
  readonly after: string;
  /** What of the change is due to rates that were published anew. */
  readonly byRates: string;
  readonly toldBy: string | null;
  readonly eventId: string | null;
  readonly imported: boolean | null;
  /** Whether it is there as before, at another time of the world. */
  readonly moved: boolean;
  /** Whether it counts no more because its source told the same promises anew. */
  readonly superseded: boolean | null;
  readonly known: boolean;
  readonly missing: readonly string[] | null;
  readonly told: NarrowingTold | null;
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
    const superseded = sql`not (${ofReleases(reading.pledge, parameters.release, tables)})`;
    const columns = sql`key, currency, ${amount} as amount`;
    return sql`
      with ${factorsOf(currency, [set], tables)},
      ${factorsOf(currency, [set], { latest: (rate) => tables.latest(rate, then) }, '_then')},
      now as (select ${columns}, told_by, told_id, is_imported, ${superseded} as superseded,
        ${counts} and ${narrowed(reading, parameters, tables)} as counts from ${tables.told(view, then.knownAt)} behind),
      was as (select ${columns} from ${tables.visible(view, then)} behind
        where ${counts} and ${narrowed(reading, parameters, knownAs(tables, then.knownAt))}),
      pairs as (
        select coalesce(now.key, was.key) as key, told_by, told_id, is_imported, superseded, now.key is null or was.key is null as alone,
          coalesce(was.amount, 0) as was_amount, was.currency as was_currency, coalesce(f.factor, now_of_was.factor) as was_factor,
          case when now.counts then coalesce(now.amount, 0) else 0 end as amount, now.currency, g.factor
        from now full join was on now.key = was.key
        left join factors_then f on f.currency = was.currency
        left join factors now_of_was on now_of_was.currency = was.currency
        left join factors g on g.currency = now.currency
      ),
      parts as (
        select *, case when was_amount = 0 then 0 else was_amount * was_factor end as before, case when amount = 0 then 0 else amount * factor end as after,
          case when was_amount <> 0 and amount <> 0 and currency = was_currency then was_amount * (factor - was_factor) else 0 end as by_rates
        from pairs
      )
      select null as key, coalesce(sum(before), 0)::text as before, coalesce(sum(after), 0)::text as after, '0' as "byRates", null as "toldBy",
        null as "eventId", null as imported, false as moved, false as superseded, (select exists (select from rate)) as known,
        array_agg(distinct coalesce(currency, was_currency, '')) filter (where before is null or after is null) as missing, ${narrowingTold(parameters, tables)} as told
      from parts
      union all
      select key, before::text, after::text, by_rates::text, told_by, told_id, is_imported, alone and (
          exists (select from ${tables.latest(view, then)} o where o.key = parts.key) and exists (select from ${tables.latest(view)} o where o.key = parts.key)),
        superseded, true, null, null
      from parts where before <> after`;
  },
  answer: (rows, parameters) => {
    const { measure, in: currency, rates: set, since } = parameters;
    const whole = rows.find(({ key }) => key === null);
    if (!whole) throw new Error('a revision has a row of all rows');
    ensureNarrowed(parameters, whole.told ?? undefined);
    ensureConverted(set, currency, whole);
    const changes = rows.filter(({ key }) => key !== null).map((row) => ({ ...row, ...partsOf(row) }));
    const largest = changes.toSorted((a, b) => b.size.cmp(a.size) || ((a.key ?? '') < (b.key ?? '') ? -1 : 1));
    return {
      ...{ measure, in: currency, rates: set, since, ...leftOutOf(whole.told ?? undefined) },
      before: new Big(whole.before).toFixed(2),
      after: new Big(whole.after).toFixed(2),
      change: new Big(new Big(whole.after).toFixed(2)).minus(new Big(whole.before).toFixed(2)).toFixed(2),
      rows: shares(new Big(whole.before), changes),
      changed: changes.length,
      changes: largest.slice(0, LISTED).map(({ key, before, after, cause, eventId }) => ({
        ...{ key, before: new Big(before).toFixed(2), after: new Big(after).toFixed(2), cause, eventId },
        history: `/views/${READINGS[measure].view.name}/${encodeURIComponent(key ?? '')}/history`,
      })),
    };
  },
});

/** The tables as they were known at another position. */
function knownAs(tables: Tables, knownAt: bigint): Tables {
  return {
    ...tables,
    knownAt,
    visible: (view, at) => tables.visible(view, { knownAt, ...at }),
    latest: (view, at) => tables.latest(view, { knownAt, ...at }),
  };
}

interface Parts {
  readonly cause: Cause;
  readonly byCause: Big;
  readonly byRates: Big;
  readonly size: Big;
}

function partsOf({ before, after, byRates, ...row }: ChangeRow): Parts {
  const change = new Big(after).minus(before);
  const rest = change.minus(byRates);
  const cause = rest.eq(0) ? 'rates' : causeOf(row);
  return { cause, byCause: rest, byRates: new Big(byRates), size: change.abs() };
}

type Told = Pick<ChangeRow, 'toldBy' | 'imported' | 'moved' | 'superseded'>;

function causeOf({ toldBy, imported, moved, superseded }: Told): Cause {
  if (superseded) return 'import';
  if (moved || toldBy === null) return 'redated';
  return (
    BY_EVENT[toldBy] ??
    (imported ? 'import' : /^(PledgeMade|PledgeCommitted|PledgeAllocated)$/.test(toldBy) ? 'new' : 'changed')
  );
}

/** The difference by cause. Each is rounded as part of the way from one figure to the other, so that all together are the difference to the cent. */
function shares(before: Big, changes: readonly Parts[]) {
  let reached = before;
  return CAUSES.flatMap((cause) => {
    const own = changes.filter((change) => (cause === 'rates' ? !change.byRates.eq(0) : change.cause === cause));
    const amount = own.reduce((sum, part) => sum.plus(cause === 'rates' ? part.byRates : part.byCause), new Big(0));
    const from = reached;
    reached = reached.plus(amount);
    return own.length === 0
      ? []
      : [{ cause, amount: new Big(reached.toFixed(2)).minus(from.toFixed(2)).toFixed(2), rows: own.length }];
  });
}

import { quoted, sql, type AnyView, type Sql, type Tables } from '#eventsourcing';
import { allocations } from './allocations.js';
import { commitments } from './commitments.js';
import { pledges } from './pledges.js';

/** The money figures of a donation, in the order of its stages. They are never added to one another. */
export const MEASURES = ['pledged', 'committed', 'allocated', 'delivered'] as const;
export type Measure = (typeof MEASURES)[number];

/** What figures of money can be grouped by. */
export const GROUPINGS = ['donor', 'kind', 'month', 'currency'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** How a measure is read: `amount` in `currency` of each row that counts; `unknowns` above 0 says that a part is not known. */
interface Reading {
  readonly view: AnyView;
  readonly counts: Sql;
  readonly pledge: Sql;
  readonly month: Sql;
  readonly amount: Sql;
  readonly unknowns: Sql;
}

const REASONS = sql`('withheld', 'notReported')`;

/** What is counted under each measure, and under which month; what draws on another pledge never is (R9). */
export const READINGS: Readonly<Record<Measure, Reading>> = {
  pledged: {
    view: pledges,
    counts: sql`(not conditional and "drawsOn" is null and (made <> 0 or "madeUnknown" in ${REASONS}) and status not in ('merged', 'lapsed'))`,
    pledge: sql`key`,
    month: sql`month`,
    amount: sql`made`,
    unknowns: sql`case when "madeUnknown" in ${REASONS} then 1 else 0 end`,
  },
  committed: {
    view: commitments,
    counts: sql`"counts"`,
    pledge: sql`pledge`,
    month: sql`month`,
    amount: sql`amount`,
    unknowns: sql`unknowns`,
  },
  allocated: {
    view: allocations,
    // What was released or orphaned before anything of it was handed over is no longer allocated.
    counts: sql`("counts" and (status in ('open', 'delivered') or amount <> 0))`,
    pledge: sql`pledge`,
    month: sql`month`,
    amount: sql`amount`,
    unknowns: sql`case when "amountUnknown" in ${REASONS} then 1 else 0 end`,
  },
  delivered: {
    view: pledges,
    counts: sql`("drawsOn" is null and (delivered <> 0 or "deliveredAtLeast") and status <> 'merged')`,
    pledge: sql`key`,
    month: sql`month`,
    amount: sql`delivered`,
    unknowns: sql`case when "deliveredAtLeast" then 1 else 0 end`,
  },
};

/** The views that the measures are read from. */
export const MEASURED = [pledges, commitments, allocations] as const;

/** The label of a row in a grouping. */
export function labelOf(measure: Measure, by: Grouping): Sql {
  return by === 'month' ? READINGS[measure].month : quoted(by);
}

/**
 * What figures of a measure are made of, as a SELECT of `measure`, `label`, `pledge`, `currency`, `amount`, `unknowns`. The movements of a
 * committed total are summed by pledge, so that one taken back leaves nothing.
 */
export function entriesOf(measure: Measure, label: Sql, where: Sql, tables: Tables): Sql {
  const { view, counts, pledge, amount, unknowns } = READINGS[measure];
  const own = sql`select ${measure}::text as measure, ${label} as label, ${pledge} as pledge, currency`;
  const from = sql`from ${tables.visible(view)} entry where ${counts} and ${where}`;
  return measure === 'committed'
    ? sql`${own}, sum(amount) as amount, sum(unknowns) as unknowns ${from} group by 1, 2, 3, 4 having sum(amount) <> 0 or sum(unknowns) <> 0`
    : sql`${own}, ${amount} as amount, ${unknowns} as unknowns ${from}`;
}

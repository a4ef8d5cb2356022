import { quoted, sql, type Sql, type Tables } from '#eventsourcing';
import { allocatedGoods } from './allocated-goods.js';
import { allocations } from './allocations.js';
import { narrowed, ofCapabilities, type Narrowing } from './narrowing.js';
import { pledgedGoods } from './pledged-goods.js';
import { pledges } from './pledges.js';

/** What of the goods of donations can be valued. */
export const VALUED = ['pledged', 'committed', 'allocated'] as const;
export type Valued = (typeof VALUED)[number];

/** The goods of a measure, with the column that says that a part of them is not known, and those of them that count, by the allocation or by the pledge. */
interface Counted {
  readonly goods: typeof pledgedGoods | typeof allocatedGoods;
  readonly unknown: Sql;
  readonly of: Sql;
  readonly counting: (parameters: Narrowing, tables: Tables) => Sql;
}

/** Pledges of these statuses; what was taken back counts no more (R9, R30). */
function ofPledges(statuses: Sql): Counted {
  return {
    ...{ goods: pledgedGoods, unknown: sql`"pledgedAtLeast"`, of: sql`pledge` },
    counting: (
      parameters,
      tables,
    ) => sql`select key from ${tables.visible(pledges)} pledge where "drawsOn" is null and not conditional and status in (${statuses})
      and ${narrowed({ pledge: sql`key`, month: sql`month` }, parameters, tables)}`,
  };
}

/** Where the goods of each measure are, and which of them count; of an allocation that ended nothing does, for its events say no more what of its goods was handed over. */
export const COUNTED: Readonly<Record<Valued, Counted>> = {
  pledged: ofPledges(sql`'made', 'committed'`),
  committed: ofPledges(sql`'committed'`),
  allocated: {
    ...{ goods: allocatedGoods, unknown: sql`"allocatedAtLeast"`, of: sql`(pledge, allocation)` },
    counting: (
      parameters,
      tables,
    ) => sql`select pledge, allocation from ${tables.visible(allocations)} standing where "counts" and status in ('open', 'delivered')
      and ${narrowed({ pledge: sql`pledge`, month: sql`month` }, parameters, tables)}`,
  },
};

/** The condition on goods that they count in a measure, and are of the donations and the capabilities asked for. */
export function chosen(measure: Valued, parameters: Narrowing, tables: Tables): Sql {
  const { unknown, of, counting } = COUNTED[measure];
  return sql`(${quoted(measure)} <> 0 or ${unknown}) and ${of} in (${counting(parameters, tables)}) and ${parameters.capability ? ofCapabilities(parameters.capability) : sql`true`}`;
}

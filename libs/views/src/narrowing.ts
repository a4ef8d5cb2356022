import { among, BadQuestion, joined, sql, type Sql, type Tables } from '#eventsourcing';
import { allocations } from './allocations.js';
import { ensureReleases, ofReleases, releasesTold, superseded, type ReleasesTold } from './counted-releases.js';
import { imports } from './imports.js';
import { pledgedGoods } from './pledged-goods.js';
import { pledges } from './pledges.js';

/** What figures of donations are narrowed to; to nothing where nothing is said. Months are those that totals are grouped by. */
export interface Narrowing {
  readonly donor?: readonly string[];
  readonly kind?: readonly string[];
  readonly capability?: readonly string[];
  readonly status?: readonly string[];
  readonly release?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}

/** How rows that are narrowed name their pledge and their month, beside their `donor` and `kind`. */
export interface Narrowed {
  readonly pledge: Sql;
  readonly month: Sql;
}

/** The views that narrowing reads, beside the narrowed one. */
export const NARROWED_BY = [pledges, pledgedGoods, allocations, imports] as const;

/** What questions that are narrowed learn first: which releases count no more. */
export function learnReleases(_: object, tables: Tables): Sql {
  return superseded(tables);
}

/** What is asked for of a narrowing, without the rest of what a question is asked by. */
export function narrowingOf({ donor, kind, capability, status, release, from, to }: Narrowing): Narrowing {
  const all = { donor, kind, capability, status, release, from, to };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/**
 * The condition on rows of donations that they are of these donors, kinds, releases and months, and of pledges of these statuses that hold
 * goods of these capabilities, promised or allocated. A pledge counts whole: money is not told by goods. Throws `BadQuestion` where the months end before they begin.
 */
export function narrowed({ pledge, month }: Narrowed, asked: Narrowing, tables: Tables): Sql {
  const { donor, kind, capability, status, release, from, to } = asked;
  if (from !== undefined && to !== undefined && to < from)
    throw new BadQuestion('PeriodEndsFirst', `to, ${to}, is before from, ${from}`, { from, to });
  const conditions = [
    among(sql`donor`, donor),
    among(sql`kind`, kind),
    ofReleases(pledge, release, tables),
    ...(from === undefined ? [] : [sql`${month} >= ${from}::text`]),
    ...(to === undefined ? [] : [sql`${month} <= ${to}::text`]),
    ...(status
      ? [sql`${pledge} in (select key from ${tables.visible(pledges)} told where ${among(sql`status`, status)})`]
      : []),
    ...(capability
      ? [sql`${pledge} in (select pledge from ${goodsIn(tables)} told where ${ofCapabilities(capability)})`]
      : []),
  ];
  return joined(conditions, ' and ');
}

/** What is known beside an answer of what it is narrowed to: the names that there are, where some were asked for. */
export interface NarrowingTold extends ReleasesTold {
  readonly capabilities: readonly string[] | null;
}

/** SQL of `NarrowingTold`, as JSON. */
export function narrowingTold({ release, capability }: Narrowing, tables: Tables): Sql {
  const capabilities = capability ? capabilitiesIn(goodsIn(tables)) : sql`null`;
  return sql`(select json_build_object('capabilities', ${capabilities}, ${releasesTold(release, tables)}))`;
}

/** Throws `BadQuestion`, naming what there is, where an answer was to be narrowed to a release or a capability that there is not. */
export function ensureNarrowed({ release, capability }: Narrowing, told: NarrowingTold | undefined): void {
  if (!told) return;
  ensureReleases(release, told);
  ensureCapabilities(capability, told.capabilities);
}

/** What goods pledges hold, promised or allocated, as a SELECT of `pledge`, `category`. */
export function goodsIn(tables: Tables): Sql {
  return sql`(select pledge, category from ${tables.visible(pledgedGoods)} promised
    union all select pledge, unnest(categories) from ${tables.visible(allocations)} allocated)`;
}

/** The condition that goods are of one of these capabilities, whose names sources write in letters of either case. */
export function ofCapabilities(asked: readonly string[]): Sql {
  return among(
    sql`lower(category)`,
    asked.map((capability) => capability.toLowerCase()),
  );
}

/** SQL of the names of capabilities that there are goods of, each once, as an array. */
export function capabilitiesIn(goods: Sql): Sql {
  return sql`array(select min(category) from ${goods} told where category is not null group by lower(category) order by 1)`;
}

/** Throws `BadQuestion`, naming what there is, where a capability is asked for that no goods are of. */
export function ensureCapabilities(asked: readonly string[] | undefined, known: readonly string[] | null): void {
  const names = new Set(known?.map((capability) => capability.toLowerCase()));
  const unknown = (asked ?? []).filter((capability) => !names.has(capability.toLowerCase()));
  if (unknown.length > 0)
    throw new BadQuestion(
      'NoSuchCapability',
      `no goods are of the capability ${unknown.join(', ')}; there are some of ${(known ?? []).join(', ')}`,
      { unknown, capabilities: known ?? [] },
    );
}

/** The releases that an answer leaves out because their source told the same promises anew, to be said in it; nothing where there are none. */
export function leftOutOf(told: NarrowingTold | undefined): { readonly leftOut?: readonly string[] } {
  return told?.leftOut && told.leftOut.length > 0 ? { leftOut: told.leftOut } : {};
}

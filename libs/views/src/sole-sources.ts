import {
  integer,
  list,
  oneOf,
  optional,
  sql,
  text,
  textArray,
  type Behind,
  type Fields,
  type Sql,
  type Tables,
} from '#eventsourcing';
import { allocations } from './allocations.js';
import { EXPLAIN } from './answered.js';
import { entriesOf, READINGS, type Measure } from './measures.js';
import { goodsIn, narrowed, ofCapabilities, type Narrowing } from './narrowing.js';
import { pledges } from './pledges.js';
import { requirements } from './requirements.js';

/** What can rest on one donor: a capability, by the pledges that hold goods of it, or a requirement, by what is allocated to it. */
export const SOLES = ['capability', 'requirement'] as const;
type Sole = (typeof SOLES)[number];

/** Whose donors are asked about: of pledges that count in a measure, for some of `SOLES`, and who may fall away. */
export interface SolesAsked extends Narrowing {
  readonly measure: Measure;
  readonly sole?: readonly string[];
  readonly without?: readonly string[];
}

/** A capability or a requirement that one donor alone serves, or only donors that fall away; of how many pledges or allocations. */
export interface SoleTold {
  readonly of: Sole;
  readonly name: string;
  readonly donors: readonly string[];
  readonly count: number;
}

/** The views that this reads, beside those of measures and of narrowing. */
export const SOLES_READ = [requirements] as const;

/** SQL of a list of `SoleTold`, as JSON; null where it was not asked for. */
export function solesTold(asked: SolesAsked, tables: Tables): Sql {
  const capabilities = sql`select 'capability' as of, min(category) as name, array_agg(distinct label order by label) as donors, count(distinct pledge)::int as count
    from (select distinct label, pledge from (${counted(asked, tables)}) counted) served join ${goodsIn(tables)} goods using (pledge)
    where category is not null group by lower(category)`;
  const needs = sql`select 'requirement' as of, requirement as name, array_agg(distinct donor order by donor) as donors, count(*)::int as count
    from ${tables.visible(allocations)} behind where ${serving(asked, tables)} group by requirement`;
  const wanted = { capability: capabilities, requirement: needs };
  const chosen = SOLES.filter((one) => asked.sole?.includes(one)).map((one) => wanted[one]);
  const [first, second] = chosen;
  if (!first) return sql`null::json`;
  const all = second ? sql`${first} union all ${second}` : first;
  return sql`(select json_agg(soles order by of, name) from (${all}) soles
    where cardinality(donors) = 1 or donors <@ string_to_array(${(asked.without ?? []).join(',')}::text, ','))`;
}

const SOLE: Fields = {
  of: oneOf(SOLES, 'Whether it is a capability or a requirement.'),
  name: text('The capability, or the id of the requirement.'),
  donors: textArray('All who serve it.', 'party'),
  pledges: optional(integer('How many pledges hold goods of the capability.')),
  allocations: optional(integer('How many allocations serve the requirement.')),
  explain: EXPLAIN,
};

/** How that is told in an answer. */
export const SOLES_SAID: Fields = {
  sole: optional(list('The capabilities and requirements that one donor alone serves.', SOLE)),
  lost: optional(list('Those that nobody serves without those of `without`.', SOLE)),
};

/** What is said of them: those that one donor alone serves, and those that nobody serves without the donors that fall away. */
export function solesOf({ sole, without }: SolesAsked, told: readonly SoleTold[] | null): object {
  if (!sole) return {};
  const all = told ?? [];
  return {
    sole: all.flatMap((one) => (one.donors.length === 1 ? [rowOf(one)] : [])),
    ...(without && { lost: all.filter(({ donors }) => donors.every((donor) => without.includes(donor))).map(rowOf) }),
  };
}

function rowOf({ of, name, donors, count }: SoleTold) {
  const counts = of === 'capability' ? { pledges: count } : { allocations: count };
  return { of, name, donors, ...counts, explain: `${of}/${name}` };
}

/** What stands behind one of them: pledges that hold goods of a capability, or what is allocated to a requirement. */
export function soleBehind(asked: SolesAsked, label: string, tables: Tables): Behind | undefined {
  const of = asked.sole && SOLES.find((one) => asked.sole?.includes(one) && label.startsWith(`${one}/`));
  const name = label.slice((of?.length ?? 0) + 1);
  if (of === 'requirement')
    return { view: allocations, where: sql`requirement = ${name}::text and ${serving(asked, tables)}` };
  return (
    of && {
      view: pledges,
      where: sql`key in (select pledge from (${counted(asked, tables)}) counted)
      and key in (select pledge from ${goodsIn(tables)} goods where ${ofCapabilities([name])})`,
    }
  );
}

/** The pledges that count in the measure, as entries of their donors. */
function counted(asked: SolesAsked, tables: Tables): Sql {
  const { measure } = asked;
  return entriesOf(measure, sql`donor`, narrowed(READINGS[measure], asked, tables), tables);
}

/** The condition on allocations that they serve a requirement which still asks for something. */
function serving(asked: SolesAsked, tables: Tables): Sql {
  return sql`"counts" and status in ('open', 'delivered') and ${narrowed(READINGS.allocated, asked, tables)}
    and requirement in (select key from ${tables.visible(requirements)} asking where status in ('submitted', 'validated'))`;
}

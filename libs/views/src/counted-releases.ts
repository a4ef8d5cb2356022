import { among, BadQuestion, joined, sql, type Sql, type Tables } from '#eventsourcing';
import { imports } from './imports.js';
import { pledges } from './pledges.js';

/** What a release is asked for by that no source brought: pledges recorded by those who made them. */
const OF_NO_RELEASE = 'none';

/** The name of the release that a pledge came by, which is also that of its import and of its rates. */
const NAME = sql`coalesce(source || '-' || release, ${OF_NO_RELEASE}::text)`;

/** The names of releases with each number in them as a number, so that r18 comes after r7. */
const IN_ORDER = sql`(select string_agg(case when part[1] ~ '^[0-9]' then lpad(part[1], 100, '0') else part[1] end, '' order by place)
  from regexp_matches(release, '[0-9]+|[^0-9]+', 'g') with ordinality parts (part, place)) collate "C"`;

/** The releases that count no more, as a SELECT of `source`, `release`: of each source all but the last that was imported whole. To be learnt first where a question can. */
export function superseded(tables: Tables): Sql {
  return sql`select source, release from (
    select source, release, row_number() over (partition by source order by bool_or(finished is not null) desc, ${IN_ORDER} desc) as place
    from ${tables.latest(imports)} import where source is not null and release is not null group by source, release) ranked where place > 1`;
}

/** Whether there are releases that count no more. */
export function areSuperseded(tables: Tables): Sql {
  const { learnt } = tables;
  return learnt ? sql`${String(learnt.length > 0)}::boolean` : sql`exists (${superseded(tables)})`;
}

/** The condition on rows of pledges that their release counts no more. */
function isSuperseded(tables: Tables): Sql {
  const { learnt } = tables;
  if (!learnt) return sql`(source, release) in (${superseded(tables)})`;
  const pairs = learnt.map(({ source, release }) => sql`(${source}::text, ${release}::text)`);
  return pairs.length === 0 ? sql`false` : sql`(source, release) in (${joined(pairs, ', ')})`;
}

/**
 * The condition on rows of pledges, whose id is given, that they are of these releases; where none are named, that no later release of the
 * same source tells what they tell, so that a promise which a source told twice counts once (R31).
 */
export function ofReleases(pledge: Sql, asked: readonly string[] | undefined, tables: Tables): Sql {
  const all = tables.latest(pledges);
  if (asked) return sql`${pledge} in (select key from ${all} told where ${among(NAME, asked)})`;
  // Said in so many words, it would keep the database from sharing a scan between processes.
  if (tables.learnt?.length === 0) return sql`true`;
  return sql`(not ${areSuperseded(tables)} or ${pledge} not in (select key from ${all} told where ${isSuperseded(tables)}))`;
}

/** What is known of releases beside an answer: those that it leaves out, or where some were asked for, which there are. */
export interface ReleasesTold {
  readonly leftOut: readonly string[] | null;
  readonly releases: readonly { readonly name: string; readonly source: string | null }[] | null;
}

/** SQL of the two fields of `ReleasesTold`, for `json_build_object`. */
export function releasesTold(asked: readonly string[] | undefined, tables: Tables): Sql {
  const all = tables.latest(pledges);
  return asked
    ? sql`'leftOut', null, 'releases', (select coalesce(json_agg(json_build_object('name', name, 'source', source) order by name), '[]')
        from (select distinct ${NAME} as name, source from ${all} told) named)`
    : sql`'releases', null, 'leftOut', case when ${areSuperseded(tables)} then array(select distinct ${NAME} as name from ${all} told
        where ${isSuperseded(tables)} order by name) else '{}' end`;
}

/** Throws `BadQuestion` where a release was asked for that there is not, or two of one source, which tell the same promises twice. */
export function ensureReleases(asked: readonly string[] | undefined, { releases }: ReleasesTold): void {
  if (!asked || !releases) return;
  const names = releases.map(({ name }) => name);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new BadQuestion(
      'NoSuchRelease',
      `there is no pledge of the release ${unknown.join(', ')}; there are some of ${names.join(', ')}`,
      { unknown, releases: names },
    );
  const chosen = releases.filter(({ name }) => asked.includes(name));
  for (const [source, own] of Map.groupBy(chosen, (release) => release.source)) {
    if (own.length < 2) continue;
    const both = own.map(({ name }) => name);
    throw new BadQuestion(
      'ReleasesOverlap',
      `${both.join(' and ')} are releases of ${String(source)}, which tell the same promises: ask for one of them, or compare two by /questions/releases`,
      { source, releases: both },
    );
  }
}

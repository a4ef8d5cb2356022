import { among, sql, type Sql, type Tables } from '#eventsourcing';
import { factorsOf } from './conversion.js';
import { pledges } from './pledges.js';
import { releaseEntries } from './release-entries.js';

/** Two releases of a source, some donors or all, and the currency that they are compared in. */
export interface TwoReleases {
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly in: string;
  readonly donor?: readonly string[];
}

/** What became of an activity from one release to the other. */
export const COURSES = ['equal', 'rates', 'restated', 'renumbered', 'gone', 'new'] as const;
export type Course = (typeof COURSES)[number];

/** How like two texts must be, as the share of their words that both have, to be of one activity: of one id, and of two. */
const LIKE = { sameId: 0.4, otherId: 0.5 } as const;

/** What one entry may share with another: each of its sources, and all its words. */
const SHARED = sql`unnest(sources || array_to_string(words, ' '))`;

/** How much a common id counts beside the likeness of texts, where several are like. */
const FOR_THE_ID = 0.1;

/** The name of the rate set that a release brings. */
export function ratesOf(source: string, release: string): string {
  return `${source}-${release}`;
}

/**
 * The CTEs `rate` and `pairs`. A pair is an entry of each release that both tell of one activity of a donor: they share a source and most
 * words, or every word, and neither is more like another. What is in no pair stands alone. Each has a `course` and, where it is a pair,
 * `figures`: `equal`, `rates` where only the conversion is another, or `restated`.
 */
export function pairsOf({ source, from, to, in: currency, donor }: TwoReleases, tables: Tables): Sql {
  const sets = [ratesOf(source, from), ratesOf(source, to)] as const;
  const entriesOf = (release: string, set: string) => sql`(
    select e.key, e."foreignId" as id, e.donor, e.title, e.sources, e.words, p.currency, p.committed,
      case when p.committed = 0 then 0 else p.committed * factor end as amount,
      p.committed <> 0 and factor is null as missing
    from ${tables.visible(releaseEntries)} e join ${tables.visible(pledges)} p on p.key = e.key
    left join factors on factors.set = ${set}::text and factors.currency = p.currency
    where e.source = ${source}::text and e.release = ${release}::text and ${among(sql`e.donor`, donor)})`;
  return sql`${factorsOf(currency, [...new Set(sets)], tables)},
    olds as materialized ${entriesOf(from, sets[0])},
    news as materialized ${entriesOf(to, sets[1])},
    candidates as materialized (
      select distinct on (a.key, b.key) a.key as a, b.key as b, a.id = b.id as same_id, a.words as old_words, b.words as new_words
      from (select key, id, donor, words, ${SHARED} as said from olds) a
        join (select key, id, donor, words, ${SHARED} as said from news) b using (donor, said)
    ),
    common as materialized (
      select a, b, same_id, cardinality(old_words) + cardinality(new_words) as words,
        case when old_words = new_words then cardinality(old_words)
          else cardinality(array(select unnest(old_words) intersect select unnest(new_words))) end as shared
      from candidates where least(cardinality(old_words), cardinality(new_words)) >= ${LIKE.sameId}::numeric * greatest(cardinality(old_words), cardinality(new_words))
    ),
    likely as materialized (
      select a, b, same_id, shared::numeric / (words - shared) as likeness from common where words > 0
    ),
    ranked as (
      select a, b, likeness, row_number() over (partition by a order by likeness + bonus desc, b) as of_a,
        row_number() over (partition by b order by likeness + bonus desc, a) as of_b
      from (select *, case when same_id then ${FOR_THE_ID}::numeric else 0 end as bonus from likely) each
      where likeness >= case when same_id then ${LIKE.sameId}::numeric else ${LIKE.otherId}::numeric end
    ),
    matched as materialized (select a, b, likeness from ranked where of_a = 1 and of_b = 1),
    found as (
      select old.key as a, new.key as b, coalesce(old.donor, new.donor) as donor, likeness, old.id as from_id, new.id as to_id,
        old.title as from_title, new.title as to_title, old.currency as from_currency, new.currency as to_currency,
        old.committed as from_committed, new.committed as to_committed, old.amount as from_amount, new.amount as to_amount,
        old.missing as from_missing, new.missing as to_missing,
        array(select unnest(old.sources) intersect select unnest(new.sources) order by 1) as sources,
        case when old.key is null or new.key is null then null
          when round(old.committed, 2) is distinct from round(new.committed, 2) then 'restated'
          when old.committed <> 0 and old.currency is distinct from new.currency then 'restated'
          when round(old.amount, 2) is distinct from round(new.amount, 2) then 'rates' else 'equal' end as figures
      from olds old left join matched on matched.a = old.key full join news new on new.key = matched.b
    ),
    pairs as (
      select *, case when b is null then 'gone' when a is null then 'new' when from_id <> to_id then 'renumbered' else figures end as course
      from found
    )`;
}

import { Matches, MaxLength } from 'class-validator';
import {
  integer,
  list,
  measuredIn,
  money,
  oneOf,
  optional,
  orNull,
  part,
  quantity,
  question,
  sql,
  text,
  textArray,
} from '#eventsourcing';
import { amount, AT_LEAST, DONOR, EXPLAIN, IN } from './answered.js';
import { Currency, Parties } from './asked.js';
import { converted, ensureConverted } from './conversion.js';
import { pledges } from './pledges.js';
import { rates } from './rates.js';
import { releaseEntries } from './release-entries.js';
import { COURSES, pairsOf, ratesOf, type Course, type TwoReleases } from './release-pairs.js';

const Name = (name: string, example: string): PropertyDecorator => {
  const pattern = Matches(/^[A-Za-z0-9][A-Za-z0-9._]*$/, { message: `${name} must be a name such as ${example}` });
  const length = MaxLength(100, { message: `${name} must have 100 letters at most` });
  return (target, property) => {
    pattern(target, property);
    length(target, property);
  };
};

/** What two releases of a source are compared by. */
export class ReleasesParameters implements TwoReleases {
  @Name('source', 'kiel')
  source!: string;
  @Name('from', 'r07')
  from!: string;
  @Name('to', 'r18')
  to!: string;
  @Currency('in')
  in!: string;
  @Parties('donor')
  donor?: readonly string[];
}

/** What is committed of a donor and a course, in the wanted currency, or where there is evidence an activity; without a donor where there is none. */
type ReleaseRow = {
  readonly donor: string | null;
  readonly course: Course;
  readonly pairs: number;
  readonly from: Side | null;
  readonly to: Side | null;
  readonly evidence: Evidence | null;
  readonly known: readonly string[];
  readonly missing: readonly string[] | null;
};

interface Side {
  readonly amount: string;
  readonly atLeast: boolean;
  readonly pledges: number;
}

interface Evidence {
  readonly figures: string | null;
  readonly likeness: string | null;
  readonly sources: readonly string[];
  readonly from: object | null;
  readonly to: object | null;
}

/** How many activities an answer lists, those that changed first; a donor is listed whole by its own question. */
const LISTED = 1_000;

const SIDES = ['from', 'to'] as const;

const COURSE = oneOf(COURSES, 'What became of the activities from one release to the other.');
const FIGURES = ['equal', 'rates', 'restated'];

/** What a release says of all activities of a row. */
const side = (about: string) =>
  part(about, {
    amount: amount('What is committed, by the rates that the release brought.'),
    atLeast: AT_LEAST,
    pledges: integer('How many activities these are.'),
    explain: EXPLAIN,
  });

/** What a release says of one activity. */
const activity = (about: string) =>
  part(about, {
    pledge: text('The pledge that it was imported as.'),
    id: orNull(text('What the source calls it.')),
    title: orNull(text('What it is, in the words of the source.')),
    committed: orNull(measuredIn('`currency`', money('What is committed.'))),
    currency: orNull(text('The currency of that.', 'currency')),
  });

/**
 * What two releases of a source say was committed, by donor: activities with equal figures, with other rates alone, restated, under another
 * id, gone and new. Each release is converted by the rates that it brought. Pledges of two releases are never taken for one by their ids
 * alone (R31): the evidence is a source and the words that they share.
 */
export const releases = question<TwoReleases, ReleaseRow, object>('releases', {
  about:
    'What two releases of a source say alike, at other rates, restated, under another id, no more, or anew, by donor.',
  fields: {
    source: text('The source that published both releases.'),
    from: text('The earlier release.'),
    to: text('The later release.'),
    in: IN,
    rows: list('A row for each donor and each thing that became of its activities.', {
      donor: DONOR,
      course: COURSE,
      from: optional(side('What the earlier release says of them.')),
      to: optional(side('What the later release says of them.')),
    }),
    activities: integer('How many activities there are in either release, those in both counted once.'),
    listed: list('Up to 1,000 of these activities, those that changed first.', {
      donor: DONOR,
      course: COURSE,
      figures: orNull(oneOf(FIGURES, 'How the figures of both releases differ; null where it is in one alone.')),
      likeness: orNull(quantity('The share of their words that both releases have, from 0 to 1.')),
      sources: textArray('The sources that both releases name.'),
      from: orNull(activity('What the earlier release says; null where it is not in it.')),
      to: orNull(activity('What the later release says; null where it is not in it.')),
    }),
  },
  parameters: ReleasesParameters,
  reads: [releaseEntries, pledges, rates],
  ask: (parameters, tables) => sql`
    with ${pairsOf(parameters, tables)},
    checks as (
      select array(select distinct set from rate) as known,
        (select array_agg(distinct coalesce(currency, '')) from (
          select from_currency as currency from pairs where from_missing union select to_currency from pairs where to_missing) each) as missing
    ),
    listed as (
      select * from pairs order by array_position(array['restated', 'renumbered', 'gone', 'rates', 'new', 'equal'], course),
        greatest(coalesce(from_amount, 0), coalesce(to_amount, 0)) desc, coalesce(a, b) limit ${LISTED}::int
    )
    select donor, course, count(*)::int as pairs, null::json as evidence, known, missing,
      case when count(a) > 0 then json_build_object('amount', round(coalesce(sum(from_amount), 0), 2)::text,
        'atLeast', bool_or(a is not null and from_committed is null), 'pledges', count(a)) end as "from",
      case when count(b) > 0 then json_build_object('amount', round(coalesce(sum(to_amount), 0), 2)::text,
        'atLeast', bool_or(b is not null and to_committed is null), 'pledges', count(b)) end as "to"
    from checks left join pairs on true group by donor, course, known, missing
    union all
    select donor, course, 1, json_build_object('figures', figures, 'likeness', round(likeness, 2)::text, 'sources', sources,
        'from', case when a is not null then json_build_object('pledge', a, 'id', from_id, 'title', from_title, 'committed', from_committed::text, 'currency', from_currency) end,
        'to', case when b is not null then json_build_object('pledge', b, 'id', to_id, 'title', to_title, 'committed', to_committed::text, 'currency', to_currency) end),
      known, missing, null, null
    from listed cross join checks`,
  answer: (rows, { source, from, to, in: currency }) => {
    for (const release of [from, to]) {
      const set = ratesOf(source, release);
      ensureConverted(set, currency, {
        known: rows[0]?.known.includes(set) ?? false,
        missing: rows[0]?.missing ?? null,
      });
    }
    const figures = rows.flatMap(({ donor, evidence, ...row }) =>
      donor !== null && !evidence ? [{ ...row, donor }] : [],
    );
    return {
      ...{ source, from, to, in: currency },
      rows: inOrder(figures).map(({ donor, course, from: before, to: after }) => ({
        ...{ donor, course },
        ...sideOf('from', before, donor, course),
        ...sideOf('to', after, donor, course),
      })),
      activities: figures.reduce((sum, { pairs }) => sum + pairs, 0),
      listed: rows.flatMap(({ donor, course, evidence }) => (evidence ? [{ donor, course, ...evidence }] : [])),
    };
  },
  explain: (parameters, label, tables) => {
    const [side, course, donor] = label.split('/');
    const isSide = SIDES.includes(side as 'from' | 'to') && COURSES.includes(course as Course);
    if (!isSide || donor === undefined || (parameters.donor && !parameters.donor.includes(donor))) return undefined;
    const [key, release] = side === 'from' ? [sql`a`, parameters.from] : [sql`b`, parameters.to];
    return {
      view: pledges,
      where: sql`donor = ${donor}::text and key in (with ${pairsOf({ ...parameters, donor: [donor] }, tables)}
        select ${key} from pairs where course = ${course}::text)`,
      adds: converted(sql`behind.committed`, parameters.in, ratesOf(parameters.source, release), tables),
    };
  },
});

/** A side of a row, with the label of what it is made of. */
function sideOf(name: (typeof SIDES)[number], side: Side | null, donor: string, course: Course): object {
  return side ? { [name]: { ...side, explain: `${name}/${course}/${donor}` } } : {};
}

function inOrder<T extends { readonly donor: string; readonly course: Course }>(rows: readonly T[]): readonly T[] {
  const placeOf = ({ donor, course }: T) => `${donor} ${String(COURSES.indexOf(course))}`;
  return rows.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
}

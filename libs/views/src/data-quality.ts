import {
  integer,
  joined,
  list,
  measuredIn,
  oneOf,
  optional,
  orNull,
  question,
  quoted,
  sql,
  type Sql,
} from '#eventsourcing';
import { DONOR, EXPLAIN, LEFT_OUT } from './answered.js';
import { DonationParameters } from './asked.js';
import { medianDays } from './lateness.js';
import {
  ensureNarrowed,
  learnReleases,
  leftOutOf,
  NARROWED_BY,
  narrowed,
  narrowingTold,
  type NarrowingTold,
} from './narrowing.js';
import { pledges } from './pledges.js';

/** What the quality of data is asked by. */
export class DataQualityParameters extends DonationParameters {}

/** What can be wanting in a pledge, as a condition on its row. */
const WANTING = {
  amountNotReported: sql`"madeUnknown" = 'notReported' or (made is null and "madeUnknown" is null)`,
  amountWithheld: sql`"madeUnknown" = 'withheld'`,
  reportedByOthers: sql`reported`,
  withBreaches: sql`breaches > 0`,
  undated: sql`since is null`,
} as const;
type Want = keyof typeof WANTING;
const WANTS = Object.keys(WANTING) as readonly Want[];

type QualityRow = Readonly<Record<Want, number>> & {
  readonly donor: string | null;
  readonly pledges: number;
  readonly breaches: number;
  readonly lag: number | null;
  readonly told: NarrowingTold;
};

const PLEDGES = { pledge: sql`key`, month: sql`month` };

/**
 * How good what is known of each donor is: pledges with an amount not reported or withheld, told by others and not confirmed, with
 * breaches, or undated; and the median, over its pledges, of the most whole days by which anything of one was recorded after it happened.
 */
export const dataQuality = question<DataQualityParameters, QualityRow, { readonly rows: readonly object[] }>(
  'data-quality',
  {
    about: 'How complete, confirmed and timely what is known of each donor is.',
    fields: {
      leftOut: LEFT_OUT,
      rows: list('For each donor a row of all its pledges, and one for each thing that can be wanting in them.', {
        donor: DONOR,
        what: oneOf(['pledges', ...WANTS], 'Which pledges: all, or those in which this is wanting.'),
        pledges: integer('How many pledges these are.'),
        breaches: optional(integer('How many rules all pledges of the donor break as they were imported.')),
        medianLagDays: optional(
          orNull(
            measuredIn(
              'days',
              integer('The median, over the pledges, of the longest that anything of one was recorded late.'),
            ),
          ),
        ),
        explain: EXPLAIN,
      }),
    },
    parameters: DataQualityParameters,
    reads: [...NARROWED_BY],
    learn: learnReleases,
    ask: (parameters, tables) => sql`
    with by_days as (
      select donor, "lateDays" as days, count(*) as pledges, sum(breaches) as breaches, ${joined(WANTS.map(counted), ', ')}
      from ${tables.visible(pledges)} pledge where ${narrowed(PLEDGES, parameters, tables)} group by 1, 2
    ),
    aged as (
      select *, sum(pledges) over (partition by donor order by days) as up_to, sum(pledges) over (partition by donor) as of_donor from by_days
    )
    select donor, told::json, sum(pledges)::int as pledges, sum(breaches)::int as breaches,
      ${medianDays(sql`days`, sql`up_to`, sql`of_donor`)}::int as lag, ${joined(
        WANTS.map((want) => sql`sum(${quoted(want)})::int as ${quoted(want)}`),
        ', ',
      )}
    from (select ${narrowingTold(parameters, tables)}::text as told) told left join aged on true group by donor, told order by donor`,
    answer: (rows, parameters) => {
      ensureNarrowed(parameters, rows[0]?.told);
      return { ...leftOutOf(rows[0]?.told), rows: rows.flatMap(rowsOf) };
    },
    explain: (parameters, label, tables) => {
      const { donor: chosen } = parameters;
      const [what = '', donor] = label.split('/');
      if (donor === undefined || (chosen && !chosen.includes(donor))) return undefined;
      if (what !== 'pledges' && !Object.hasOwn(WANTING, what)) return undefined;
      const wanting = what === 'pledges' ? sql`true` : WANTING[what as Want];
      return {
        view: pledges,
        where: sql`donor = ${donor}::text and (${wanting}) and ${narrowed(PLEDGES, parameters, tables)}`,
      };
    },
  },
);

function counted(want: Want): Sql {
  return sql`count(*) filter (where ${WANTING[want]}) as ${quoted(want)}`;
}

/** What is told of a donor: all its pledges, and those in which something is wanting; nothing of nobody. */
function rowsOf(row: QualityRow): readonly object[] {
  if (row.donor === null) return [];
  const { donor, pledges: count, breaches, lag } = row;
  return [
    { donor, what: 'pledges', pledges: count, breaches, medianLagDays: lag, explain: `pledges/${donor}` },
    ...WANTS.map((what) => ({ donor, what, pledges: row[what], explain: `${what}/${donor}` })),
  ];
}

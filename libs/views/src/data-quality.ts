import { among, joined, question, quoted, sql, type Sql } from '#eventsourcing';
import { activity } from './activity.js';
import { Parties } from './asked.js';
import { pledges } from './pledges.js';

/** What the quality of data is asked by. */
export class DataQualityParameters {
  @Parties('donor')
  donor?: readonly string[];
}

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
  readonly donor: string;
  readonly pledges: number;
  readonly breaches: number;
  readonly lag: string | null;
};

/**
 * How good what is known of each donor is: pledges with an amount not reported or withheld, told by others and not confirmed, with
 * breaches, or undated; and the median of days from when something of a pledge happened to when the ledger recorded it.
 */
export const dataQuality = question<DataQualityParameters, QualityRow, { readonly rows: readonly object[] }>(
  'data-quality',
  {
    about: 'How complete, confirmed and timely what is known of each donor is.',
    parameters: DataQualityParameters,
    reads: [pledges, activity],
    ask: ({ donor }, tables) => sql`
    with own as materialized (select * from ${tables.visible(pledges)} pledge where ${among(sql`donor`, donor)}),
    lags as (
      select own.donor, percentile_cont(0.5) within group (order by extract(epoch from told.recorded - told."when") / 86400) as lag
      from own join ${tables.visible(activity)} told on told.stream = 'pledge-' || own.key group by own.donor
    )
    select donor, count(*)::int as pledges, sum(breaches)::int as breaches, round(max(lag)::numeric, 1)::text as lag,
      ${joined(WANTS.map(counted), ', ')}
    from own left join lags using (donor) group by donor order by donor`,
    answer: (rows) => ({
      rows: rows.flatMap((row) => [
        {
          donor: row.donor,
          what: 'pledges',
          pledges: row.pledges,
          breaches: row.breaches,
          medianLagDays: row.lag,
          explain: `pledges/${row.donor}`,
        },
        ...WANTS.map((what) => ({ donor: row.donor, what, pledges: row[what], explain: `${what}/${row.donor}` })),
      ]),
    }),
    explain: ({ donor: chosen }, label) => {
      const [what = '', donor] = label.split('/');
      if (donor === undefined || (chosen && !chosen.includes(donor))) return undefined;
      if (what !== 'pledges' && !Object.hasOwn(WANTING, what)) return undefined;
      const wanting = what === 'pledges' ? sql`true` : WANTING[what as Want];
      return { view: pledges, where: sql`donor = ${donor}::text and (${wanting})` };
    },
  },
);

function counted(want: Want): Sql {
  return sql`(count(*) filter (where ${WANTING[want]}))::int as ${quoted(want)}`;
}

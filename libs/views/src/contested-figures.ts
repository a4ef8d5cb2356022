import { Big } from 'big.js';
import { IsIn, IsOptional } from 'class-validator';
import { integer, joined, json, list, oneOf, optional, orNull, question, sql, text, textArray } from '#eventsourcing';
import type { Said } from '#domain';
import { amount, AT_LEAST, DONOR, EXPLAIN, IN, MEASURE, RATES } from './answered.js';
import { Currency, OneRateSet } from './asked.js';
import { conflicts } from './conflicts.js';
import { converted, ensureConverted, factorsOf } from './conversion.js';
import { entriesOf, MEASURED, MEASURES, READINGS, type Measure } from './measures.js';
import { meetings } from './meetings.js';
import { rates } from './rates.js';

const STATUSES = ['open', 'resolved'] as const;

/** What contested figures are asked by: conflicts of one status, or all. */
export class ContestedFiguresParameters {
  @Currency('in')
  in!: string;
  @OneRateSet('rates')
  rates!: string;
  @IsOptional()
  @IsIn(STATUSES, { message: `status must be one of ${STATUSES.join(', ')}` })
  status?: (typeof STATUSES)[number];
}

/** A conflict beside one of the figures that rest on it: money of a pledge by a measure, or the day of a meeting; without either where none does. */
type ContestedRow = {
  readonly conflict: string | null;
  readonly subject: string;
  readonly field: string;
  readonly status: string;
  readonly values: readonly string[];
  readonly claims: readonly Said[];
  readonly chosen: string | null;
  readonly reason: string | null;
  readonly measure: Measure | null;
  readonly donor: string | null;
  readonly amount: string | null;
  readonly atLeast: boolean | null;
  readonly meeting: string | null;
  readonly on: string | null;
  readonly missing: readonly string[] | null;
  readonly known: boolean;
};

/** A meeting as claims about it call it, such as `udcg.meeting.1`. */
const MEETING = sql`"group" || '.meeting.' || number`;

/**
 * Which figures rest on what sources contradict each other about, with both sides, and which of them is used and why where that is resolved:
 * those of a pledge whose id is the subject of the claims, and the day of a meeting. A subject that the ledger has no figure of has none.
 */
export const contestedFigures = question<ContestedFiguresParameters, ContestedRow, object>('contested-figures', {
  about: 'Which figures rest on claims that contradict each other, open or resolved, and on which side of them.',
  fields: {
    in: IN,
    rates: RATES,
    status: optional(oneOf(STATUSES, 'The status that was asked for.')),
    rows: list('A row for each contradiction.', {
      subject: text('What the claims are about, such as a pledge.'),
      field: text('What of it they contradict each other on.'),
      status: oneOf(STATUSES, 'Whether it is resolved.'),
      values: textArray('What is claimed, each value once.'),
      claims: list('All sides, with who said so and when.', {
        number: integer('The number of the claim.'),
        value: text('What is claimed.'),
        source: text('Who says so.'),
        said: optional(text('The day on which it was said.')),
        learnt: optional(text('The day on which it was learnt.')),
        evidence: optional(json('What the source has to show for it.')),
        note: optional(text('What was noted beside it.')),
      }),
      chosen: orNull(text('The value that is used, once that is resolved.')),
      reason: orNull(text('Why that one.')),
      figures: list('The figures that rest on it.', {
        meeting: optional(text('The meeting whose day rests on it.')),
        on: optional(text('The day of that meeting.')),
        donor: optional(DONOR),
        measure: optional(MEASURE),
        amount: optional(amount('The figure of the pledge that rests on it.')),
        atLeast: optional(AT_LEAST),
        explain: EXPLAIN,
      }),
    }),
  },
  parameters: ContestedFiguresParameters,
  reads: [...MEASURED, conflicts, meetings, rates],
  ask: ({ in: currency, rates: set, status }, tables) => sql`
    with contested as materialized (
      select * from ${tables.visible(conflicts)} conflict where ${status === undefined ? sql`true` : sql`status = ${status}::text`}
    ),
    ${factorsOf(currency, [set], tables)},
    entries as (${joined(
      MEASURES.map((measure) => {
        const about = sql`${READINGS[measure].pledge} in (select subject from contested)`;
        return sql`(${entriesOf(measure, sql`donor`, about, tables)})`;
      }),
      ' union all ',
    )}),
    figures as (
      select pledge as subject, measure, label as donor, sum(case when amount = 0 then 0 else amount * factor end)::text as amount, sum(unknowns) > 0 as at_least,
        null as meeting, null as "on", array_agg(coalesce(currency, '')) filter (where amount <> 0 and factor is null) as missing
      from entries left join factors using (currency) group by 1, 2, 3
      union all
      select ${MEETING}, null, null, null, null, key, "on"::text, null from ${tables.visible(meetings)} meeting where number is not null
    )
    select contested.key as conflict, contested.subject, field, status, values, claims, chosen, reason,
      measure, donor, amount, at_least as "atLeast", meeting, "on", missing, known
    from (select exists (select from rate) as known) set left join contested on true
    left join figures on figures.subject = contested.subject order by conflict, array_position(string_to_array(${MEASURES.join(',')}::text, ','), measure)`,
  answer: (rows, { in: currency, rates: set, status }) => {
    for (const row of rows) ensureConverted(set, currency, row);
    const byConflict = Map.groupBy(
      rows.filter(({ conflict }) => conflict !== null),
      ({ conflict }) => conflict,
    );
    return {
      ...{ in: currency, rates: set, ...(status !== undefined && { status }) },
      rows: [...byConflict.values()].flatMap(([first, ...others]) =>
        first ? [conflictOf(first, [first, ...others])] : [],
      ),
    };
  },
  explain: ({ in: currency, rates: set }, label, tables) => {
    const [kind, id] = label.split('/');
    if (id === undefined) return undefined;
    if (kind === 'meeting') return { view: meetings, where: sql`key = ${id}::text` };
    if (!MEASURES.includes(kind as Measure)) return undefined;
    const { view, counts, pledge, amount } = READINGS[kind as Measure];
    return {
      view,
      where: sql`${counts} and ${pledge} = ${id}::text`,
      adds: converted(sql`behind.${amount}`, currency, set, tables),
    };
  },
});

function conflictOf(conflict: ContestedRow, figures: readonly ContestedRow[]): object {
  const { subject, field, status, values, claims, chosen, reason } = conflict;
  return { ...{ subject, field, status, values, claims, chosen, reason }, figures: figures.flatMap(figureOf) };
}

function figureOf({ subject, measure, donor, amount, atLeast, meeting, on }: ContestedRow): readonly object[] {
  if (meeting !== null) return [{ meeting, on, explain: `meeting/${meeting}` }];
  if (measure === null) return [];
  return [{ donor, measure, amount: new Big(amount ?? '0').toFixed(2), atLeast, explain: `${measure}/${subject}` }];
}

import { boolean, integer, list, measuredIn, question, sql, text, timestamp } from '#eventsourcing';
import { EXPLAIN } from './answered.js';
import { decisions } from './decisions.js';

/** Decision clocks are asked for with nothing but the two times. */
export class DecisionClocksParameters {}

type ClockRow = {
  readonly decision: string;
  readonly forum: string;
  readonly about: string;
  readonly version: number;
  readonly voters: number;
  readonly deadline: string;
  readonly minutes: string;
  readonly due: boolean;
};

/** What runs under a silence procedure: a row each, the first to end first; `minutes` are left, and below 0 once it is due. */
export const decisionClocks = question<DecisionClocksParameters, ClockRow, { readonly rows: readonly object[] }>(
  'decision-clocks',
  {
    about: 'What is under a silence procedure, and how many minutes are left to break it.',
    fields: {
      rows: list('A row for each decision under silence, the first to end first.', {
        decision: text('The id of the decision.'),
        forum: text('The forum that decides.'),
        about: text('What kind of thing is decided.'),
        version: integer('Which version of the draft it is.'),
        voters: integer('How many may break the silence.'),
        deadline: timestamp('When the silence ends.'),
        minutes: measuredIn('minutes', integer('How long is left, rounded down; below 0 once it is due.')),
        due: boolean('Whether the deadline has come and nobody has concluded it.'),
        explain: EXPLAIN,
      }),
    },
    parameters: DecisionClocksParameters,
    reads: [decisions],
    ask: (_, tables) => sql`
      select key as decision, forum, kind as about, version::int, "voterCount"::int as voters,
        to_char(deadline at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as deadline,
        floor(extract(epoch from deadline - ${tables.asOf}::timestamptz) / 60)::text as minutes,
        deadline <= ${tables.asOf}::timestamptz as due
      from ${tables.visible(decisions)} decision where status = 'silence' order by decision.deadline, key`,
    answer: (rows) => ({
      rows: rows.map((row) => ({ ...row, minutes: Number(row.minutes), explain: row.decision })),
    }),
    explain: (_, label) => ({ view: decisions, where: sql`key = ${label} and status = 'silence'` }),
  },
);

import { IsISO8601, IsOptional, Matches } from 'class-validator';
import { Big } from 'big.js';
import { integer, list, optional, part, question, sql, text, type Tables } from '#eventsourcing';
import { amount, AT_LEAST, EXPLAIN, FIGURE, IN, LEFT_OUT, RATES } from './answered.js';
import { MoneyParameters } from './asked.js';
import { MEASURES, type Measure } from './measures.js';
import { standing } from './coverage.js';
import { learnReleases, leftOutOf, narrowingOf } from './narrowing.js';
import { requirementLines } from './requirement-lines.js';
import { requirements } from './requirements.js';
import { totals, type FigureRow, type TotalsAsked } from './totals.js';

const SINCE = 'since must be a day such as 2024-07-10, or a time with zone';

/** What the situation is asked by; `since` is a day or time to compare with. */
export class SituationParameters extends MoneyParameters {
  @IsOptional()
  @IsISO8601({ strict: true }, { message: SINCE })
  @Matches(/^[12]\d{3}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/, { message: SINCE })
  since?: string;
}

type SituationRow = FigureRow & { readonly before: boolean; readonly lines: number; readonly covered: number };

const totalsOf = (asked: SituationParameters): TotalsAsked => ({
  ...{ measure: MEASURES, by: 'kind' as const, in: asked.in, rates: [asked.rates] },
  ...narrowingOf(asked),
});

/** The five figures of the common work, none of them added to another: what is required, pledged, committed, allocated and delivered; and how each money figure changed since a day. */
export const situation = question<SituationParameters, SituationRow, object>('situation', {
  about: 'What is required, pledged, committed, allocated and delivered, and what changed since a day.',
  fields: {
    in: IN,
    rates: RATES,
    since: optional(text('The day or time that is compared with.')),
    leftOut: LEFT_OUT,
    required: part('What is needed.', {
      lines: integer('How many lines of requirements ask for something.'),
      covered: integer('How many of them are matched in full.'),
      explain: EXPLAIN,
    }),
    rows: list('A row for each figure of money.', {
      ...FIGURE,
      before: optional(
        part('What it came to at `since`.', { amount: amount('What it came to then.'), atLeast: AT_LEAST }),
      ),
      change: optional(amount('By how much it changed since.')),
    }),
  },
  parameters: SituationParameters,
  reads: [...totals.reads, requirementLines, requirements],
  learn: learnReleases,
  ask: (parameters, tables) => {
    const now = sql`select false as before, * from (${totals.ask(totalsOf(parameters), tables)}) t where whole`;
    const { since } = parameters;
    const all =
      since === undefined
        ? now
        : sql`${now} union all select true, * from (${totals.ask(totalsOf(parameters), at(tables, since))}) t where whole`;
    return sql`select figures.*, lines, covered from (${all}) figures cross join (
      select count(*)::int as lines, (count(*) filter (where matched >= coalesce(validated, required)))::int as covered
      from ${tables.visible(requirementLines)} behind where ${standing(tables)}) needs`;
  },
  answer: (rows, parameters) => {
    const figuresOf = (before: boolean) => {
      const { totals: figures } = totals.answer(
        rows.filter((row) => row.before === before),
        totalsOf(parameters),
      ) as {
        readonly totals: readonly Figure[];
      };
      return new Map(figures.map((figure) => [figure.measure, figure]));
    };
    const [now, before] = [figuresOf(false), parameters.since === undefined ? undefined : figuresOf(true)];
    const { lines = 0, covered = 0 } = rows[0] ?? {};
    return {
      ...{
        in: parameters.in,
        rates: parameters.rates,
        ...(parameters.since !== undefined && { since: parameters.since }),
      },
      ...leftOutOf(rows[0]?.told),
      required: { lines, covered, explain: 'required' },
      rows: MEASURES.map((measure) => ({ ...now.get(measure), ...changeOf(now.get(measure), before?.get(measure)) })),
    };
  },
  explain: (parameters, label, tables) =>
    label === 'required'
      ? { view: requirementLines, where: standing(tables) }
      : totals.explain?.(totalsOf(parameters), label, tables),
});

interface Figure {
  readonly measure: Measure;
  readonly amount: string;
  readonly atLeast: boolean;
}

/** The tables as they were true at another time. */
function at(tables: Tables, asOf: string): Tables {
  const then = asOf.includes('T') ? asOf : `${asOf}T23:59:59.999Z`;
  return { ...tables, asOf: then, visible: (view, other) => tables.visible(view, { asOf: then, ...other }) };
}

function changeOf(now: Figure | undefined, before: Figure | undefined) {
  if (!now || !before) return {};
  return {
    before: { amount: before.amount, atLeast: before.atLeast },
    change: new Big(now.amount).minus(before.amount).toFixed(2),
  };
}

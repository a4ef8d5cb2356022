import { Big } from 'big.js';
import { IsIn, Matches } from 'class-validator';
import { integer, list, oneOf, orNull, question, text } from '#eventsourcing';
import { amount, IN, LEFT_OUT, MEASURE, RATES } from './answered.js';
import { MoneyParameters } from './asked.js';
import { ensureConverted } from './conversion.js';
import { MEASURED, MEASURES, READINGS, type Measure } from './measures.js';
import { ensureNarrowed, leftOutOf, NARROWED_BY, type NarrowingTold } from './narrowing.js';
import { rates } from './rates.js';
import { CAUSES, learntOfRevised, revised, type Cause } from './revised.js';

/** What a revision is asked by; `since` is the position of the log that the earlier figure was known at. */
export class RevisionParameters extends MoneyParameters {
  @IsIn(MEASURES, { message: `measure must be one of ${MEASURES.join(', ')}` })
  measure!: Measure;
  @Matches(/^(0|[1-9]\d{0,17})$/, { message: 'since must be a position of the log, as knownAt of an answer has it' })
  since!: string;
}

/** Exact, in the wanted currency: the whole (without a cause), what is due to a cause and in how many rows, or a row that changed. */
type ChangeRow = {
  readonly what: 'whole' | 'cause' | 'row';
  readonly cause: Cause | null;
  readonly key: string | null;
  readonly eventId: string | null;
  /** What the figure or row was; of a cause, nothing. */
  readonly before: string;
  /** What it is; of a cause, what it adds. */
  readonly after: string;
  readonly rows: number;
  readonly known: boolean;
  readonly missing: readonly string[] | null;
  readonly told: string | null;
};

const CAUSE = oneOf(CAUSES, 'Why the figure is another.');

/**
 * Why a figure is not what it was known to be at an earlier position: the difference by cause, to the cent, and the rows that changed, each
 * with the event that did it. A row that several events changed is told by the last.
 */
export const revision = question<RevisionParameters, ChangeRow, object>('revision', {
  about:
    'Why a total is not what it was known to be earlier: new, imported, corrected, revalued, merged, withdrawn, re-dated, or other rates.',
  fields: {
    measure: MEASURE,
    in: IN,
    rates: RATES,
    since: text('The position of the log that the earlier figure was known at.'),
    leftOut: LEFT_OUT,
    before: amount('The figure as it was known at that position.'),
    after: amount('The figure as it is known now.'),
    change: amount('By how much it changed.'),
    rows: list('A row for each cause; all together they are the change to the cent.', {
      cause: CAUSE,
      amount: amount('How much of the change is due to it.'),
      rows: integer('In how many rows.'),
    }),
    changed: integer('How many rows changed.'),
    changes: list('Up to 1,000 of these rows, those that changed most first.', {
      key: text('The key of the row.'),
      before: amount('What it added to the figure.'),
      after: amount('What it adds now.'),
      cause: CAUSE,
      eventId: orNull(text('The event that changed it last; null where none did but time or rates.')),
      history: text('The address of every version of the row.'),
    }),
  },
  parameters: RevisionParameters,
  reads: [...new Set([...MEASURED, ...NARROWED_BY, rates])],
  learn: learntOfRevised,
  ask: revised,
  answer: (rows, parameters) => {
    const { measure, in: currency, rates: set, since } = parameters;
    const whole = rows.find(({ what }) => what === 'whole');
    if (!whole?.told) throw new Error('a revision has a row of all rows');
    const told = JSON.parse(whole.told) as NarrowingTold;
    ensureNarrowed(parameters, told);
    ensureConverted(set, currency, whole);
    const cents = (decimal: string) => new Big(decimal).toFixed(2);
    return {
      ...{ measure, in: currency, rates: set, since, ...leftOutOf(told) },
      before: cents(whole.before),
      after: cents(whole.after),
      change: new Big(cents(whole.after)).minus(cents(whole.before)).toFixed(2),
      rows: shares(
        whole.before,
        rows.filter(({ what }) => what === 'cause'),
      ),
      changed: whole.rows,
      changes: rows
        .filter(({ what }) => what === 'row')
        .map(({ key, before, after, cause, eventId }) => ({
          ...{ key, before: cents(before), after: cents(after), cause, eventId },
          history: `/views/${READINGS[measure].view.name}/${encodeURIComponent(key ?? '')}/history`,
        })),
    };
  },
});

/** The difference by cause. Each is rounded as part of the way from one figure to the other, so that all together are the difference to the cent. */
function shares(before: string, causes: readonly ChangeRow[]) {
  let reached = new Big(before);
  return CAUSES.flatMap((cause) => {
    const own = causes.find((row) => row.cause === cause);
    if (!own) return [];
    const from = reached;
    reached = reached.plus(own.after);
    return [{ cause, amount: new Big(reached.toFixed(2)).minus(from.toFixed(2)).toFixed(2), rows: own.rows }];
  });
}

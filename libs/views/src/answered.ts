import {
  boolean,
  integer,
  measuredIn,
  money,
  oneOf,
  optional,
  text,
  textArray,
  type Fields,
  type Value,
} from '#eventsourcing';
import { MEASURES } from './measures.js';

/** Money in an answer, in the currency that it was asked for in. */
export const amount = (about: string): Value => measuredIn('the currency `in`', money(about));

/** What many answers say in the same words. */
export const DONOR = text('The party that gives.', 'party');
export const MEASURE = oneOf(MEASURES, 'Which figure it is; they are never added to one another.');
export const AT_LEAST = boolean('Whether parts of it are not known, so that it is at least as much.');
export const EXPLAIN = text('The address of the rows and events that it is made of.');
export const IN = text('The currency that the answer is in (ISO 4217).', 'currency');
export const RATES = text('The set of rates that other currencies are turned into it by.');
export const WITHOUT = textArray('The parties whose falling away is asked about.', 'party');
export const LEFT_OUT = optional(
  textArray('The releases that are not counted, because their source told the same promises anew.'),
);

/** What is said about the whole of an answer of money in one currency by one set of rates. */
export const IN_MONEY: Fields = { in: IN, rates: RATES, leftOut: LEFT_OUT };

/** What a figure of a measure by a set of rates is told in. */
export const FIGURE: Fields = {
  measure: MEASURE,
  rates: RATES,
  amount: amount('What it comes to.'),
  atLeast: AT_LEAST,
  count: integer('How many rows it is made of.'),
  explain: EXPLAIN,
};

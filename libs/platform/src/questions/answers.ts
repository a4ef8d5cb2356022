import type { AnyQuestion } from '#eventsourcing';
import type { Answer, Explanation } from '#read-side';
import { eventBody } from '../log-reads/event-body.js';
import { address, atBody, sameTimes } from '../reads/answer.js';
import type { Query } from '../reads/query.js';
import { rowBody } from '../views/rows.js';

/** An answer as it is sent: each figure in it with the address of what it is made of, at the very times of the answer. */
export function answerBody({ name }: AnyQuestion, query: Query, answer: Answer): Readonly<Record<string, unknown>> {
  const addressOf = (label: string) =>
    address(['questions', name], { ...query, download: undefined, ...sameTimes(answer), explain: label });
  return { ...atBody(answer), ...(withAddresses(answer.answer, addressOf) as object) };
}

/** What a figure is made of, as it is sent. */
export function explanationBody(
  { name }: AnyQuestion,
  label: string,
  explanation: Explanation,
  next: string | undefined,
): object {
  return {
    question: name,
    explain: label,
    ...atBody(explanation),
    view: explanation.view,
    sum: explanation.sum,
    count: explanation.count,
    rows: explanation.rows.map(explainedRow),
    ...(next !== undefined && { next }),
  };
}

/** A row behind a figure as it is sent, with what it adds and the events that made it what it is. */
export function explainedRow(row: Explanation['rows'][number]): object {
  return { ...rowBody(row), adds: row.adds, events: row.events.map(eventBody) };
}

/** A value with addresses in the place of the labels of its figures. */
function withAddresses(value: unknown, addressOf: (label: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => withAddresses(each, addressOf));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, field]: [string, unknown]) =>
    name === 'explain' && typeof field === 'string'
      ? [name, addressOf(field)]
      : [name, withAddresses(field, addressOf)],
  );
  return Object.fromEntries(fields);
}

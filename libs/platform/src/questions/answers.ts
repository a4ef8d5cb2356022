import type { AnyQuestion } from '#eventsourcing';
import type { Answer, Explanation } from '#read-side';
import { eventBody } from '../log-reads/event-body.js';
import { address, atBody, sameTimes } from '../reads/answer.js';
import type { Query } from '../reads/query.js';
import { rowBody } from '../views/rows.js';

/** An answer as it is sent: each of its rows with the address of what it is made of, at the very times of the answer. */
export function answerBody({ name, explain }: AnyQuestion, query: Query, answer: Answer): object {
  const body: Readonly<Record<string, unknown>> = { ...answer.answer };
  const { rows } = body;
  if (!explain || !Array.isArray(rows)) return { ...atBody(answer), ...body };
  const explained = rows.map((row: object) => ({
    ...row,
    explain: address(['questions', name], { ...query, ...sameTimes(answer), explain: labelOf(row) }),
  }));
  return { ...atBody(answer), ...body, rows: explained };
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
    rows: explanation.rows.map((row) => ({ ...rowBody(row), events: row.events.map(eventBody) })),
    ...(next !== undefined && { next }),
  };
}

/** A row's first field is its label; where that is missing, the empty label names it. */
function labelOf(row: object): string {
  const [label] = Object.values(row) as readonly unknown[];
  return typeof label === 'string' || typeof label === 'number' ? String(label) : '';
}

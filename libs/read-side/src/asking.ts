import { BadQuestion, sql, type AnyQuestion, type AnyView, type Behind, type Sql, type Tables } from '#eventsourcing';
import { columnsOf } from './columns.js';
import type { Run } from './database.js';
import { OPEN } from './instant.js';
import { page, rowAnswer } from './list.js';
import type { Moments } from './moment.js';
import { NotReady, type Answer, type At, type Explanation, type ListRequest } from './read-side.js';
import { Relation } from './relation.js';
import { eventsBehind } from './rows.js';
import type { Stand } from './shelves.js';
import { comparedAt, eventAt, latestAt, rowsWhere, visibleAt } from './visible.js';

/** The answer to a question over the views that it reads. */
export async function ask(
  run: Run,
  at: At,
  question: AnyQuestion,
  stands: ReadonlyMap<string, Stand>,
  parameters: object,
): Promise<Answer> {
  const tables = tablesAt(stands, at);
  const learnt = question.learn && (await run(question.learn(parameters, tables)));
  const rows = await run(question.ask(parameters, learnt ? { ...tables, learnt } : tables));
  return { ...at, answer: question.answer(rows, parameters) as object };
}

/** An answer at one of two moments: where there is none, the problem says of which. */
export async function ofMoment(moment: 'from' | 'to', answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof BadQuestion)) throw error;
    const { code, message, facts } = error;
    throw new BadQuestion(code, `at the moment ${moment}: ${message}`, { ...facts, moment });
  }
}

/** The rows and events behind a figure of a question. */
export async function explain(
  run: Run,
  moments: Moments,
  question: AnyQuestion,
  stands: ReadonlyMap<string, Stand>,
  parameters: object,
  label: string,
  request: ListRequest,
): Promise<Explanation> {
  const behindAt = (at: At): Behind => {
    const behind = question.explain?.(parameters, label, tablesAt(stands, at));
    if (!behind) throw notExplained(question, label);
    return behind;
  };
  const all = [...stands.values()];
  const { view } = behindAt(await moments.at(all, {}));
  const relation = relationOf(standOf(stands, view), view);
  const pick = (at: At) => {
    const { where, adds = sql`1`, latest } = behindAt(at);
    return { where, beside: adds, versions: versionsAt(at, latest) };
  };
  const selection = { relation, sort: [], mark: [question.name, parameters, label], pick };
  const read = await page(run, moments, all, selection, request);
  const keys = read.rows.map(({ key }) => key as string);
  const behind = behindAt(read);
  const events = await eventsBehind(run, relation, keys, behind.latest ? { ...read, asOf: OPEN } : read);
  const rows = read.rows.map((row) => {
    const answer = rowAnswer(relation, row);
    return { ...answer, adds: row.beside as string | null, events: events.get(answer.key) ?? [] };
  });
  return { ...read, view: view.name, ...(await sumOf(run, relation, behind, read)), rows };
}

/** How many rows there are behind a figure on all pages, and what they add up to. */
async function sumOf(run: Run, { table }: Relation, { where, adds = sql`1`, latest }: Behind, at: At) {
  const [row] = await run(sql`select count(*)::text as count, coalesce(sum(${adds}), 0)::text as sum
    from ${table} behind where ${versionsAt(at, latest)} and ${where}`);
  return { count: Number(row?.count), sum: row?.sum as string };
}

/** The condition on versions that they are looked at behind a figure. */
function versionsAt({ asOf, knownAt: { position } }: At, latest: true | undefined): Sql {
  return latest ? latestAt(position) : visibleAt(asOf, position);
}

function notExplained({ name, explain: explains }: AnyQuestion, label: string): BadQuestion {
  return explains
    ? new BadQuestion(
        'NoSuchFigure',
        `the question ${name} has no figure ${JSON.stringify(label)} with these parameters`,
        { label },
      )
    : new BadQuestion('NotExplained', `${name} does not say what is behind its figures`);
}

function tablesAt(stands: ReadonlyMap<string, Stand>, at: At): Tables {
  const relation = (view: AnyView) => relationOf(standOf(stands, view), view);
  const asked = { asOf: at.asOf, knownAt: at.knownAt.position };
  return {
    ...asked,
    visible: (view, { asOf, knownAt } = asked) =>
      rowsWhere(relation(view), visibleAt(asOf ?? at.asOf, knownAt ?? at.knownAt.position)),
    latest: (view, { knownAt } = asked) => rowsWhere(relation(view), latestAt(knownAt ?? at.knownAt.position)),
    compared: (view, since) => comparedAt(relation(view), at.asOf, at.knownAt.position, since),
    eventAt,
  };
}

function standOf(stands: ReadonlyMap<string, Stand>, { name }: AnyView): Stand {
  const stand = stands.get(name);
  if (!stand) throw new Error(`a question reads the view ${name} without saying so`);
  return stand;
}

/** The tables of a view; those of an older one only do where they have the same columns. */
function relationOf({ entry }: Stand, view: AnyView): Relation {
  const had = new Map(entry.columns);
  for (const [column, kind] of columnsOf(view)) {
    if (had.get(column) !== kind) throw new NotReady(`the view ${view.name} is being folded with its new columns`);
  }
  return new Relation(entry.schema, entry.columns);
}

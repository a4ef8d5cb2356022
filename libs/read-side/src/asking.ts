import { BadQuestion, type AnyQuestion, type AnyView, type Tables } from '#eventsourcing';
import type { Run } from './database.js';
import { page } from './list.js';
import type { Moments } from './moment.js';
import { NotReady, type Answer, type At, type Explanation, type ListRequest } from './read-side.js';
import { Relation } from './relation.js';
import { eventsBehind } from './rows.js';
import type { Stand } from './shelves.js';
import { latestAt, rowsWhere, visibleAt } from './visible.js';

/** The answer to a question over the views that it reads. */
export async function ask(
  run: Run,
  at: At,
  question: AnyQuestion,
  stands: ReadonlyMap<string, Stand>,
  parameters: object,
): Promise<Answer> {
  const rows = await run(question.ask(parameters, tablesAt(stands, at)));
  return { ...at, answer: question.answer(rows, parameters) as object };
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
  if (!question.explain)
    throw new BadQuestion('NotExplained', `${question.name} does not say what is behind its figures`);
  const { view, where } = question.explain(parameters, label);
  const stand = standOf(stands, view);
  const relation = relationOf(stand, view);
  const selection = { relation, where, sort: [], mark: [question.name, parameters, label] };
  const listed = await page(run, moments, [...stands.values()], selection, request);
  const events = await eventsBehind(
    run,
    relation,
    listed.rows.map(({ key }) => key),
    listed,
  );
  return {
    ...listed,
    view: view.name,
    rows: listed.rows.map((row) => ({ ...row, events: events.get(row.key) ?? [] })),
  };
}

function tablesAt(stands: ReadonlyMap<string, Stand>, at: At): Tables {
  const relation = (view: AnyView) => relationOf(standOf(stands, view), view);
  return {
    visible: (view) => rowsWhere(relation(view), visibleAt(at.asOf, at.knownAt.position)),
    latest: (view) => rowsWhere(relation(view), latestAt(at.knownAt.position)),
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
  for (const [column, kind] of Object.entries(view.columns)) {
    if (had.get(column) !== kind) throw new NotReady(`the view ${view.name} is being folded with its new columns`);
  }
  return new Relation(entry.schema, entry.columns);
}

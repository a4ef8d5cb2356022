import { isPart, type AnyQuestion, type Field, type Fields, type Value } from '#eventsourcing';
import type { Answer } from '#read-side';
import { atBody } from '../reads/answer.js';
import type { Query } from '../reads/query.js';
import { aboutTimes, fileName } from './about.js';
import { holds, once, type Column, type Export, type Table } from './export.js';
import { named } from './named.js';

type Values = Readonly<Record<string, unknown>>;

/**
 * An answer as an export. Its lists of rows, and each figure or row that stands by itself, are parts, so that nothing is added to its own
 * total unawares; everything else is said about the whole. What is within a field goes by both names with a dot between them. Which columns
 * there are, and what they mean, is as the question declares it.
 */
export function answerExport(question: AnyQuestion, query: Query, answer: Answer, body: Values): Export {
  const said = Object.keys(body).flatMap((name) => {
    const field = question.fields[name];
    return field ? [[name, field] as const] : [];
  });
  const parts = said.flatMap(([name, field]) =>
    isPart(field) && body[name] !== null ? [{ name, fields: field.fields, rows: [body[name]].flat() as Values[] }] : [],
  );
  const rest = said.filter(([name, field]) => !isPart(field) || body[name] === null);
  const whole = Object.fromEntries(rest.map(([name]) => [name, body[name]]));
  return {
    name: fileName(question.name, answer),
    about: [
      ['question', question.name],
      ['about', question.about],
      ...aboutTimes(['questions', question.name], query, answer),
      ...Object.entries(whole).map(([name, value]): [string, string] => [name, textOf(value)]),
      ...rest.map(([name, field]): [string, string] => [`field ${name}`, meaningOf(field)]),
    ],
    inParts: true,
    tables: parts.map(tableOf),
    lines: () =>
      once([
        { part: 'answer', question: question.name, ...atBody(answer), ...whole },
        ...parts.flatMap(({ name, rows }) => rows.map((row) => ({ part: name, ...row }))),
      ]),
  };
}

function tableOf(of: { readonly name: string; readonly fields: Fields; readonly rows: readonly Values[] }): Table {
  const flat = of.rows.map((row) => new Map(flattened(row, of.fields)));
  const columns = columnsOf(of.fields).filter(
    ({ name, optional = false }) => !optional || flat.some((row) => row.has(name)),
  );
  const cells = flat.map((row) => columns.map(({ name }) => row.get(name)));
  return named({ name: of.name, columns, batches: () => once(cells) });
}

/** A column, which may be left out where no row has it. */
type Declared = Column & Pick<Value, 'optional'>;

/** The columns of the fields of a part: one for each value, also of the parts in it; a list in it is one column. */
function columnsOf(fields: Fields): readonly Declared[] {
  return Object.entries(fields).flatMap(([name, field]): readonly Declared[] => {
    if (!isPart(field)) return [{ ...field, name }];
    const { kind, about, optional = false } = field;
    if (kind === 'list') return [{ name, kind: 'json', about, optional }];
    return columnsOf(field.fields).map((column) => ({
      ...column,
      name: `${name}.${column.name}`,
      about: [about, column.about].join(' '),
      optional: optional || (column.optional ?? false),
    }));
  });
}

/** The values of a row by the names of their columns. */
function flattened(row: Values, fields: Fields, within = ''): readonly (readonly [string, unknown])[] {
  return Object.entries(row).flatMap(([name, value]) => {
    const field = fields[name];
    return field && isPart(field) && field.kind === 'part' && value !== null
      ? flattened(value as Values, field.fields, `${within}${name}.`)
      : [[within + name, value] as const];
  });
}

function meaningOf(field: Field): string {
  return [isPart(field) ? undefined : holds(field), field.about].filter((part) => part !== undefined).join('; ');
}

function textOf(value: unknown): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

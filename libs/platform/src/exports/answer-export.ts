import type { AnyQuestion, Codes, Column as Declared } from '#eventsourcing';
import type { Answer } from '#read-side';
import { atBody } from '../reads/answer.js';
import type { Query } from '../reads/query.js';
import { aboutTimes, fileName } from './about.js';
import { nameOf } from './code-names.js';
import { once, type Column, type Export, type Table } from './export.js';
import { named } from './named.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * An answer as an export. Its lists of rows, and each figure or row that stands by itself, are parts, so that nothing is added to its own
 * total unawares; everything else is said about the whole. What is within a field goes by both names with a dot between them.
 */
export function answerExport(question: AnyQuestion, query: Query, answer: Answer, body: Fields): Export {
  const said = Object.entries(body).filter(([name]) => !Object.hasOwn(atBody(answer), name));
  const parts = said.flatMap(([name, value]) => {
    const rows = rowsIn(value);
    return rows ? [{ name, rows }] : [];
  });
  const rest = said.filter(([, value]) => rowsIn(value) === undefined);
  const whole = { part: 'answer', question: question.name, ...atBody(answer), ...Object.fromEntries(rest) };
  return {
    name: fileName(question.name, answer),
    about: [
      ['question', question.name],
      ['about', question.about],
      ...aboutTimes(['questions', question.name], query, answer),
      ...rest.map(([name, value]): [string, string] => [name, textOf(value)]),
    ],
    inParts: true,
    tables: parts.map(({ name, rows }) => tableOf(name, rows, codesIn(question))),
    lines: () => once([whole, ...parts.flatMap(({ name, rows }) => rows.map((row) => ({ part: name, ...row })))]),
  };
}

/** The rows that a part of an answer is; `undefined` where it is said about the whole. */
function rowsIn(value: unknown): readonly Fields[] | undefined {
  if (Array.isArray(value)) return value.every(isFields) ? value : undefined;
  return isFields(value) ? [value] : undefined;
}

function tableOf(name: string, rows: readonly Fields[], codes: ReadonlyMap<string, Codes>): Table {
  const flat = rows.map((row) => Object.fromEntries(flattened(row)));
  const columns = [...new Set(flat.flatMap((row) => Object.keys(row)))].map((column): Column => {
    const of = codes.get(column.slice(column.lastIndexOf('.') + 1));
    return of !== undefined && flat.some((row) => isNamed(of, row[column]))
      ? { name: column, codes: of }
      : { name: column };
  });
  const cells = flat.map((row) => columns.map((column) => row[column.name]));
  return named({ name, columns, batches: () => once(cells) });
}

/** What the views that a question reads have codes of, by the column's name: its answer calls them the same. */
function codesIn({ reads }: AnyQuestion): ReadonlyMap<string, Codes> {
  const columns = reads.flatMap((view) => Object.entries<Declared>(view.columns));
  return new Map(columns.flatMap(([name, { codes }]) => (codes === undefined ? [] : [[name, codes] as const])));
}

/** Whether a value is a code, or a list of them, any of which has a name: elsewhere a field of that name is something else. */
function isNamed(codes: Codes, value: unknown): boolean {
  return [value].flat().some((code) => typeof code === 'string' && nameOf(codes, code) !== undefined);
}

function flattened(fields: Fields, within = ''): readonly [string, unknown][] {
  return Object.entries(fields).flatMap(([name, value]): readonly [string, unknown][] =>
    isFields(value) ? flattened(value, `${within}${name}.`) : [[within + name, value]],
  );
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

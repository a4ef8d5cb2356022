import type { AnyView } from '#eventsourcing';
import type { Page, RowAnswer } from '#read-side';

const EVENT_COLUMNS = ['stream', 'revision', 'eventId', 'validFrom'] as const;

/**
 * A page of a view as CSV (RFC 4180): first lines that begin with `#` and say the view, both times and the position, then the names
 * of the columns, then the rows. No value is empty, and an empty text is `""`; lists and values of JSON stand in their JSON.
 */
export function csvOf(view: AnyView, { rows, asOf, knownAt, failures }: Page): string {
  const columns = Object.keys(view.columns);
  const lines = [
    `# view: ${view.name}`,
    `# asOf: ${asOf}`,
    `# knownAt: ${knownAt.time ?? 'before the first event'}`,
    `# position: ${knownAt.position}`,
    ...failures.map((failure) => `# stopped: ${failure.view} at position ${failure.position}`),
    ['key', ...columns, ...EVENT_COLUMNS].map(cell).join(','),
    ...rows.map((row) => rowCells(row, columns).map(cell).join(',')),
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function rowCells(answer: RowAnswer, columns: readonly string[]): unknown[] {
  return [
    answer.key,
    ...columns.map((column) => (Object.hasOwn(answer.row, column) ? answer.row[column] : null)),
    ...EVENT_COLUMNS.map((column) => answer[column]),
  ];
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return quoted(JSON.stringify(value));
  return value === '' ? '""' : quoted(harmless(value));
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run a text that begins like a formula; an apostrophe before it makes it text. Numbers are none. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}

import { holds, type Export } from './export.js';

/**
 * An export as CSV (RFC 4180), a batch of rows at a time: first lines that begin with `#` and say what it is, both times, the position
 * and what each column means; then the names of the columns, then the rows. Missing values are empty, and an empty text is `""`; lists
 * and values of JSON stand in their JSON. Parts stand below one another, with the name of its part first in each row.
 */
export async function* csvOf({ about, tables, inParts }: Export): AsyncGenerator<string> {
  const meanings = tables.flatMap(({ name: table, columns }) =>
    columns.flatMap((column): [string, string][] => {
      const text = [holds(column), column.about].filter((part) => part !== undefined).join('; ');
      return text === '' ? [] : [[`column ${column.name}${inParts ? ` of ${table}` : ''}`, text]];
    }),
  );
  yield lines([...about, ...new Map(meanings)].map(([name, value]) => `# ${inHead(name)}: ${inHead(value)}`));
  const names = [...new Set(tables.flatMap(({ columns }) => columns.map(({ name }) => name)))];
  yield lines([csvRow([...(inParts ? ['part'] : []), ...names])]);
  for (const table of tables) {
    const own = table.columns.map(({ name }) => name);
    const places = names.map((name) => own.indexOf(name));
    for await (const batch of table.batches()) {
      if (batch.length > 0)
        yield lines(
          batch.map((row) => csvRow([...(inParts ? [table.name] : []), ...places.map((place) => row[place])])),
        );
    }
  }
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\r\n`).join('');
}

function csvRow(values: readonly unknown[]): string {
  return values.map(cell).join(',');
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return quoted(JSON.stringify(value));
  return value === '' ? '""' : quoted(harmless(value));
}

/** Also where it has what separates cells in other countries, or would be taken for a comment. */
function quoted(text: string): string {
  return /[",;#\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run a text that begins like a formula; an apostrophe before it makes it text. Numbers are none. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}

/** On one line and without quotes, so that who reads lines and who reads cells sees the same; no part of it is run either. */
function inHead(text: string): string {
  return text
    .replaceAll(/[\r\n\t]+/g, ' ')
    .replaceAll('"', "'")
    .replaceAll(/([,;]\s*)([=+\-@＝＋－＠])/g, "$1'$2");
}

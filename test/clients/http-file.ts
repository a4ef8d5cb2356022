/** What a request of a `.http` file is to be answered: a status, and of events their types, of a problem its code, of else a part of its JSON. */
export interface Expected {
  readonly status: number;
  readonly words: readonly string[];
  readonly json?: unknown;
}

/** A request of a `.http` file, as REST Client and JetBrains' HTTP client read it. */
export interface HttpRequest {
  readonly name: string;
  /** The line of the file on which it begins, counted from 1. */
  readonly line: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly expected: Expected;
  /** The time that must have come before it is sent. */
  readonly on?: string;
}

const COMMENT = /^(?:#|\/\/)\s*(.*)$/;
const ANSWERS = /^answers (\d{3})\b\s*(.*)$/;
const ON = /^on (\d{4}-\d\d-\d\dT[\d:.]+Z)$/;
const REQUEST = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (\S+)(?: HTTP\/[\d.]+)?$/;

/** The requests of a `.http` file in their order; throws where a line is none that both programs understand, or no answer is expected. */
export function requestsIn(text: string): readonly HttpRequest[] {
  const lines = text.split('\n');
  const begins = lines.flatMap((line, index) => (line.startsWith('###') ? [index] : []));
  const head = lines.slice(0, begins[0]).find((line) => line.trim() !== '' && !COMMENT.test(line));
  if (head !== undefined) throw new Error(`before the first ### there may be comments alone, not ${head}`);
  return begins.map((begin, index) => requestAt(lines, begin, begins[index + 1] ?? lines.length));
}

/** The names of all that stands in double braces. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].sort();
}

/** The text with every name in double braces replaced; throws where there is no value for one. */
export function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`there is no value for {{${name}}}`);
    return value;
  });
}

function requestAt(lines: readonly string[], begin: number, end: number): HttpRequest {
  const failed = (what: string) => new Error(`line ${begin + 1}, ${lines[begin] ?? ''}: ${what}`);
  const first = lines.findIndex((line, index) => index > begin && line.trim() !== '' && !COMMENT.test(line));
  const [, method = '', url = ''] = (first >= 0 && first < end ? REQUEST.exec(lines[first] ?? '') : undefined) ?? [];
  if (method === '') throw failed('no request follows, such as GET {{url}}/views');
  const said = lines.slice(begin + 1, first).map((line) => COMMENT.exec(line)?.[1] ?? '');
  const expected = said.map((line) => ANSWERS.exec(line)).find((found) => found !== null);
  if (!expected) throw failed('it does not say what it is answered, such as # answers 201 PledgeMade');
  const on = said.map((line) => ON.exec(line)?.[1]).find((time) => time !== undefined);
  const blank = lines.findIndex((line, index) => index > first && index < end && line.trim() === '');
  const headEnd = blank < 0 ? end : blank;
  const body = lines.slice(headEnd, end).join('\n').trim();
  return {
    ...{ name: (lines[begin] ?? '').replace(/^###\s*/, ''), line: begin + 1, method, url },
    headers: Object.fromEntries(lines.slice(first + 1, headEnd).map((line) => headerIn(line, failed))),
    ...(body !== '' && { body }),
    expected: expectedBy(expected[1] ?? '', expected[2] ?? ''),
    ...(on !== undefined && { on }),
  };
}

function headerIn(line: string, failed: (what: string) => Error): readonly [string, string] {
  const [, name, value] = /^([\w-]+): (.+)$/.exec(line) ?? [];
  if (name === undefined || value === undefined) throw failed(`${line} is no header`);
  return [name, value];
}

function expectedBy(status: string, rest: string): Expected {
  const isJson = rest.startsWith('{');
  return {
    status: Number(status),
    words: isJson || rest === '' ? [] : rest.split(' '),
    ...(isJson && { json: JSON.parse(rest) as unknown }),
  };
}

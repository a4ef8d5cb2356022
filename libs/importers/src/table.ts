import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Pace } from './pace.js';
import { NotThisFormat, type Reject } from './plan.js';

/** A row of a file: its number there, the digest of its cells, and what stands in a column, without blanks around it. */
export interface TableRow {
  readonly row: number;
  readonly hash: string;
  readonly cell: (column: string) => string;
  /** The same by its place, from 0, for columns without a name. */
  readonly at: (place: number) => string;
  readonly cells: () => Readonly<Record<string, string>>;
}

const SLICE = 16_384;

/** The rows of a CSV file, and those that are none. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly rejects: readonly Reject[];
}

/**
 * Reads a CSV file (UTF-8) whose columns are found by name. A row's number is the one in `numbers`, where the file has that column, else its
 * place as a sheet counts, the header being 1. Throws `NotThisFormat` where a column is missing or the file is no CSV. Of a file that is
 * `nameless` the first record is a row like the others, and the first column the one with the numbers.
 */
export async function readTable(
  file: Uint8Array,
  {
    columns,
    numbers,
    pace,
    nameless = false,
  }: { columns: readonly string[]; numbers: string; pace: Pace; nameless?: boolean },
): Promise<Table> {
  const records = recordsOf(textOf(file), pace);
  const first = await records.next();
  if (first.done) throw new NotThisFormat('The file is empty.');
  const header = headerOf(
    nameless ? first.value.map((_, place) => (place === 0 ? numbers : String(place))) : first.value,
  );
  ensureColumns(header, columns);
  const rejects: Reject[] = [];
  const rows: TableRow[] = [];
  const taken = new Set<number>();
  for await (const record of nameless ? following(first.value, records) : records) {
    const row = rowOf(header, record, rows.length + rejects.length, numbers);
    const wrong = wrongShape(row, header, record) ?? (taken.has(row.row) ? sameNumber(row.row, numbers) : undefined);
    taken.add(row.row);
    if (wrong) rejects.push(wrong);
    else rows.push(row);
  }
  return { rows, rejects };
}

async function* following<T>(first: T, others: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* others;
}

/** The columns that a CSV file begins with; throws `NotThisFormat` where it has none. */
export async function headerIn(file: Uint8Array): Promise<readonly string[]> {
  for await (const first of recordsOf(textOf(file), () => Promise.resolve())) return first.map(trimmed);
  throw new NotThisFormat('The file is empty.');
}

function ensureColumns({ names }: Header, columns: readonly string[]): void {
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0)
    throw new NotThisFormat(`The header has no column ${missing.map(quote).join(', ')}.`, { missing });
  const twice = columns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice.length > 0)
    throw new NotThisFormat(`The header has twice the column ${twice.map(quote).join(', ')}.`, { twice });
}

function textOf(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    throw new NotThisFormat('The file is not text in UTF-8; a sheet is to be saved as CSV (UTF-8) first.');
  }
}

async function* recordsOf(text: string, pace: Pace): AsyncGenerator<readonly string[], undefined> {
  const parser = Readable.from(slices(text, pace)).compose(
    parse({ bom: true, relax_column_count: true, skip_empty_lines: true }),
  );
  try {
    for await (const record of parser) yield record as string[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { code, lines, column } = error as CsvError & { lines?: number; column?: number | string };
    const facts = { reason: code, line: lines, column };
    throw new NotThisFormat(`The file is not valid CSV at line ${lines ?? '?'}: ${error.message}.`, facts);
  }
}

async function* slices(text: string, pace: Pace): AsyncGenerator<string, undefined> {
  for (let at = 0; at < text.length; at += SLICE) {
    yield text.slice(at, at + SLICE);
    await pace();
  }
}

/** A header: where each column stands, and the columns in the order of their names. */
interface Header {
  readonly names: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly sorted: readonly (readonly [quoted: string, place: number])[];
}

function headerOf(cells: readonly string[]): Header {
  const names = cells.map(trimmed);
  const places = new Map(names.map((name, place) => [name, place]));
  const sorted = names.map((name, place) => [JSON.stringify(name), place] as const);
  return { names, places, sorted: sorted.toSorted(([a, i], [b, j]) => (a < b ? -1 : a > b ? 1 : i - j)) };
}

function rowOf(header: Header, record: readonly string[], index: number, numbers: string): TableRow {
  const at = (place: number) => trimmed(record[place] ?? '');
  const cell = (column: string) => at(header.places.get(column) ?? -1);
  const number = cell(numbers);
  return {
    row: /^\d{1,8}$/.test(number) ? Number(number) : index + 2,
    hash: hashOf(header, record),
    cell,
    at,
    cells: () => Object.fromEntries(header.names.map((name, place) => [name, record[place] ?? ''])),
  };
}

/** SHA-256, in hex, of the cells with their columns' names, in whatever order the columns stand. */
function hashOf({ sorted }: Header, record: readonly string[]): string {
  const named = sorted.map(([name, place]) => `${name}:${JSON.stringify(record[place] ?? '')}`);
  return createHash('sha256').update(named.join()).digest('hex');
}

function wrongShape({ row }: TableRow, { names }: Header, record: readonly string[]): Reject | undefined {
  if (record.length === names.length) return undefined;
  const column = names[record.length] ?? names.at(-1) ?? '';
  const reason = `the row has ${record.length} cells where the header has ${names.length}`;
  return { row, column, value: record.at(-1) ?? '', reason };
}

function sameNumber(row: number, numbers: string): Reject {
  return { row, column: numbers, value: String(row), reason: 'another row has the same number' };
}

/** Text without blanks around it, such as those that do not break. */
function trimmed(text: string): string {
  return text.trim();
}

function quote(text: string): string {
  return JSON.stringify(text);
}

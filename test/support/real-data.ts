import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const data = join(import.meta.dirname, '../../../shared/data');

/** The cells of a row, by the name of the column. */
export type Cells = Readonly<Record<string, string>>;

/** Where a real file lies beside the project. */
export function realFile(name: string): string {
  return join(data, name);
}

const read = new Map<string, readonly Cells[]>();

/** The rows of a real file whose first row names the columns. */
export function rowsOf(name: string): readonly Cells[] {
  const rows = read.get(name) ?? parse<Cells>(readFileSync(realFile(name)), { columns: true, bom: true });
  read.set(name, rows);
  return rows;
}

/** The cells of a real file, row by row, whose columns have no names. */
export function tableOf(name: string): readonly (readonly string[])[] {
  return parse(readFileSync(realFile(name)), { bom: true });
}

/** The text of a real file. */
export function textOf(name: string): string {
  return readFileSync(realFile(name), 'utf8');
}

/** Describes what holds of real files: where one is absent it is skipped, saying which, and in CI it fails. */
export function describeReal(names: readonly string[], subject: string, body: () => void): void {
  const absent = names.filter((name) => !existsSync(realFile(name)));
  for (const name of absent) process.stderr.write(`${subject}: there is no ../shared/data/${name}\n`);
  if (absent.length === 0) describe(subject, body);
  else
    describe(subject, () => {
      const there = process.env.CI === undefined ? it.skip : it;
      there.each(absent)('is held against ../shared/data/%s, which is absent', (name) => {
        expect(`${name} is absent`).toBe('present');
      });
    });
}
